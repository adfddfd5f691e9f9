import { changeId } from '@tenure/core/shared'
import type { TradeEvent } from '@tenure/core/rooms'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'

/** Of some, somebody takes the fee back when they call. */
export const planWaiving = (
  company: Company,
  customer: Customer,
  { currency, itemId, chargeId }: Extract<TradeEvent, { type: 'LateFeeAssessed' }>,
  today: number,
): void => {
  const { customerId, random } = customer
  if (!random.chance(150)) return
  company.agenda.plan(today + random.between(3, 12), async (day) => {
    await post(company, customer, {
      type: 'WaiveLateFee',
      effectiveOn: company.days.on(day),
      customerId,
      currency,
      itemId,
      changeId: changeId(nextId(customer, 'W')),
      chargeId,
    })
  })
}
