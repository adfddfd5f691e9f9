import { changeId, text } from '@tenure/core/shared'
import type { InactivityRule } from '@tenure/core/churn'
import type { Company } from './company.ts'
import type { Customer } from './customer.ts'

/** At risk at twice the usual interval between purchases, gone at four times. */
const rule: InactivityRule = {
  kind: 'habit',
  ruleId: text('own-interval'),
  version: 1,
  atRiskHundredths: 200,
  churnedHundredths: 400,
  floorDays: 30,
}

/** Whether the customer is drifting away, as far as the house knows on this day. */
export const assess = async (
  { house, days }: Company,
  customer: Customer,
  today: number,
): Promise<void> => {
  const effectiveOn = days.on(today)
  const bought = customer.sales
    .filter(({ cancelled }) => !cancelled)
    .map(({ placedOn }) => placedOn)
  const purchaseDays = [...new Set(bought)].toSorted()
  if (purchaseDays.length === 0) return
  const events = await house.tell(customer, {
    room: 'churn',
    command: {
      type: 'AssessChurn',
      effectiveOn,
      customerId: customer.customerId,
      rule,
      known: { kind: 'purchases', purchaseDays },
    },
  })
  for (const { type } of events ?? []) customer.silent = type !== 'CustomerReturned'
}

/** Once a month somebody goes through those who have not bought for a while. */
export const reviewLoyalty = async (
  company: Company,
  customers: ReadonlyArray<Customer>,
  today: number,
): Promise<void> => {
  const silentSince = company.days.on(Math.max(0, today - 2 * rule.floorDays))
  for (const customer of customers) {
    const last = customer.sales.at(-1)
    if (last !== undefined && last.placedOn < silentSince) await assess(company, customer, today)
  }
}

/** The customer closes the account; one in three thinks better of it. */
export const closeAccount = (company: Company, customer: Customer, on: number): void => {
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
    customer.silent = true
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
      customer.silent = false
    })
  })
}
