import { findItem, invoiceOf, itemOfInvoice } from '@tenure/core/policies'
import type { InvoiceCommand } from '@tenure/core/invoice'
import type { TradeEvent } from '@tenure/core/rooms'
import {
  changeId,
  knownAnchor,
  invoiceId as makeInvoiceId,
  minorUnits,
  text,
  type CivilDate,
  type InvoiceId,
} from '@tenure/core/shared'
import { openOn, type Bill } from './bill.ts'
import type { Company } from './company.ts'
import { planCorrections } from './corrections.ts'
import { nextId, type Customer } from './customer.ts'
import { companyRules } from './house-rules.ts'
import { planPart, planPayments } from './paying.ts'

type Of<T extends TradeEvent['type']> = Extract<TradeEvent, { type: T }>

/** The invoice goes out the same day, or by letter and some days later. */
export const planDelivery = (
  company: Company,
  customer: Customer,
  issued: Of<'InvoiceIssued'>,
  today: number,
): void => {
  const { invoiceId } = issued
  const { random, customerId } = customer
  const { days, agenda, house } = company
  const issuedOn = days.indexOf(issued.effectiveOn)
  if (random.chance(5)) planVoiding(company, customer, issued, today)
  const byLetter = random.chance(150)
  const deliveredOn = byLetter ? issuedOn + random.between(2, 5) : Math.max(issuedOn, today)
  agenda.learn(Math.max(today, deliveredOn), deliveredOn, async () => {
    const about = { effectiveOn: days.on(deliveredOn), customerId, invoiceId }
    await house.tell(customer, { room: 'invoice', command: { type: 'DeliverInvoice', ...about } }, [
      'InvoiceIsVoid',
    ])
  })
}

const billOf = (
  { days }: Company,
  invoiceId: InvoiceId,
  { itemId, currency, effectiveOn, amountMinor, schedule }: Of<'ItemOpened'>,
): Bill => ({
  invoiceId,
  itemId,
  currency,
  issuedOn: days.indexOf(effectiveOn),
  totalMinor: amountMinor,
  schedule,
})

/** What a customer is going to do about a bill, and what turns out to be wrong with it. */
export const planBill = (company: Company, customer: Customer, event: Of<'ItemOpened'>): void => {
  if (event.invoiceId === null) return
  const bill = billOf(company, event.invoiceId, event)
  planPayments(company, customer, bill)
  planCorrections(company, customer, bill)
}

/** A due day that waited for a delivery has come: the customer pays by it. */
export const planNewDueDay = (
  company: Company,
  customer: Customer,
  { itemId, instalment, changeId: change }: Of<'DueDateFixed'>,
): void => {
  // Those of people correct a day that was known before; only a policy names one by its invoice.
  if (!change.startsWith('billing/due/')) return
  const found = findItem(customer.file.dossier, itemId)
  const invoiceId = found?.item.invoiceId ?? null
  const issued = invoiceId === null ? null : invoiceOf(customer.file.dossier, invoiceId)?.issued
  if (found === undefined || issued === null || issued === undefined) return
  const bill: Bill = {
    invoiceId: issued.invoiceId,
    itemId,
    currency: found.currency,
    issuedOn: company.days.indexOf(issued.issuedOn),
    totalMinor: issued.totalMinor,
    schedule: found.item.schedule,
  }
  const part = bill.schedule.find((one) => one.instalment === instalment)
  if (part !== undefined) planPart(company, customer, bill, part)
}

/** The invoice named the wrong goods: it is taken back whole, and another takes its place. */
const planVoiding = (
  { agenda, days, house }: Company,
  customer: Customer,
  wrong: Of<'InvoiceIssued'>,
  today: number,
): void =>
  agenda.plan(today + customer.random.between(1, 4), async (day) => {
    const { invoiceId, totalMinor } = wrong
    const { customerId } = customer
    const about = { effectiveOn: days.on(day), customerId }
    const command: InvoiceCommand = {
      type: 'VoidInvoice',
      ...about,
      invoiceId,
      changeId: changeId(nextId(customer, 'V')),
      reason: text('wrong goods'),
      paidMinor: minorUnits(Math.max(0, totalMinor - openOn(customer, itemOfInvoice(invoiceId)))),
    }
    const voided = await house.tell(customer, { room: 'invoice', command }, cannotBeVoided)
    const again = voided === undefined ? undefined : instead(wrong, about.effectiveOn)
    if (again !== undefined) await house.tell(customer, { room: 'invoice', command: again })
  })

const cannotBeVoided = ['VoidAfterPayment', 'VoidAfterCorrection', 'InvoiceIsVoid']

/** The invoice as it should have been; undefined where it is not one of ours. */
const instead = (wrong: Of<'InvoiceIssued'>, on: CivilDate): InvoiceCommand | undefined => {
  const { customerId, orderId, currency, breakdown, billFor, terms } = wrong
  if (terms === null || breakdown === null) return undefined
  return {
    type: 'IssueInvoice',
    effectiveOn: on,
    customerId,
    invoiceId: makeInvoiceId(`${wrong.invoiceId}b`),
    orderId,
    currency,
    breakdown,
    lines: [],
    quote: null,
    shippingTaxBasisPoints: 0,
    feesTaxBasisPoints: 0,
    billFor,
    terms,
    days: knownAnchor(terms.anchor, on),
    payTo: companyRules.payTo,
  }
}
