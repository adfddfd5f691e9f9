import { addDays, endOfMonth, laterDay, type CivilDate } from '../../shared/index.ts'
import type { WhyNothing } from '../rejections.ts'
import type { Case, Collections } from '../state.ts'
import { askedOf, type Line } from './lines.ts'
import type { Placed } from './next-step.ts'

/** What a step would speak of, and from which day on. */
export interface StepPlan {
  readonly askable: ReadonlyArray<Line>
  readonly dueFrom: CivilDate
}

/** A mandate collects on the due day: no word before it. What is on its way in or back is left alone. */
const isHeld = ({ offsetDays }: Placed, { hold }: Line): boolean =>
  hold !== null && (hold !== 'collectionPlanned' || offsetDays <= 0)

const isAskable = (placed: Placed, line: Line, lines: ReadonlyArray<Line>): boolean => {
  if (askedOf(line) === 0 || isHeld(placed, line)) return false
  if (!placed.step.conditions.noDispute) return true
  return lines.every(({ itemId, disputedMinor }) => itemId !== line.itemId || disputedMinor === 0)
}

const oldest = (lines: ReadonlyArray<Line>): CivilDate | undefined =>
  lines.map(({ countsFromOn }) => countsFromOn).toSorted()[0]

/** From which day a step speaks of a line that is not overdue yet. */
const dueFromLine = ({ step, offsetDays }: Placed, from: CivilDate): CivilDate =>
  step.anchor === 'endOfMonth'
    ? addDays(endOfMonth(from), step.offsetDays)
    : addDays(from, offsetDays)

/** A step after the step before: so many days later, and not before it has a line to speak of. */
const dueFrom = (placed: Placed, from: CivilDate, current: Case | null): CivilDate => {
  const lastStepOn = current?.lastStepOn ?? null
  if (placed.step.anchor !== 'previousStepSent' || lastStepOn === null)
    return dueFromLine(placed, from)
  const hasLine = addDays(from, Math.min(placed.offsetDays, 1))
  return laterDay(addDays(lastStepOn, placed.step.offsetDays), hasLine)
}

/** The lines a step may ask for and the day it is due from; undefined where nothing is open. */
export const planOf = (
  placed: Placed,
  state: Collections,
  lines: ReadonlyArray<Line>,
  current: Case | null,
): StepPlan | undefined => {
  const ours = lines.filter(({ itemId }) => !state.handedOver.has(itemId))
  const askable = ours.filter((line) => isAskable(placed, line, lines))
  const from = oldest(askable) ?? oldest(lines)
  return from === undefined ? undefined : { askable, dueFrom: dueFrom(placed, from, current) }
}

/** The lines that a step speaks of: overdue ones, and for a step sent ahead those it is meant for. */
export const coveredBy = (
  placed: Placed,
  askable: ReadonlyArray<Line>,
  asOf: CivilDate,
): ReadonlyArray<Line> =>
  askable.filter(
    (line) =>
      line.isAccelerated ||
      line.countsFromOn < asOf ||
      dueFromLine(placed, line.countsFromOn) <= asOf,
  )

/** Why none of the open lines may be asked for. */
export const whyNothing = (state: Collections, lines: ReadonlyArray<Line>): WhyNothing => {
  const ours = lines.filter(({ itemId }) => !state.handedOver.has(itemId))
  if (ours.length === 0) return 'handedOver'
  const held = ours.find((line) => line.hold !== null && askedOf(line) > 0)?.hold ?? null
  if (held === null) return 'disputed'
  return held === 'collectionPlanned' ? 'collectionPending' : held
}
