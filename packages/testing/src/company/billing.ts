import {
  basisPointsOf,
  changeId,
  creditId,
  invoiceId,
  itemId,
  knownAnchor,
  minorUnits,
  type CivilDate,
  type OrderId,
  type PaymentTerms,
  text,
} from '@tenure/core/shared'
import type { InvoiceIssued } from '@tenure/core/invoice'
import type * as t from 'io-ts'
import type { Account } from './account.ts'
import { openOf, type Bill } from './bill.ts'
import { isOpen, post, type Company } from './company.ts'
import { planCorrections } from './corrections.ts'
import { nextId, type Customer } from './customer.ts'
import { lookAgainOn } from './dunning.ts'
import { useWhatIsLeft } from './leftovers.ts'
import { planPayments } from './paying.ts'
import { offeredMethods } from './placing.ts'

/** What is to be billed. */
export interface Billable {
  /** `00042-3`: the order's and the invoice's number after the letter. */
  readonly number: string
  readonly orderId: OrderId
  readonly account: Account
  readonly netMinor: number
  readonly terms: PaymentTerms
  readonly anchorOn: CivilDate
  /** The invoice's own day, where it was written before it was posted. */
  readonly issuedOn: number
}

const taxBasisPoints = 2000

/** The company bills whole orders: no lines, no quote, and shipping without tax. */
const wholeOrder = {
  lines: [],
  quote: null,
  shippingTaxBasisPoints: 0,
  feesTaxBasisPoints: 0,
}

const breakdownOf = ({ random }: Customer, netMinor: number) => {
  const discountMinor = random.chance(120) ? basisPointsOf(netMinor, 500, 'halfUp') : 0
  const taxMinor = basisPointsOf(netMinor - discountMinor, taxBasisPoints, 'halfUp')
  return {
    netMinor: minorUnits(netMinor),
    discountMinor: minorUnits(discountMinor),
    taxMinor: minorUnits(taxMinor),
    shippingMinor: minorUnits(random.chance(400) ? 690 : 0),
    feesMinor: minorUnits(0),
    taxRounding: 'global' as const,
  }
}

/** Issues the invoice, opens its item, and plans what will come of it. */
export const bill = async (
  company: Company,
  customer: Customer,
  billable: Billable,
  today: number,
): Promise<void> => {
  const issued = await issue(company, customer, billable, today)
  const { account, terms, issuedOn } = billable
  const opened: Bill = {
    invoiceId: issued.invoiceId,
    itemId: itemId(issued.invoiceId),
    account,
    issuedOn,
    totalMinor: issued.totalMinor,
    schedule: issued.schedule,
    terms,
  }
  await open(company, customer, opened)
  if (isOpen(company, today)) await useWhatIsLeft(company, customer, account, opened, today)
  if (customer.random.chance(5)) return planVoiding(company, customer, opened, billable, today)
  planPayments(company, customer, opened)
  planCorrections(company, customer, opened)
}

const issue = async (
  { desks, days, agenda }: Company,
  customer: Customer,
  { number, orderId, account, netMinor, terms, anchorOn, issuedOn }: Billable,
  today: number,
): Promise<t.TypeOf<typeof InvoiceIssued>> => {
  const { customerId, random } = customer
  const id = invoiceId(`I-${number}`)
  const { events } = await desks.invoices.give(
    {
      type: 'IssueInvoice',
      effectiveOn: days.on(issuedOn),
      customerId,
      invoiceId: id,
      orderId,
      currency: account.currency,
      breakdown: breakdownOf(customer, netMinor),
      ...wholeOrder,
      billFor: { kind: 'order' },
      terms,
      days: knownAnchor(terms.anchor, anchorOn),
      payTo: { account: text('NL02ABNA0123456789'), methods: offeredMethods },
    },
    random,
  )
  const byLetter = random.chance(150)
  const deliveredOn = byLetter ? issuedOn + random.between(2, 5) : Math.max(issuedOn, today)
  agenda.learn(Math.max(today, deliveredOn), deliveredOn, async () => {
    await desks.invoices.ask(
      { type: 'DeliverInvoice', effectiveOn: days.on(deliveredOn), customerId, invoiceId: id },
      random,
      ['InvoiceIsVoid'],
    )
  })
  const issued = events.find((event) => event.type === 'InvoiceIssued')
  if (issued === undefined) throw new Error(`invoice ${id} was issued before`)
  return issued
}

const open = async (company: Company, customer: Customer, opened: Bill): Promise<void> => {
  const { account, terms, schedule } = opened
  const [lateFee] = terms.lateFees
  if (lateFee !== undefined) account.fees.set(opened.itemId, lateFee)
  await post(company, customer, account, {
    type: 'OpenItem',
    effectiveOn: company.days.on(opened.issuedOn),
    customerId: customer.customerId,
    currency: account.currency,
    itemId: opened.itemId,
    kind: 'invoice',
    invoiceId: opened.invoiceId,
    schedule,
    earlyPay: [],
  })
  const firstDueOn = schedule[0]?.dueOn ?? null
  if (firstDueOn !== null)
    lookAgainOn(
      company,
      customer,
      account,
      Math.max(opened.issuedOn + 6, company.days.indexOf(firstDueOn) + 4),
    )
}

/** The invoice named the wrong goods: it is taken back whole, and another takes its place. */
const planVoiding = (
  company: Company,
  customer: Customer,
  wrong: Bill,
  billable: Billable,
  today: number,
): void =>
  company.agenda.plan(today + customer.random.between(1, 4), async (day) => {
    const about = { effectiveOn: company.days.on(day), customerId: customer.customerId }
    const openMinor = openOf(wrong)
    const voided = await company.desks.invoices.ask(
      {
        type: 'VoidInvoice',
        ...about,
        invoiceId: wrong.invoiceId,
        changeId: changeId(nextId(customer, 'V')),
        reason: text('wrong goods'),
        paidMinor: minorUnits(wrong.totalMinor - openMinor),
      },
      customer.random,
      ['VoidAfterPayment'],
    )
    if (voided === undefined) return
    await post(company, customer, wrong.account, {
      type: 'IssueCredit',
      ...about,
      currency: wrong.account.currency,
      creditId: creditId(nextId(customer, 'N')),
      itemId: wrong.itemId,
      amountMinor: minorUnits(openMinor),
      reason: text('invoice taken back'),
    })
    await bill(
      company,
      customer,
      { ...billable, number: `${billable.number}b`, issuedOn: day },
      day,
    )
  })
