import { describe, expect, it } from 'vitest'
import { agreementRequired, creditNeeded, type CreditEvidence } from '../src/order/index.ts'
import {
  agreementId,
  beforeDelivery,
  cashInAdvance,
  cashOnDelivery,
  civilDate,
  deposit,
  fourTimesFourteenDays,
  minorUnits,
  net,
  text,
} from '../src/shared/index.ts'
import { confirm, confirmed, order, past, place, reserved } from './order-words.ts'

const with30InAdvance = { ...place, terms: deposit(3000, 30) }

describe('the credit that an order takes', () => {
  it('is what its terms leave unpaid when the goods go out: 30 % in advance of 1000 reserves 700 [edge 69]', () => {
    expect(creditNeeded(deposit(3000, 30), 1000)).toBe(700)
    past(with30InAdvance)
      .when({ ...confirm, credit: reserved(69_999) })
      .thenRejected({
        type: 'CreditNotReserved',
        orderId: order,
        neededMinor: 70_000,
        reservedMinor: 69_999,
      })
    past(with30InAdvance)
      .when({ ...confirm, credit: reserved(70_000) })
      .then({
        ...confirmed,
        credit: {
          neededMinor: minorUnits(70_000),
          paidMinor: minorUnits(0),
          reservedMinor: minorUnits(70_000),
          override: null,
        },
      })
  })

  it('is nothing for cash in advance, on delivery or before it, and all on net terms', () => {
    for (const terms of [cashInAdvance, cashOnDelivery, beforeDelivery(3)])
      expect(creditNeeded(terms, 1000)).toBe(0)
    expect(creditNeeded(net(30), 1000)).toBe(1000)
    expect(creditNeeded(fourTimesFourteenDays, 1000)).toBe(750)
  })
})

describe('an order to be confirmed', () => {
  const none: CreditEvidence = { ...reserved(0), validUntil: null }
  const covered = (
    evidence: CreditEvidence,
    neededMinor: number,
    override = evidence.override,
  ) => ({
    ...confirmed,
    credit: {
      neededMinor: minorUnits(neededMinor),
      paidMinor: evidence.paidMinor,
      reservedMinor: evidence.reservedMinor,
      override,
    },
  })

  it('needs its credit reserved, paid or answered for', () => {
    past(place)
      .when({ ...confirm, credit: none })
      .thenRejected({
        type: 'CreditNotReserved',
        orderId: order,
        neededMinor: 100_000,
        reservedMinor: 0,
      })
    past({ ...place, terms: cashInAdvance })
      .when({ ...confirm, credit: none })
      .then(covered(none, 0))
    const paid = { ...none, paidMinor: minorUnits(100_000) }
    past(place)
      .when({ ...confirm, credit: paid })
      .then(covered(paid, 0))
    const override = {
      by: text('chief'),
      reason: text('old friend'),
      until: civilDate('2024-02-29'),
    }
    const answered = { ...none, override }
    past(place)
      .when({ ...confirm, credit: answered })
      .then(covered(answered, 100_000))
    past(place)
      .when({ ...confirm, credit: answered, effectiveOn: civilDate('2024-03-01') })
      .thenRejected({
        type: 'CreditNotReserved',
        orderId: order,
        neededMinor: 100_000,
        reservedMinor: 0,
      })
  })

  it('needs a credit decision that still holds on its day [0-27]', () => {
    const until = civilDate('2024-02-29')
    const decided = { ...reserved(100_000), validUntil: until }
    past(place)
      .when({ ...confirm, credit: decided })
      .then(confirmed)
    past(place)
      .when({ ...confirm, credit: decided, effectiveOn: civilDate('2024-03-01') })
      .thenRejected({ type: 'CreditDecisionExpired', orderId: order, validUntil: until })
  })

  it('waits while fraud is suspected, whoever answers for it, until the hold is lifted [0-36]', () => {
    const hold = { since: civilDate('2024-02-20'), reason: text('fraud suspected') }
    const override = { by: text('chief'), reason: text('trust me'), until: civilDate('2024-12-31') }
    past(place)
      .when({ ...confirm, hold, credit: { ...reserved(100_000), override } })
      .thenRejected({ type: 'AccountOnHold', orderId: order, ...hold })
    past(place)
      .when({ ...confirm, hold: null })
      .then(confirmed)
  })

  it('of the threshold or more needs a signed agreement, of one unit less it needs none [2-06]', () => {
    expect([99_999, 100_000].map((total) => agreementRequired(total, 100_000))).toEqual([
      false,
      true,
    ])
    const from = (threshold: number, id: string | null) => ({
      thresholdMinor: minorUnits(threshold),
      agreementId: id === null ? null : agreementId(id),
    })
    past(place)
      .when({ ...confirm, agreement: from(100_000, null) })
      .thenRejected({
        type: 'AgreementNotSigned',
        orderId: order,
        totalMinor: 100_000,
        thresholdMinor: 100_000,
      })
    past(place)
      .when({ ...confirm, agreement: from(100_001, null) })
      .then(confirmed)
    past(place)
      .when({ ...confirm, agreement: from(100_000, 'A-7') })
      .then({ ...confirmed, agreementId: agreementId('A-7') })
  })

  it('lists what its checklist lacks before a lease is given [1-43]', () => {
    const required = ['bank reference', 'verified address', 'landlord reference'].map(text)
    past(place)
      .when({ ...confirm, checklist: { required, provided: [text('verified address')] } })
      .thenRejected({
        type: 'ChecklistIncomplete',
        orderId: order,
        missing: [text('bank reference'), text('landlord reference')],
      })
    past(place)
      .when({ ...confirm, checklist: { required, provided: required.slice(1) } })
      .thenRejected({
        type: 'ChecklistIncomplete',
        orderId: order,
        missing: [text('bank reference')],
      })
    past(place)
      .when({ ...confirm, checklist: { required, provided: required.toReversed() } })
      .then(confirmed)
  })

  it('is paid in a way that was offered and that its terms allow [2-13]', () => {
    past(place)
      .when({ ...confirm, method: text('cash') })
      .thenRejected({
        type: 'MethodNotAllowed',
        orderId: order,
        method: text('cash'),
        allowed: ['card', 'transfer'].map(text),
      })
    const byTransfer = { ...place, terms: { ...net(30), methods: [text('transfer')] } }
    for (const method of [text('card'), null])
      past(byTransfer)
        .when({ ...confirm, method })
        .thenRejected({
          type: 'MethodNotAllowed',
          orderId: order,
          method,
          allowed: [text('transfer')],
        })
    past(byTransfer)
      .when({ ...confirm, method: text('transfer') })
      .then({ ...confirmed, method: text('transfer') })
    past(place)
      .when({ ...confirm, method: null })
      .then({ ...confirmed, method: null })
  })
})
