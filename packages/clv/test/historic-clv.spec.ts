import { receivablesEvents } from '@tenure/core/receivables'
import { civilDate, currency, customerId, type Fact } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { currenciesOf, historicClv } from '../src/index.ts'
import { known } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'

const asOf = civilDate('2026-12-31')

const cash = (
  type: string,
  by: string | null,
  amountMinor: number,
  more: Readonly<Record<string, unknown>>,
  code = 'EUR',
): Fact => {
  const facts = { ...more, currency: code, amountMinor }
  const about = {
    effectiveOn: civilDate('2026-03-01'),
    customerId: by === null ? null : customerId(by),
  }
  return { ...facts, ...about, type }
}

const paid = {
  paymentId: 'p1',
  method: null,
  forItemId: null,
  initiatedOn: null,
  settledOn: null,
}
const facts = known([
  cash('PaymentReceived', 'ada', 10_000, paid),
  cash('PaymentReceived', 'ada', 500, paid, 'USD'),
  cash('PaymentReceived', 'ada', 2_000, { ...paid, paymentId: 'p2' }),
  cash('PaymentReversed', 'ada', 2_000, { paymentId: 'p2', changeId: 'c1', reason: null }),
  cash('CreditBalanceIncreased', 'ada', 700, {
    creditId: 'n1',
    kind: 'creditNote',
    itemId: null,
    reason: null,
  }),
  cash('RefundIssued', 'ada', 300, { refundId: 'r1', from: { kind: 'credit', creditId: 'n1' } }),
  cash('ItemWrittenOff', 'bo', 900, {
    itemId: 'i1',
    writeOffId: 'w1',
    kind: 'badDebt',
    reason: null,
  }),
  cash('PaymentReceived', 'bo', 400, { ...paid, paymentId: 'p3' }),
  cash('WriteOffRecovered', 'bo', 400, { itemId: 'i1', writeOffId: 'w1', paymentId: 'p3' }),
  cash('PaymentReceived', null, 50, { ...paid, paymentId: 'p4' }),
])

const nothing = {
  paidMinor: 0,
  refundedMinor: 0,
  reversedMinor: 0,
  creditedMinor: 0,
  writtenOffMinor: 0,
  recoveredMinor: 0,
  cashMinor: 0,
  badDebtMinor: 0,
  valueMinor: 0,
}

describe('what customers have been worth so far', () => {
  it('reads events as receivables write them', () => {
    for (const { body } of facts)
      expect(receivablesEvents.find(({ type }) => type === body.type)?.codec.is(body)).toBe(true)
  })

  it('is what they paid, less what went back and what was never paid', async () => {
    // Worked by hand from domain section 4: paid − refunds − chargebacks − bad debt.
    const answer = historicClv(await rowsAt(facts, asOf), { currency: currency('EUR'), asOf })
    expect(answer.customers).toEqual([
      {
        ...nothing,
        customerId: 'ada',
        paidMinor: 12_000,
        refundedMinor: 300,
        reversedMinor: 2_000,
        creditedMinor: 700,
        cashMinor: 9_700,
        valueMinor: 9_700,
      },
      {
        ...nothing,
        customerId: 'bo',
        paidMinor: 400,
        writtenOffMinor: 900,
        recoveredMinor: 400,
        cashMinor: 400,
        badDebtMinor: 500,
        valueMinor: -100,
      },
    ])
    expect(answer.excluded).toEqual({
      withoutCustomer: { ...nothing, paidMinor: 50, cashMinor: 50, valueMinor: 50 },
    })
    expect(answer.total.valueMinor).toBe(9_700 - 100 + 50)
  })

  it('is one currency at a time', async () => {
    const rows = await rowsAt(facts, asOf)
    expect(currenciesOf(rows)).toEqual(['EUR', 'USD'])
    const answer = historicClv(rows, { currency: currency('USD'), asOf })
    expect(answer.total).toEqual({ ...nothing, paidMinor: 500, cashMinor: 500, valueMinor: 500 })
  })

  it('is joined where two customers turned out to be one', async () => {
    const answer = historicClv(await rowsAt(facts, asOf), {
      currency: currency('EUR'),
      asOf,
      survivors: new Map([['bo', 'ada']]),
    })
    expect(answer.customers.map((one) => [one.customerId, one.valueMinor])).toEqual([
      ['ada', 9_600],
    ])
  })
})
