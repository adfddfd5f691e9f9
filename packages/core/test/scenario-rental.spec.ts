import { describe, expect, it } from 'vitest'
import { invoiceRoom, plainBill, type InvoiceCommand } from '../src/invoice/index.ts'
import {
  goodsLine,
  nothingElseAsked,
  orderRoom,
  reservedCredit,
  type OrderCommand,
} from '../src/order/index.ts'
import {
  addDays,
  addMonths,
  agreementId,
  cashInAdvance,
  civilDate,
  currency,
  customerId,
  invoiceId,
  minorUnits,
  net,
  orderId,
  text,
  type CivilDate,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { makeHouse, only, written } from './scenario-words.ts'

// A lender of excavators and cranes used to take the rent in advance. Now new customers pay each month
// when it is over, thirty days after the invoice; what they sign up for is large, so that there is an
// agreement, references are checked, and credit is reserved.

const euro = currency('EUR')
const methods = [text('transfer'), text('direct debit')]
const of = (who: string, on: CivilDate) => ({ effectiveOn: on, customerId: customerId(who) })

const rent = (who: string, on: CivilDate, months: number, terms: PaymentTerms): OrderCommand => ({
  type: 'PlaceOrder',
  ...of(who, on),
  orderId: orderId(`R-${who}-${on}`),
  currency: euro,
  lines: [{ ...goodsLine('excavator', String(months), '4200', euro), kind: 'service' }],
  terms,
  offeredMethods: methods,
  promisedOn: on,
  stages: null,
})

/** The invoice for a month of rent, dated as asked. */
const bill = (who: string, from: CivilDate, until: CivilDate, on = until): InvoiceCommand => ({
  type: 'IssueInvoice',
  ...of(who, on),
  invoiceId: invoiceId(`I-${who}-${from}`),
  orderId: orderId(`R-${who}-2026-01-31`),
  currency: euro,
  ...plainBill(420_000),
  billFor: { kind: 'period', from, until, inArrears: true },
  terms: net(30),
  payTo: { account: text('DE89370400440532013000'), methods },
})

const first = civilDate('2026-01-31')

/** The house with the order of Bau AG confirmed: an agreement is signed, references are in. */
const rented = () => {
  const house = makeHouse()
  house.give(orderRoom, rent('Bau AG', first, 3, net(30)))
  const about = { ...of('Bau AG', first), orderId: orderId('R-Bau AG-2026-01-31') }
  house.give(orderRoom, {
    type: 'ConfirmOrder',
    ...about,
    ...nothingElseAsked,
    credit: reservedCredit(1_260_000, civilDate('2026-12-31')),
    agreement: { thresholdMinor: minorUnits(1_000_000), agreementId: agreementId('A-1') },
    checklist: { required: [text('trade reference')], provided: [text('trade reference')] },
    method: text('transfer'),
  })
  return house
}

describe('a lender of machines who is paid in arrears', () => {
  it('bills a month of rent when it is over, and gains customers who never paid in advance [0-13]', () => {
    const house = rented()
    const end = civilDate('2026-02-27')
    const early = bill('Bau AG', first, end, civilDate('2026-02-26'))
    expect(house.refuse(invoiceRoom, early)).toEqual({
      type: 'PeriodNotOver',
      invoiceId: invoiceId('I-Bau AG-2026-01-31'),
      until: end,
    })
    const issued = house.give(invoiceRoom, bill('Bau AG', first, end))
    expect(only(issued, 'InvoiceIssued').schedule).toEqual([
      { instalment: 1, amountMinor: 420_000, dueOn: '2026-03-29' },
    ])
    house.give(orderRoom, rent('Neubau', civilDate('2026-02-10'), 1, net(30)))
    house.give(orderRoom, rent('Neubau', civilDate('2026-03-10'), 1, net(30)))
    house.give(orderRoom, rent('Altbau', civilDate('2026-02-11'), 1, cashInAdvance))
    // New customers by the terms of their first order.
    const firstTerms = new Map<string, string>()
    for (const { customerId: who, ...fact } of house.log)
      if (who !== null && 'terms' in fact && !firstTerms.has(who))
        firstTerms.set(who, JSON.stringify(fact.terms).includes('"cia"') ? 'in advance' : 'after')
    expect([...firstTerms]).toEqual([
      ['Bau AG', 'after'],
      ['Neubau', 'after'],
      ['Altbau', 'in advance'],
    ])
  })

  it('writes this log of the first quarter, its months counted from the day they began', () => {
    const house = rented()
    for (const month of [0, 1, 2]) {
      const from = addMonths(first, month)
      house.give(invoiceRoom, bill('Bau AG', from, addDays(addMonths(first, month + 1), -1)))
    }
    expect(written(house.log)).toEqual([
      '2026-01-31 OrderPlaced 1260000',
      '2026-01-31 OrderConfirmed 1260000',
      '2026-02-27 InvoiceIssued 420000',
      '2026-03-30 InvoiceIssued 420000',
      '2026-04-29 InvoiceIssued 420000',
    ])
  })
})
