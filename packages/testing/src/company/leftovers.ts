import { changeId, minorUnits, refundId } from '@tenure/core/shared'
import { allBy, type ReceivePayment } from '@tenure/core/receivables'
import type { TradeEvent } from '@tenure/core/rooms'
import { cashLeft, creditLeft, type Bill } from './bill.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'

/** The cash that nothing was set against goes back, unless a later bill takes it. */
export const planRefund = (
  company: Company,
  customer: Customer,
  { currency, paymentId: from }: Pick<ReceivePayment, 'currency' | 'paymentId'>,
  today: number,
): void => {
  if (customer.random.chance(450)) return
  company.agenda.plan(today + customer.random.between(10, 40), async (day) => {
    const leftMinor = cashLeft(customer, currency, from)
    if (leftMinor === 0) return
    await post(company, customer, {
      type: 'IssueRefund',
      effectiveOn: company.days.on(day),
      customerId: customer.customerId,
      currency,
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
  { currency, itemId }: Pick<Bill, 'currency' | 'itemId'>,
  { paymentId: moved }: ReceivePayment,
  today: number,
): Promise<void> => {
  const about = {
    effectiveOn: company.days.on(today),
    customerId: customer.customerId,
    currency,
    paymentId: moved,
  }
  const change = (): ReturnType<typeof changeId> => changeId(nextId(customer, 'M'))
  const command = { type: 'UnapplyPayment', ...about, changeId: change(), itemId } as const
  // The house had set it against another bill by itself.
  if (!(await post(company, customer, command, ['NotApplied']))) return
  await post(company, customer, {
    type: 'AllocatePayment',
    ...about,
    changeId: change(),
    allocation: allBy('oldestDue'),
  })
}

/** What a credit note left over is paid back to some, unless a later bill takes it. */
export const planPayBack = (
  company: Company,
  customer: Customer,
  { currency, creditId, kind }: Extract<TradeEvent, { type: 'CreditBalanceIncreased' }>,
  today: number,
): void => {
  const { customerId, random } = customer
  if (kind === 'storeCredit' || !random.chance(600)) return
  company.agenda.plan(today + random.between(8, 30), async (day) => {
    const leftMinor = creditLeft(customer, currency, creditId)
    if (leftMinor === 0) return
    await post(company, customer, {
      type: 'IssueRefund',
      effectiveOn: company.days.on(day),
      customerId,
      currency,
      refundId: refundId(nextId(customer, 'R')),
      from: { kind: 'credit', creditId },
      amountMinor: minorUnits(leftMinor),
    })
  })
}
