import { addDays, laterDay, minorUnits, type CivilDate } from '../../shared/index.ts'
import type { ReminderPolicy } from '../policy.ts'
import { feesRest, pausedUntil, promisedUntil } from '../standing.ts'
import type { Case, Collections } from '../state.ts'
import type { Due, DueStep, Evidence } from './due.ts'
import { askedMinorOf, holding, linesOn, remindedOf, type Line } from './lines.ts'
import { nextStep, type Placed } from './next-step.ts'
import { coveredBy, planOf, whyNothing } from './step-plan.ts'

/** Where the asking stands on a day: the lines, the open case, and the one that a new case goes on from. */
interface Standing {
  readonly lines: ReadonlyArray<Line>
  readonly current: Case | null
  readonly before: Case | null
  readonly closes: number | null
}

const standingOf = (
  policy: ReminderPolicy,
  state: Collections,
  { items }: Evidence,
  asOf: CivilDate,
): Standing => {
  const lines = linesOn(policy, state, items, asOf)
  const { openCase } = state
  const isOver = openCase !== null && holding(openCase, lines, asOf).length === 0
  const ended = isOver ? openCase : state.lastCase
  const isReopened = lines.some(({ itemId, dueOn }) => ended?.named.get(itemId)?.has(dueOn))
  return {
    lines,
    current: isOver ? null : openCase,
    before: policy.onReopen === 'continue' && isReopened ? ended : null,
    closes: isOver ? openCase.cycle : null,
  }
}

/** No step is sent before this day: the gap after the last one, its deadline, and never two on one day. */
const notBeforeOf = (
  { step }: Placed,
  state: Collections,
  current: Case | null,
): CivilDate | null => {
  const isRetry = current?.failed.has(step.stepId) ?? false
  const gapDays = current === null || isRetry ? 1 : Math.max(1, step.minGapDays)
  const days = [
    state.lastSentOn === null ? [] : addDays(state.lastSentOn, gapDays),
    state.closedOn ?? [],
    current === null || current.deadlineOn === null ? [] : addDays(current.deadlineOn, 1),
  ].flat()
  return days.length === 0 ? null : days.reduce(laterDay)
}

const pauseOf = ({ step }: Placed, state: Collections, asOf: CivilDate): DueStep | undefined => {
  const { stepId, conditions } = step
  const paused = pausedUntil(state, asOf)
  if (paused !== undefined) return { type: 'Paused', stepId, why: 'pause', untilOn: paused }
  const promised = conditions.noPromise ? promisedUntil(state, asOf) : undefined
  if (promised === undefined) return undefined
  return { type: 'Paused', stepId, why: 'promise', untilOn: promised }
}

type Way = Pick<Due, 'channel' | 'manual'>

/** The first channel of the plan that the customer agreed to and that did not fail; else a person. */
const wayOf = ({ step }: Placed, { channels }: Evidence, current: Case | null): Way => {
  const { channelPlan, action, stepId } = step
  if (channelPlan.length === 0 && action !== 'notify') return { channel: null, manual: null }
  const failed = current?.failed.get(stepId)
  const channel = channelPlan.find((way) => channels.includes(way) && failed?.has(way) !== true)
  if (channel !== undefined) return { channel, manual: null }
  return { channel: null, manual: failed === undefined ? 'noConsent' : 'undelivered' }
}

/**
 * Which step of a reminder policy is due on a day?
 *
 * Units: offsets count from the original due day of the oldest line that may be asked for (or the end of
 * its month, or the step before), so the answer depends on the day alone, not on when it was last asked; a
 * day missed sends the step late, once. An extension, and by policy a dispute that was lost, moves the day.
 * Shape: at most one step a day, the step's gap apart within a case; each step once in a case unless it did
 * not arrive, offsets never falling; a case lasts while anything is overdue or named by it and open, so that
 * paying one item of two does not start anew. A step with an offset of zero or less speaks of lines before
 * they are overdue. The disputed part is not asked for, nor is what an agency has, what a mandate collects
 * or what is going back; below the minimum nothing is. A pause and a promise hold every step up to their
 * last day. Without a channel that the customer agreed to, a person is asked.
 * Source: domain 3.1 ReminderPolicy, edge cases 28, 46, 48, 51 to 63; invariants 22 to 25.
 */
export const dueStep = (
  policy: ReminderPolicy,
  state: Collections,
  evidence: Evidence,
  asOf: CivilDate,
): DueStep => {
  const { lines, current, before, closes } = standingOf(policy, state, evidence, asOf)
  const base = current ?? before
  const nothing: DueStep = { type: 'NothingOverdue', closes }
  if (lines.length === 0) return nothing
  const dueFromOf = (placed: Placed) => planOf(placed, state, lines, base)?.dueFrom
  const isDue = (placed: Placed) => (dueFromOf(placed) ?? asOf) <= asOf
  const placed = nextStep(policy, base, isDue)
  if (placed === undefined) return closes === null ? { type: 'NoStepLeft' } : nothing
  const plan = planOf(placed, state, lines, base)
  if (plan === undefined) return nothing
  const { stepId, action, conditions } = placed.step
  const { askable, dueFrom } = plan
  if (asOf < dueFrom) return closes === null ? { type: 'NotDue', stepId, dueFrom } : nothing
  const notBefore = notBeforeOf(placed, state, current)
  if (notBefore !== null && asOf < notBefore) return { type: 'TooSoon', stepId, notBefore }
  const paused = pauseOf(placed, state, asOf)
  if (paused !== undefined) return paused
  if (askable.length === 0) return { type: 'NothingToAsk', stepId, why: whyNothing(state, lines) }
  const covered = coveredBy(placed, askable, asOf)
  const askedMinor = minorUnits(askedMinorOf(covered))
  if (askedMinor < conditions.minBalanceMinor)
    return { type: 'NothingToAsk', stepId, why: 'belowMinimum' }
  const way = wayOf(placed, evidence, current)
  if (way.manual !== null && current?.manual.has(stepId) === true)
    return { type: 'AwaitsPerson', stepId }
  const isFeeAlone = action === 'fee' && way.channel === null && way.manual === null
  if (isFeeAlone && feesRest(state, asOf)) return { type: 'NothingToAsk', stepId, why: 'hardship' }
  return {
    type: 'Due',
    stepId,
    step: placed.step,
    offsetDays: placed.offsetDays,
    ...way,
    cycle: current?.cycle ?? state.cycle + 1,
    continuesCycle: current === null ? (before?.cycle ?? null) : null,
    closes,
    items: covered.map(remindedOf),
    askedMinor,
  }
}
