import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  explainIncomplete,
  paymentRequest,
  PaymentRequestFacts,
  stillAsksRightly,
  type MissingFact,
  type OpenRequestLine,
  type RequestEvidence,
} from '../src/payment-request/index.ts'
import {
  civilDate,
  currency,
  customerId,
  invoiceId,
  isPersonal,
  itemId,
  minorUnits,
  text,
} from '../src/shared/index.ts'

const at = civilDate
const open: OpenRequestLine = {
  itemId: itemId('123'),
  invoiceId: invoiceId('123'),
  instalment: null,
  dueOn: at('2024-03-15'),
  openMinor: minorUnits(500_000),
  disputedMinor: minorUnits(0),
}

/** The example of the article: 5000 roubles for a logo, by the fifteenth, with thanks for 2000 paid before. */
const evidence: RequestEvidence = {
  readOn: at('2024-03-10'),
  customerId: customerId('c-1'),
  language: text('ru'),
  name: text('Иван'),
  currency: currency('RUB'),
  items: [open],
  payByOn: at('2024-03-15'),
  account: text('40702810'),
  offeredMethods: ['card', 'transfer', 'cash'].map(text),
  preferredMethods: ['transfer', 'card'].map(text),
  linkToken: text('tok-1'),
  instructionsRef: text('how-to-pay'),
  lines: [{ description: text('логотип'), quantity: text('1'), amountMinor: minorUnits(500_000) }],
  invoiceDeliveredOn: at('2024-03-01'),
  termsDeliveredOn: at('2024-02-20'),
  payments: [{ amountMinor: minorUnits(200_000), isReversed: false }],
  benefit: { discountMinor: minorUnits(25_000), untilOn: at('2024-03-12') },
  urgencyReason: text('discountEnds'),
  helpOffers: ['talk', 'instalments'],
  tone: 0,
  contact: { name: text('Мария'), channel: text('phone'), address: text('+7 495 000') },
}

/** The facts of a request, of evidence that differs from the example. */
const factsOf = (differing: Partial<RequestEvidence> = {}): PaymentRequestFacts => {
  const made = paymentRequest({ ...evidence, ...differing })
  if (E.isLeft(made)) throw new Error(explainIncomplete(made.left))
  return made.right
}
const refusal = (differing: Partial<RequestEvidence>) =>
  paymentRequest({ ...evidence, ...differing })
const lacks = (...missing: ReadonlyArray<MissingFact>) =>
  E.left({ type: 'IncompleteRequest', missing })

describe('a request for payment', () => {
  it('names the exact amount and the day, and is refused without either [4-01]', () => {
    expect(factsOf()).toEqual({
      readOn: '2024-03-10',
      customerId: 'c-1',
      language: 'ru',
      address: 'byName',
      name: 'Иван',
      currency: 'RUB',
      items: [{ ...open, askedMinor: 500_000 }],
      askedMinor: 500_000,
      payByOn: '2024-03-15',
      account: '40702810',
      methods: ['transfer', 'card', 'cash'],
      link: { token: 'tok-1', instructionsRef: 'how-to-pay' },
      lines: evidence.lines,
      previous: { paidCount: 1, paidMinor: 200_000 },
      benefit: { discountMinor: 25_000, payMinor: 475_000, untilOn: '2024-03-12' },
      urgencyReason: 'discountEnds',
      helpOffers: ['talk', 'instalments'],
      tone: 0,
      contact: evidence.contact,
    })
    expect(refusal({ payByOn: null })).toEqual(lacks('payBy'))
    expect(refusal({ items: [] })).toEqual(lacks('amount'))
  })

  it('is prepared before it is made: amount, account, day and method, all named where they lack [4-09]', () => {
    const nothing = { items: [], account: null, payByOn: null, offeredMethods: [] }
    const missing = refusal({ ...nothing, preferredMethods: [text('card')] })
    expect(missing).toEqual(lacks('amount', 'payBy', 'account', 'method'))
    expect(explainIncomplete({ type: 'IncompleteRequest', missing: ['payBy', 'account'] })).toBe(
      'The request for payment lacks payBy, account.',
    )
  })

  it('is not made before the customer has the invoice and the terms [4-05]', () => {
    expect(refusal({ invoiceDeliveredOn: null })).toEqual(lacks('invoiceDelivered'))
    expect(refusal({ invoiceDeliveredOn: at('2024-03-11') })).toEqual(lacks('invoiceDelivered'))
    expect(refusal({ termsDeliveredOn: null })).toEqual(lacks('termsDelivered'))
    expect(factsOf({ invoiceDeliveredOn: at('2024-03-10') }).askedMinor).toBe(500_000)
  })

  it('says whom to ask, and is refused where nobody is named [4-13]', () => {
    expect(factsOf().contact).toEqual(evidence.contact)
    expect(refusal({ contact: null })).toEqual(lacks('contact'))
  })

  it('carries a link and where its instructions stand, and is refused without the link [4-08]', () => {
    expect(factsOf({ instructionsRef: null }).link).toEqual({
      token: 'tok-1',
      instructionsRef: null,
    })
    expect(refusal({ linkToken: null })).toEqual(lacks('link'))
  })

  it('is worded in the language that is named, by whoever words it', () => {
    expect(refusal({ language: null })).toEqual(lacks('language'))
  })
})

describe('how the customer is asked', () => {
  it('is by the methods they prefer, in their order, and then by what else is offered [4-02]', () => {
    expect(factsOf({ preferredMethods: [] }).methods).toEqual(['card', 'transfer', 'cash'])
    expect(factsOf({ preferredMethods: ['bitcoin', 'cash'].map(text) }).methods).toEqual([
      'cash',
      'card',
      'transfer',
    ])
  })

  it('names the method they prefer first [4-17]', () => {
    expect(factsOf().methods[0]).toBe('transfer')
  })

  it('is by name and number, and in the neutral form where the name is not known [4-15]', () => {
    const { address, name, items } = factsOf()
    expect([address, name, items[0]?.invoiceId]).toEqual(['byName', 'Иван', '123'])
    const unnamed = factsOf({ name: null })
    expect([unnamed.address, unnamed.name]).toEqual(['neutral', null])
  })

  it('tells what was ordered [4-16]', () => {
    expect(factsOf().lines).toEqual([
      { description: 'логотип', quantity: '1', amountMinor: 500_000 },
    ])
  })

  it('thanks for what was paid before, and not for payments that went back [4-18]', () => {
    const payments = [
      { amountMinor: minorUnits(200_000), isReversed: false },
      { amountMinor: minorUnits(90_000), isReversed: true },
      { amountMinor: minorUnits(1_000), isReversed: false },
    ]
    expect(factsOf({ payments }).previous).toEqual({ paidCount: 2, paidMinor: 201_000 })
    expect(factsOf({ payments: [] }).previous).toEqual({ paidCount: 0, paidMinor: 0 })
  })

  it('is friendly, with help on offer [4-04]', () => {
    const { tone, helpOffers } = factsOf()
    expect([tone, helpOffers]).toEqual([0, ['talk', 'instalments']])
  })
})

describe('what paying soon brings', () => {
  it('is named on its last day, and no longer on the day after [4-03] [4-06]', () => {
    expect(factsOf({ readOn: at('2024-03-12') }).benefit).toEqual({
      discountMinor: 25_000,
      payMinor: 475_000,
      untilOn: '2024-03-12',
    })
    expect(factsOf({ readOn: at('2024-03-13') }).benefit).toBeNull()
    expect(factsOf({ benefit: null }).benefit).toBeNull()
  })

  it('is counted from what is left after a payment in part, and is never all of it [4-06]', () => {
    const partly = { ...open, openMinor: minorUnits(100_000) }
    expect(factsOf({ items: [partly] }).benefit?.payMinor).toBe(75_000)
    const little = { ...open, openMinor: minorUnits(25_000) }
    expect(factsOf({ items: [little] }).benefit).toBeNull()
    const free = { discountMinor: minorUnits(0), untilOn: at('2024-03-12') }
    expect(factsOf({ benefit: free }).benefit).toBeNull()
  })

  it('comes with the reason and the last day to pay [4-03] [4-19]', () => {
    const { urgencyReason, payByOn, benefit } = factsOf()
    expect([urgencyReason, payByOn, benefit?.untilOn]).toEqual([
      'discountEnds',
      '2024-03-15',
      '2024-03-12',
    ])
    expect(factsOf({ urgencyReason: null }).urgencyReason).toBeNull()
  })
})

describe('the balance', () => {
  const contested = { ...open, disputedMinor: minorUnits(150_000) }
  const paid = { ...open, openMinor: minorUnits(0) }
  const other = { ...open, itemId: itemId('124'), openMinor: minorUnits(7_000) }

  it('is what is open less what is disputed when the request is sent [4-12] [inv 24]', () => {
    const { items, askedMinor } = factsOf({ items: [contested, paid, other] })
    expect(items).toEqual([
      { ...contested, askedMinor: 350_000 },
      { ...other, askedMinor: 7_000 },
    ])
    expect(askedMinor).toBe(357_000)
    expect(refusal({ items: [{ ...open, disputedMinor: minorUnits(600_000) }] })).toEqual(
      lacks('amount'),
    )
  })

  it('is looked at again before a request goes out that was made ahead [4-12]', () => {
    const made = factsOf({ items: [open, other] })
    expect(stillAsksRightly(made, [other, open])).toBe(true)
    expect(stillAsksRightly(made, [open, other, paid])).toBe(true)
    expect(stillAsksRightly(made, [open])).toBe(false)
    expect(stillAsksRightly(made, [contested, other])).toBe(false)
    const swapped = [
      { ...open, openMinor: minorUnits(7_000) },
      { ...other, openMinor: minorUnits(500_000) },
    ]
    expect(stillAsksRightly(made, swapped)).toBe(false)
  })

  it('is refused where it cannot be summed exactly', () => {
    const most = { ...open, openMinor: minorUnits(Number.MAX_SAFE_INTEGER) }
    expect(refusal({ items: [most, other] })).toEqual(lacks('amount'))
  })

  it('names the instalment that is due [2-09]', () => {
    const second = { ...open, instalment: { number: 2, of: 3 } }
    expect(factsOf({ items: [second] }).items).toEqual([{ ...second, askedMinor: 500_000 }])
  })
})

describe('the facts of a request', () => {
  it('are stored and read back as they are, and take nothing else', () => {
    const facts = factsOf()
    const stored: unknown = JSON.parse(JSON.stringify(PaymentRequestFacts.encode(facts)))
    expect(PaymentRequestFacts.decode(stored)).toEqual(E.right(facts))
    expect(E.isLeft(PaymentRequestFacts.decode({ ...facts, askedMinor: 1.5 }))).toBe(true)
  })

  it('mark the name as personal', () => {
    const { name } = PaymentRequestFacts.type.props
    expect(name.types.some(isPersonal)).toBe(true)
  })
})
