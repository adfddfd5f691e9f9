import { changeId } from '@tenure/core/shared'
import type { Company } from './company.ts'
import type { Customer } from './customer.ts'

/** The customer closes the account; one in three thinks better of it. */
export const planClosing = (company: Company, customer: Customer, on: number): void => {
  const { agenda, house, days } = company
  const { customerId, number, random } = customer
  agenda.plan(on, async (today) => {
    await house.tell(customer, {
      room: 'churn',
      command: {
        type: 'RecordChurn',
        effectiveOn: days.on(today),
        customerId,
        changeId: changeId(`closed-${number}`),
        kind: 'contractual',
        voluntary: true,
      },
    })
    if (!random.chance(330)) return
    agenda.plan(today + random.between(30, 120), async (day) => {
      await house.tell(customer, {
        room: 'churn',
        command: {
          type: 'RecordReturn',
          effectiveOn: days.on(day),
          customerId,
          changeId: changeId(`reopened-${number}`),
        },
      })
    })
  })
}
