import { fold } from '../src/shared/index.ts'
import {
  subscriptionRoom,
  type Plan,
  type Subscription,
  type SubscriptionCommand,
  type SubscriptionEvent,
} from '../src/subscription/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  minorUnits,
  subscriptionId,
  text,
} from '../src/shared/index.ts'
import * as E from 'fp-ts/lib/Either.js'

/** Ten euros a month, in arrears of nothing: paid on invoice, no trial, no phases, no commitment. */
export const monthly: Plan = {
  planId: text('standard'),
  version: 1,
  tier: text('standard'),
  interval: { unit: 'month', count: 1 },
  priceMinor: minorUnits(1000),
  currency: currency('EUR'),
  trialDays: 0,
  phases: [],
  commitment: null,
  entitlements: [text('library'), text('priority support')],
  pause: { maxDays: 30, noticeDays: 0, period: 'extend' },
  notice: { daysBefore: 3, daysBeforeIfExpired: 14 },
  collection: 'invoice',
  refundOnCancel: 'none',
}
export const price = (priceMinor: number, plan = monthly): Plan => ({
  ...plan,
  planId: text(`at ${priceMinor}`),
  priceMinor: minorUnits(priceMinor),
})

export const on = (day: string) => ({
  effectiveOn: civilDate(day),
  customerId: customerId('Ада'),
  subscriptionId: subscriptionId('S-1'),
})
export const change = (day: string, id: string) => ({ ...on(day), changeId: changeId(id) })

export const start = (day: string, plan = monthly, withTrial = false): SubscriptionCommand => ({
  type: 'StartSubscription',
  ...change(day, 'start'),
  plan,
  zone: text('Europe/Sofia'),
  withTrial,
})
export const renew = (day: string, periodIndex: number): SubscriptionCommand => ({
  type: 'RenewSubscription',
  ...on(day),
  periodIndex,
})
export const changeTo = (
  day: string,
  plan: Plan,
  when: 'now' | 'periodEnd' = 'now',
): SubscriptionCommand => ({
  type: 'ChangePlan',
  ...change(day, `${day} ${plan.planId} ${when}`),
  plan,
  when,
})
export const pause = (day: string, from: string, to: string): SubscriptionCommand => ({
  type: 'PauseSubscription',
  ...change(day, `pause ${from}`),
  from: civilDate(from),
  to: civilDate(to),
})
export const resume = (day: string): SubscriptionCommand => ({
  type: 'ResumeSubscription',
  ...change(day, `resume ${day}`),
})
export const suspend = (day: string): SubscriptionCommand => ({
  type: 'SuspendSubscription',
  ...change(day, `suspend ${day}`),
  reason: null,
})
export const reinstate = (day: string): SubscriptionCommand => ({
  type: 'ReinstateSubscription',
  ...change(day, `reinstate ${day}`),
})
export const cancel = (
  day: string,
  at: 'now' | 'periodEnd' = 'now',
  voluntary = true,
): SubscriptionCommand => ({
  type: 'CancelSubscription',
  ...change(day, `cancel ${day}`),
  at,
  voluntary,
  reason: null,
})
export const reactivate = (day: string, plan = monthly): SubscriptionCommand => ({
  type: 'ReactivateSubscription',
  ...change(day, `reactivate ${day}`),
  plan,
})
export const convert = (
  day: string,
  firstCharge: 'paid' | 'failed' | 'invoiced' = 'paid',
): SubscriptionCommand => ({ type: 'ConvertTrial', ...change(day, 'convert'), firstCharge })
export const method = (day: string, expiresOn: string | null): SubscriptionCommand => ({
  type: 'RecordMandate',
  ...change(day, `method ${day}`),
  methodId: text('card-1'),
  kind: 'card',
  expiresOn: expiresOn === null ? null : civilDate(expiresOn),
})
export const notice = (day: string, periodIndex: number): SubscriptionCommand => ({
  type: 'SendRenewalNotice',
  ...on(day),
  periodIndex,
})

/** What commands lead to, in order; one that is refused is a mistake of the example. */
export const happened = (
  ...commands: ReadonlyArray<SubscriptionCommand>
): ReadonlyArray<SubscriptionEvent> => {
  const events: Array<SubscriptionEvent> = []
  for (const command of commands) {
    const state = fold(subscriptionRoom.decider, events)
    const answer = subscriptionRoom.decider.decide(command)(state)
    if (E.isLeft(answer)) throw new Error(subscriptionRoom.explain(answer.left))
    events.push(...answer.right)
  }
  return events
}
export const after = (...commands: ReadonlyArray<SubscriptionCommand>): Subscription =>
  fold(subscriptionRoom.decider, happened(...commands))

/** The periods that the facts name as begun or billed, one a line. */
export const periodsOf = (events: ReadonlyArray<SubscriptionEvent>): ReadonlyArray<string> =>
  events.flatMap((event) =>
    'priceMinor' in event ? [`${event.period.from} ${event.period.to} ${event.priceMinor}`] : [],
  )
