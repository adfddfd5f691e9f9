import { addDays, type CivilDate, type DisputeId, type ItemId } from '../shared/index.ts'
import type { Collections, Dispute, PaymentPromise, Span } from './state.ts'

// What stands on a day, read from the state.

const standsOn = ({ raisedOn, resolved }: Dispute, asOf: CivilDate | undefined): boolean =>
  asOf === undefined
    ? resolved === null
    : raisedOn <= asOf && (resolved === null || resolved.on > asOf)

/**
 * What is contested on an item: the sum of its disputes that stand, on a day or after all that is known.
 *
 * Units: minor units of the stream's currency. May exceed what is open by now: clamp where it is used.
 */
export const disputedMinor = (state: Collections, itemId: ItemId, asOf?: CivilDate): number => {
  let sum = 0
  for (const dispute of state.disputes.values())
    if (dispute.itemId === itemId && standsOn(dispute, asOf)) sum += dispute.amountMinor
  return sum
}

/** The dispute that stands on an item, where there is one. */
export const standingDispute = (state: Collections, itemId: ItemId): DisputeId | undefined => {
  for (const [disputeId, dispute] of state.disputes)
    if (dispute.itemId === itemId && dispute.resolved === null) return disputeId
  return undefined
}

/** The newest day on which the customer lost a dispute about an item, whole or in part. */
export const disputeLostOn = (
  state: Collections,
  itemId: ItemId,
  asOf: CivilDate,
): CivilDate | undefined =>
  [...state.disputes.values()]
    .flatMap((dispute) =>
      dispute.itemId === itemId && dispute.resolved !== null ? [dispute.resolved] : [],
    )
    .filter(({ on, outcome }) => outcome !== 'accepted' && on <= asOf)
    .map(({ on }) => on)
    .toSorted()
    .at(-1)

const holdsOn = ({ fromOn, untilOn, endedOn }: Span, day: CivilDate): boolean =>
  fromOn <= day && (untilOn === null || day <= untilOn) && (endedOn === null || day < endedOn)

/** The last day of the pause that holds on a day, undefined where none does. */
export const pausedUntil = (state: Collections, day: CivilDate): CivilDate | undefined =>
  [...state.pauses.values()]
    .filter((pause) => holdsOn(pause, day))
    .flatMap(({ untilOn }) => untilOn ?? [])
    .toSorted()
    .at(-1)

/** Whether the house agreed that fees rest on a day. */
export const feesRest = (state: Collections, day: CivilDate): boolean =>
  [...state.hardships.values()].some((span) => holdsOn(span, day))

/** The last day on which a promise is waited for. */
export const promiseWaitsUntil = ({ byOn, graceDays }: PaymentPromise): CivilDate =>
  addDays(byOn, graceDays)

/** The last day to which reminders wait for a promise that stands on a day, undefined without one. */
export const promisedUntil = (state: Collections, day: CivilDate): CivilDate | undefined =>
  [...state.promises.values()]
    .filter(({ outcome, madeOn }) => outcome === 'open' && madeOn <= day)
    .map(promiseWaitsUntil)
    .filter((until) => day <= until)
    .toSorted()
    .at(-1)
