import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import {
  anyMinor,
  civilDay,
  customerIds,
  hostileText,
  itemIds,
  perhapsText,
} from '@tenure/testing/arbitraries'
import {
  paymentRequest,
  PaymentRequestFacts,
  type RequestEvidence,
} from '../src/payment-request/index.ts'
import { currency, text, type CivilDate } from '../src/shared/index.ts'

const perhapsDay: fc.Arbitrary<CivilDate | null> = fc.option(civilDay, { nil: null })
const methods = fc.array(fc.constantFrom('card', 'transfer', 'cash', '__proto__').map(text), {
  maxLength: 4,
})

const evidence: fc.Arbitrary<RequestEvidence> = fc.record({
  readOn: civilDay,
  customerId: fc.option(customerIds(2), { nil: null }),
  language: fc.option(hostileText, { nil: null, freq: 9 }),
  name: perhapsText,
  currency: fc.constantFrom(currency('EUR'), currency('JPY')),
  items: fc.array(
    fc.record({
      itemId: itemIds(3),
      invoiceId: fc.constant(null),
      instalment: fc.constantFrom(null, { number: 1, of: 2 }),
      dueOn: civilDay,
      openMinor: anyMinor,
      disputedMinor: anyMinor,
    }),
    { maxLength: 4 },
  ),
  payByOn: fc.option(civilDay, { nil: null, freq: 9 }),
  account: fc.option(hostileText, { nil: null, freq: 9 }),
  offeredMethods: methods,
  preferredMethods: methods,
  linkToken: fc.option(hostileText, { nil: null, freq: 9 }),
  instructionsRef: perhapsText,
  lines: fc.constant([]),
  invoiceDeliveredOn: perhapsDay,
  termsDeliveredOn: perhapsDay,
  payments: fc.array(fc.record({ amountMinor: anyMinor, isReversed: fc.boolean() })),
  benefit: fc.option(fc.record({ discountMinor: anyMinor, untilOn: civilDay }), { nil: null }),
  urgencyReason: perhapsText,
  helpOffers: fc.subarray(['talk', 'instalments', 'extension'] as const),
  tone: fc.nat(3),
  contact: fc.option(fc.record({ name: perhapsText, channel: hostileText, address: hostileText }), {
    nil: null,
    freq: 9,
  }),
})

describe('for whatever is known of a customer and a debt,', () => {
  it('a request is whole or names what it lacks, and its facts are read back as they are', () => {
    fc.assert(
      fc.property(evidence, (known) => {
        const made = paymentRequest(known)
        if (E.isLeft(made)) {
          expect(made.left.missing.length).toBeGreaterThan(0)
          return
        }
        const stored: unknown = JSON.parse(JSON.stringify(PaymentRequestFacts.encode(made.right)))
        expect(PaymentRequestFacts.decode(stored)).toEqual(made)
      }),
      { numRuns: runs(200) },
    )
  })

  it('a request asks for each line what is open less what is disputed, and for no more [inv 24]', () => {
    const whole = evidence.map((known) => ({
      ...known,
      language: text('en'),
      account: text('1'),
      linkToken: text('t'),
      payByOn: known.readOn,
      invoiceDeliveredOn: known.readOn,
      termsDeliveredOn: known.readOn,
      offeredMethods: [text('card')],
      contact: { name: null, channel: text('phone'), address: text('1') },
    }))
    fc.assert(
      fc.property(whole, (known) => {
        const asked = known.items
          .map(({ openMinor, disputedMinor }) => Math.max(0, openMinor - disputedMinor))
          .filter((minor) => minor > 0)
        const sum = asked.reduce((total, minor) => total + minor, 0)
        const made = paymentRequest(known)
        if (sum === 0) {
          expect(made).toEqual(E.left({ type: 'IncompleteRequest', missing: ['amount'] }))
          return
        }
        if (E.isLeft(made)) throw new Error(`refused: ${made.left.missing.join()}`)
        const { items, askedMinor, benefit } = made.right
        expect(items.map((item) => item.askedMinor)).toEqual(asked)
        expect(askedMinor).toBe(sum)
        if (benefit !== null) expect(benefit.payMinor + benefit.discountMinor).toBe(sum)
      }),
      { numRuns: runs(200) },
    )
  })
})
