import { unreachable } from '../../shared/index.ts'
import type { ReminderPolicy, ReminderStep } from '../policy.ts'
import type { Case } from '../state.ts'

/** A step with its place on one scale. */
export interface Placed {
  readonly step: ReminderStep
  /**
   * Days after the due day, whatever the step is anchored on: a month ends at most 30 days after a due day
   * in it, and a step counted from the one before adds to that one's.
   */
  readonly offsetDays: number
}

/** The steps of a policy with their places, in the order in which it lists them. */
export const placedInOrder = ({ steps }: ReminderPolicy): ReadonlyArray<Placed> => {
  let before = 0
  return steps.map((step) => {
    const { anchor, offsetDays } = step
    const from = anchor === 'due' ? 0 : anchor === 'endOfMonth' ? 30 : before
    before = from + offsetDays
    return { step, offsetDays: before }
  })
}

/** By place; steps of one place keep the order of the policy. */
const placedSteps = (policy: ReminderPolicy): ReadonlyArray<Placed> =>
  placedInOrder(policy).toSorted((a, b) => a.offsetDays - b.offsetDays)

/** The steps that may follow in a case: never one taken before, never one with a smaller offset. */
const candidates = (placed: ReadonlyArray<Placed>, current: Case | null): ReadonlyArray<Placed> => {
  if (current === null) return placed
  const reached = placed
    .filter(({ step }) => current.sentSteps.has(step.stepId))
    .reduce(
      (most, { offsetDays }) => Math.max(most, offsetDays),
      current.lastOffsetDays ?? -Infinity,
    )
  return placed.filter(
    ({ step, offsetDays }) => offsetDays >= reached && !current.sentSteps.has(step.stepId),
  )
}

/**
 * The step that comes next, by the order that the policy names.
 *
 * Shape: `sequential` takes one after the other; `worst` the last one whose day has come, whatever lies
 * between; `byCount` the one whose place is the number of reminders so far, sent elsewhere or not.
 * Source: domain 0.8.
 */
export const nextStep = (
  policy: ReminderPolicy,
  current: Case | null,
  isDue: (placed: Placed) => boolean,
): Placed | undefined => {
  const placed = placedSteps(policy)
  const left = candidates(placed, current)
  switch (policy.stepOrder) {
    case 'sequential':
      return left[0]
    case 'worst':
      return left.findLast(isDue) ?? left[0]
    case 'byCount':
      return left.find((candidate) => placed.indexOf(candidate) >= (current?.sentCount ?? 0))
    default:
      return unreachable(policy.stepOrder)
  }
}
