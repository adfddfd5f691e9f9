import { minorUnits, paymentId, text, writeOffId, type ItemId } from '@tenure/core/shared'
import { toNone } from '@tenure/core/receivables'
import type { Account } from './account.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'

/** Written off; of some the agency collects something after all. */
export const giveUp = async (
  company: Company,
  customer: Customer,
  account: Account,
  itemId: ItemId,
  today: number,
): Promise<void> => {
  const about = { customerId: customer.customerId, currency: account.currency }
  const lostMinor = account.open.get(itemId) ?? 0
  const writtenOff = writeOffId(nextId(customer, 'L'))
  await post(company, customer, account, {
    type: 'WriteOff',
    effectiveOn: company.days.on(today),
    ...about,
    writeOffId: writtenOff,
    itemId,
    reason: text('uncollectable'),
  })
  if (!customer.random.chance(350)) return
  company.agenda.plan(today + customer.random.between(10, 70), async (day) => {
    const effectiveOn = company.days.on(day)
    const received = paymentId(nextId(customer, 'P'))
    await post(company, customer, account, {
      type: 'ReceivePayment',
      effectiveOn,
      ...about,
      paymentId: received,
      amountMinor: minorUnits(Math.ceil((lostMinor * customer.random.between(3, 10)) / 10)),
      method: text('agency'),
      initiatedOn: null,
      settledOn: null,
      allocation: toNone,
    })
    await post(company, customer, account, {
      type: 'RecoverWriteOff',
      effectiveOn,
      ...about,
      writeOffId: writtenOff,
      paymentId: received,
    })
  })
}
