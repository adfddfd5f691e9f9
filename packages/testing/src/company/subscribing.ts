import { changeId, minorUnits, subscriptionId, text } from '@tenure/core/shared'
import type { Plan, SubscriptionCommand } from '@tenure/core/subscription'
import type { Company } from './company.ts'
import type { Customer } from './customer.ts'

const nothingLeft: ReadonlyArray<string> = ['SubscriptionEnded', 'WrongStatus', 'AlreadyCancelled']

/** Care of what was bought, by the month, with half the price for three months. */
const planIn = (currency: Plan['currency'], withTrial: boolean): Plan => ({
  planId: text('care'),
  version: 1,
  tier: text('basic'),
  interval: { unit: 'month', count: 1 },
  priceMinor: minorUnits(2400),
  currency,
  trialDays: withTrial ? 14 : 0,
  phases: [{ periods: 3, priceMinor: minorUnits(1200) }],
  commitment: null,
  entitlements: [text('care')],
  pause: null,
  notice: { daysBefore: 7, daysBeforeIfExpired: 14 },
  collection: 'invoice',
  refundOnCancel: 'none',
})

/** Some take a subscription that is paid on invoice; many of them cancel it some day. */
export const planSubscription = (company: Company, customer: Customer, today: number): void => {
  const { random, number, customerId, currencies } = customer
  const { agenda, days, house } = company
  if (!random.chance(60)) return
  const withTrial = random.chance(400)
  const plan = planIn(currencies[0], withTrial)
  const about = { customerId, subscriptionId: subscriptionId(`S-${number}`) }
  const tell = (command: SubscriptionCommand) =>
    house.tell(customer, { room: 'subscription', command }, nothingLeft)
  agenda.plan(today + random.between(5, 90), async (day) => {
    await tell({
      type: 'StartSubscription',
      effectiveOn: days.on(day),
      ...about,
      changeId: changeId(`subscribed-${number}`),
      plan,
      zone: text(days.zone),
      withTrial,
    })
    if (!random.chance(450)) return
    agenda.plan(day + random.between(20, 400), async (later) => {
      await tell({
        type: 'CancelSubscription',
        effectiveOn: days.on(later),
        ...about,
        changeId: changeId(`unsubscribed-${number}`),
        at: 'periodEnd',
        voluntary: true,
        reason: null,
      })
    })
  })
}
