import { addDays, unreachable, type CivilDate, type OrderId, type Text } from '../shared/index.ts'
import { drawn } from './draw.ts'
import type { SequencePolicy, StepDay } from './sequence-policy.ts'

/** Days after the order; a seeded day depends on the order's id and the step's, and on nothing else. */
export const daysOfStep = (day: StepDay, orderId: OrderId, stepId: Text): number => {
  switch (day.kind) {
    case 'offset':
      return day.days
    case 'seeded':
      return day.fromDays + drawn([orderId, stepId], day.toDays - day.fromDays + 1)
    default:
      return unreachable(day)
  }
}

/** Whether a policy can be followed: steps with names of their own, on days that exist, by some channel. */
export const isSoundPolicy = ({ steps }: SequencePolicy): boolean =>
  steps.length > 0 &&
  new Set(steps.map(({ stepId }) => stepId)).size === steps.length &&
  steps.every(
    ({ day, channels }) =>
      channels.length > 0 && (day.kind === 'offset' || day.fromDays <= day.toDays),
  )

/** When each step is due, in the order in which they are sent: by day, then as the policy lists them. */
export const stepDays = (
  policy: SequencePolicy,
  orderId: OrderId,
  orderedOn: CivilDate,
): ReadonlyArray<{ readonly stepId: Text; readonly dueOn: CivilDate }> =>
  policy.steps
    .map(({ stepId, day }) => ({
      stepId,
      dueOn: addDays(orderedOn, daysOfStep(day, orderId, stepId)),
    }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
