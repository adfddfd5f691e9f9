import { changeId, minorUnits, refundId } from '@tenure/core/shared'
import { allBy, onlyTo, type ReceivePayment } from '@tenure/core/receivables'
import type { Account } from './account.ts'
import { openOf, type Bill } from './bill.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'

/** The cash that nothing was set against goes back, unless a later bill takes it. */
export const planRefund = (
  company: Company,
  customer: Customer,
  { account }: Bill,
  { paymentId: from }: ReceivePayment,
  today: number,
): void => {
  if (customer.random.chance(450)) return
  company.agenda.plan(today + customer.random.between(10, 40), async (day) => {
    const leftMinor = account.unapplied.get(from) ?? 0
    if (leftMinor === 0) return
    await post(company, customer, account, {
      type: 'IssueRefund',
      effectiveOn: company.days.on(day),
      customerId: customer.customerId,
      currency: account.currency,
      refundId: refundId(nextId(customer, 'R')),
      from: { kind: 'cash', paymentId: from },
      amountMinor: minorUnits(leftMinor),
    })
  })
}

/** The clerk had set cash against the wrong bill: it is taken back, and set against the oldest. */
export const reapply = async (
  company: Company,
  customer: Customer,
  { account, itemId }: Bill,
  { paymentId: moved }: ReceivePayment,
  today: number,
): Promise<void> => {
  const about = {
    effectiveOn: company.days.on(today),
    customerId: customer.customerId,
    currency: account.currency,
    paymentId: moved,
  }
  const change = (): ReturnType<typeof changeId> => changeId(nextId(customer, 'M'))
  await post(company, customer, account, {
    type: 'UnapplyPayment',
    ...about,
    changeId: change(),
    itemId,
  })
  await post(company, customer, account, {
    type: 'AllocatePayment',
    ...about,
    changeId: change(),
    allocation: allBy('oldestDue'),
  })
}

/** Cash and credit of earlier days pay the new item. */
export const useWhatIsLeft = async (
  company: Company,
  customer: Customer,
  account: Account,
  opened: Bill,
  today: number,
): Promise<void> => {
  const about = {
    effectiveOn: company.days.on(today),
    customerId: customer.customerId,
    currency: account.currency,
    allocation: onlyTo(opened.itemId),
  } as const
  for (const paymentId of account.unapplied.keys()) {
    if (openOf(opened) === 0) return
    const change = changeId(nextId(customer, 'A'))
    await post(company, customer, account, {
      type: 'AllocatePayment',
      ...about,
      changeId: change,
      paymentId,
    })
  }
  for (const note of account.credit.keys()) {
    if (openOf(opened) === 0) return
    const change = changeId(nextId(customer, 'A'))
    await post(company, customer, account, {
      type: 'ApplyCredit',
      ...about,
      changeId: change,
      creditId: note,
    })
  }
}
