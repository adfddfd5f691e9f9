import {
  addDays,
  changeId,
  chargeId,
  creditId,
  disputeId,
  minorUnits,
  refundId,
  type CreditId,
  text,
} from '@tenure/core/shared'
import { taxWithin } from '@tenure/core/terms'
import { openOf, type Bill } from './bill.ts'
import { collect, post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { draw, paperLag, type Spread } from './lags.ts'

const creditLag: Spread = [
  [40, [0, 0]],
  [35, [1, 9]],
  [25, [10, 35]],
]

const aboutOf = ({ customerId }: Customer, { account }: Bill) => ({
  customerId,
  currency: account.currency,
})

/** Plans what may have to be put right about a bill, on few of them. */
export const planCorrections = (company: Company, customer: Customer, bill: Bill): void => {
  const { random, segment } = customer
  if (random.chance(45)) planCredit(company, customer, bill)
  if (random.chance(segment.disputePermille)) planDispute(company, customer, bill)
  if (random.chance(45)) planDueDate(company, customer, bill)
  if (random.chance(15)) planFreight(company, customer, bill)
}

/** Corrects the invoice and takes the sum off the account. What stays as credit balance is paid back or used later. */
export const credit = async (
  company: Company,
  customer: Customer,
  bill: Bill,
  on: { readonly dated: number; readonly today: number },
  amountMinor: number,
  reason: string,
): Promise<void> => {
  const note: CreditId = creditId(nextId(customer, 'N'))
  const { invoiceId, itemId, account } = bill
  const facts = {
    effectiveOn: company.days.on(on.dated),
    ...aboutOf(customer, bill),
    creditId: note,
    amountMinor: minorUnits(amountMinor),
    reason: text(reason),
  }
  await company.desks.invoices.give(
    {
      type: 'CorrectInvoice',
      ...facts,
      invoiceId,
      taxMinor: minorUnits(taxWithin(amountMinor, 2000)),
      taxRounding: 'global',
      lines: [],
      openMinor: minorUnits(openOf(bill)),
    },
    customer.random,
  )
  await post(company, customer, account, { type: 'IssueCredit', ...facts, itemId })
  if (account.credit.has(note) && customer.random.chance(600))
    company.agenda.plan(on.today + customer.random.between(8, 30), (day) =>
      payBack(company, customer, bill, note, day),
    )
}

const payBack = async (
  company: Company,
  customer: Customer,
  bill: Bill,
  note: CreditId,
  today: number,
): Promise<void> => {
  const leftMinor = bill.account.credit.get(note) ?? 0
  if (leftMinor === 0) return
  await post(company, customer, bill.account, {
    type: 'IssueRefund',
    effectiveOn: company.days.on(today),
    ...aboutOf(customer, bill),
    refundId: refundId(nextId(customer, 'R')),
    from: { kind: 'credit', creditId: note },
    amountMinor: minorUnits(leftMinor),
  })
}

/** Goods came back or were short: the note bears the day of the return, and is written when it is checked. */
const planCredit = (company: Company, customer: Customer, bill: Bill): void => {
  const { random } = customer
  const dated = bill.issuedOn + random.between(4, 30)
  const share = random.between(10, 40)
  company.agenda.learn(dated + draw(random, creditLag), dated, async (today) => {
    const amountMinor = Math.floor((bill.totalMinor * share) / 100)
    if (amountMinor > 0)
      await credit(company, customer, bill, { dated, today }, amountMinor, 'goods returned')
  })
}

const planDispute = (company: Company, customer: Customer, bill: Bill): void => {
  const { random } = customer
  const raised = bill.issuedOn + random.between(4, 24)
  const share = random.between(20, 60)
  company.agenda.learn(raised + draw(random, paperLag), raised, async (today) => {
    const openMinor = openOf(bill)
    const amountMinor = Math.floor((openMinor * share) / 100)
    if (amountMinor === 0) return
    const dispute = disputeId(nextId(customer, 'D'))
    await collect(company, customer, bill.account, {
      type: 'RaiseDispute',
      effectiveOn: company.days.on(raised),
      ...aboutOf(customer, bill),
      disputeId: dispute,
      itemId: bill.itemId,
      amountMinor: minorUnits(amountMinor),
      openMinor: minorUnits(openMinor),
      reason: text('quality'),
    })
    company.agenda.plan(today + random.between(7, 40), (day) =>
      resolve(company, customer, bill, dispute, amountMinor, day),
    )
  })
}

const resolve = async (
  company: Company,
  customer: Customer,
  bill: Bill,
  dispute: ReturnType<typeof disputeId>,
  disputedMinor: number,
  today: number,
): Promise<void> => {
  const outcome = customer.random.weighted([
    [45, 'accepted'],
    [35, 'rejected'],
    [20, 'split'],
  ] as const)
  await collect(company, customer, bill.account, {
    type: 'ResolveDispute',
    effectiveOn: company.days.on(today),
    ...aboutOf(customer, bill),
    disputeId: dispute,
    outcome,
  })
  const grantedMinor = outcome === 'split' ? disputedMinor >> 1 : disputedMinor
  if (outcome === 'rejected' || grantedMinor === 0) return
  await credit(company, customer, bill, { dated: today, today }, grantedMinor, 'dispute granted')
}

/** The due day on the invoice was not the one agreed; that is noticed when somebody asks for the money. */
const planDueDate = (company: Company, customer: Customer, bill: Bill): void => {
  const { random } = customer
  const part = bill.schedule.at(-1)
  if (part === undefined || part.dueOn === null) return
  const dueOn = addDays(
    part.dueOn,
    random.chance(650) ? random.between(7, 30) : -random.between(3, 10),
  )
  company.agenda.learn(bill.issuedOn + random.between(5, 38), bill.issuedOn, async () => {
    await post(company, customer, bill.account, {
      type: 'FixDueDate',
      effectiveOn: company.days.on(bill.issuedOn),
      ...aboutOf(customer, bill),
      changeId: changeId(nextId(customer, 'T')),
      itemId: bill.itemId,
      instalment: part.instalment,
      dueOn,
    })
  })
}

/** The carrier charged more than the invoice said. */
const planFreight = (company: Company, customer: Customer, bill: Bill): void => {
  const dated = bill.issuedOn + customer.random.between(1, 8)
  company.agenda.learn(dated + draw(customer.random, paperLag), dated, async () => {
    await post(company, customer, bill.account, {
      type: 'RecordCharge',
      effectiveOn: company.days.on(dated),
      ...aboutOf(customer, bill),
      itemId: bill.itemId,
      chargeId: chargeId(nextId(customer, 'X')),
      reason: text('freight'),
      amountMinor: minorUnits(customer.random.between(5, 40) * 100),
    })
  })
}
