import { subscriptionId, type CivilDate, type SubscriptionId } from '../shared/index.ts'
import type { Plan, Subscription } from '../subscription/index.ts'
import type { Dossier } from './dossier.ts'

/** A subscription that has begun, by its name. */
export interface Known {
  readonly subscriptionId: SubscriptionId
  readonly subscription: Subscription
  readonly plan: Plan
}

const category = 'subscription-'

/** The subscriptions of a customer that have begun. */
export const eachSubscription = ({ states }: Dossier): ReadonlyArray<Known> =>
  [...states.subscription].flatMap(([stream, subscription]) =>
    subscription.plan === null
      ? []
      : [
          {
            subscriptionId: subscriptionId(stream.slice(category.length)),
            subscription,
            plan: subscription.plan,
          },
        ],
  )

/** Whether a plan's charge can be made on a day: by mandate only with a method that holds. */
export const canBeCharged = (
  { method }: Subscription,
  { collection }: Pick<Plan, 'collection'>,
  on: CivilDate,
): boolean =>
  collection === 'invoice' ||
  (method !== null && !method.expired && (method.expiresOn === null || on <= method.expiresOn))
