import {
  addDays,
  daysBetween,
  laterDay,
  type CivilDate,
  type MinorUnits,
  type Text,
} from '../../shared/index.ts'
import { minorUnits } from '../../shared/index.ts'
import type { ReminderChannel, RemindedItem } from '../events.ts'
import type { ReminderPolicy } from '../policy.ts'
import type { Case, Collections } from '../state.ts'
import { askedMinorOf, askedOf, holding, isCovered, withDisputes, type OpenLine } from './lines.ts'

/** The step that is due on a day, or why none is. `closes` names a case that has ended and may be closed. */
export type DueStep =
  | {
      readonly type: 'Due'
      readonly stepId: Text
      readonly offsetDays: number
      readonly channel: ReminderChannel
      readonly cycle: number
      readonly closes: number | null
      readonly items: ReadonlyArray<RemindedItem>
      readonly askedMinor: MinorUnits
    }
  | { readonly type: 'NothingOverdue'; readonly closes: number | null }
  | { readonly type: 'NoStepLeft' }
  | { readonly type: 'NotDue'; readonly stepId: Text; readonly dueFrom: CivilDate }
  | { readonly type: 'TooSoon'; readonly stepId: Text; readonly notBefore: CivilDate }
  | {
      readonly type: 'NothingToAsk'
      readonly stepId: Text
      readonly why: 'disputed' | 'belowMinimum' | 'handedOver'
    }

type Step = ReminderPolicy['steps'][number]

/** The step after those sent in the case: never one sent before, never one with a smaller offset. */
export const nextStep = (policy: ReminderPolicy, current: Case | null): Step | undefined => {
  const steps = policy.steps.toSorted((a, b) => a.offsetDays - b.offsetDays)
  if (current === null) return steps[0]
  const reached = steps
    .filter(({ stepId }) => current.sentSteps.has(stepId))
    .reduce(
      (most, { offsetDays }) => Math.max(most, offsetDays),
      current.lastOffsetDays ?? -Infinity,
    )
  return steps.find(
    ({ stepId, offsetDays }) => offsetDays >= reached && !current.sentSteps.has(stepId),
  )
}

/** No step is sent before this day: the gap after the last one, and never two on one day. */
const notBeforeOf = (
  policy: ReminderPolicy,
  state: Collections,
  current: Case | null,
): CivilDate | null => {
  const gapDays = current === null ? 1 : Math.max(1, policy.minGapDays)
  const afterGap = state.lastSentOn === null ? null : addDays(state.lastSentOn, gapDays)
  if (state.closedOn === null) return afterGap
  return afterGap === null ? state.closedOn : laterDay(afterGap, state.closedOn)
}

const oldestDue = (lines: ReadonlyArray<RemindedItem>): CivilDate | undefined =>
  lines.map(({ dueOn }) => dueOn).toSorted()[0]

/**
 * Which step of a reminder policy is due on a day?
 *
 * Units: `offsetDays` count from the original due day of the oldest line that may be asked for, so the
 * answer depends on the day alone, not on when it was last asked; a day missed sends the step late, once.
 * Shape: at most one step a day, `minGapDays` apart within a case; each step once in a case, offsets never
 * falling; a case lasts while anything is overdue or named by it and open, so that paying one item of two
 * does not start anew. A step with an offset of zero or less speaks of lines before they are overdue.
 * The disputed part is not asked for, nor is what an agency has; below the minimum nothing is.
 * Source: domain 3.1 ReminderPolicy, edge cases 46, 48, 51, 54 to 59, 63; invariants 22 to 24.
 */
export const dueStep = (
  policy: ReminderPolicy,
  state: Collections,
  items: ReadonlyArray<OpenLine>,
  asOf: CivilDate,
): DueStep => {
  const open = withDisputes(
    state,
    items.filter(({ openMinor }) => openMinor > 0),
    asOf,
  )
  const { openCase } = state
  const isOver = openCase !== null && holding(openCase, open, asOf).length === 0
  const current = isOver ? null : openCase
  const closes = isOver ? openCase.cycle : null
  const step = nextStep(policy, current)
  const askable = open.filter((line) => askedOf(line) > 0 && !state.handedOver.has(line.itemId))
  const anchor = oldestDue(askable) ?? oldestDue(open)
  if (anchor === undefined) return { type: 'NothingOverdue', closes }
  if (step === undefined)
    return isOver ? { type: 'NothingOverdue', closes } : { type: 'NoStepLeft' }
  const { stepId, offsetDays, channel } = step
  const dueFrom = addDays(anchor, offsetDays)
  if (asOf < dueFrom)
    return isOver ? { type: 'NothingOverdue', closes } : { type: 'NotDue', stepId, dueFrom }
  const notBefore = notBeforeOf(policy, state, current)
  if (notBefore !== null && asOf < notBefore) return { type: 'TooSoon', stepId, notBefore }
  if (askable.length === 0) {
    const withAgency = open.every(({ itemId }) => state.handedOver.has(itemId))
    return { type: 'NothingToAsk', stepId, why: withAgency ? 'handedOver' : 'disputed' }
  }
  const covered = askable.filter(({ dueOn }) => isCovered(offsetDays, daysBetween(dueOn, asOf)))
  const askedMinor = minorUnits(askedMinorOf(covered))
  if (askedMinor < policy.minBalanceMinor)
    return { type: 'NothingToAsk', stepId, why: 'belowMinimum' }
  const cycle = current?.cycle ?? state.cycle + 1
  return { type: 'Due', stepId, offsetDays, channel, cycle, closes, items: covered, askedMinor }
}
