import { changeId, chargeId, minorUnits, type ItemId } from '@tenure/core/shared'
import type { Account } from './account.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'

/** Somebody looks at an account with something open once a week. */
export const daysBetweenLooks = 7

/** Asks for the agreed fee on the first look after each step of it; the rule has the last word. */
export const assessFee = async (
  company: Company,
  customer: Customer,
  account: Account,
  itemId: ItemId,
  overdueDays: number,
  today: number,
): Promise<void> => {
  const rule = account.fees.get(itemId)
  if (rule === undefined) return
  const since = (overdueDays - rule.afterDays) % (rule.repeatEveryDays ?? Infinity)
  if (overdueDays < rule.afterDays - daysBetweenLooks || since >= daysBetweenLooks) return
  const about = { customerId: customer.customerId, currency: account.currency, itemId }
  const fee = chargeId(nextId(customer, 'F'))
  const assessed = await post(
    company,
    customer,
    account,
    {
      type: 'AssessLateFee',
      effectiveOn: company.days.on(today),
      ...about,
      chargeId: fee,
      rules: [rule],
      graceDays: 0,
      jurisdiction: null,
      disputedMinor: minorUnits(0),
      pauses: [],
      order: null,
    },
    ['NotYetLate', 'FeeCapReached', 'NothingOpen'],
  )
  if (!assessed || !customer.random.chance(150)) return
  company.agenda.plan(today + customer.random.between(3, 12), async (day) => {
    await post(company, customer, account, {
      type: 'WaiveLateFee',
      effectiveOn: company.days.on(day),
      ...about,
      changeId: changeId(nextId(customer, 'W')),
      chargeId: fee,
    })
  })
}
