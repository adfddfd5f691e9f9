import {
  ascending,
  laterDay,
  minorUnits,
  sumMinor,
  type CivilDate,
  type ItemId,
  type MinorUnits,
} from '../../shared/index.ts'
import type { OpenLine } from '../commands.ts'
import type { ReminderPolicy } from '../policy.ts'
import { disputedMinor, disputeLostOn } from '../standing.ts'
import type { Case, Collections } from '../state.ts'
import type { RemindedItem } from '../step-events.ts'

/** An open line as the rules see it on a day. */
export interface Line extends OpenLine {
  readonly disputedMinor: MinorUnits
  /** From which day it counts: its due day, or a later one that was agreed or won. */
  readonly countsFromOn: CivilDate
  /** Asked for before it is due, since the customer missed too many instalments. */
  readonly isAccelerated: boolean
}

interface Asked {
  readonly openMinor: number
  readonly disputedMinor: number
}
/** What a line asks for: what is open on it less what is disputed. */
export const askedOf = (line: Asked): number => Math.max(0, line.openMinor - line.disputedMinor)

export const askedMinorOf = (lines: ReadonlyArray<Asked>): number => sumMinor(lines.map(askedOf))

const byDueDay = (a: OpenLine, b: OpenLine): number => ascending(a.dueOn, b.dueOn)

const countsFrom = (
  policy: ReminderPolicy,
  state: Collections,
  { itemId, dueOn }: OpenLine,
  asOf: CivilDate,
): CivilDate => {
  const extended = laterDay(dueOn, state.extensions.get(itemId)?.untilOn ?? dueOn)
  if (policy.onDisputeLost === 'continue') return extended
  return laterDay(extended, disputeLostOn(state, itemId, asOf) ?? extended)
}

/** Items of which so many instalments were missed that the clause makes all of them due. */
const acceleratedItems = (
  { accelerateAfterMissed }: ReminderPolicy,
  lines: ReadonlyArray<OpenLine>,
  asOf: CivilDate,
): ReadonlySet<ItemId> => {
  if (accelerateAfterMissed === null) return new Set()
  const missed = new Map<ItemId, number>()
  for (const { itemId, dueOn } of lines)
    if (dueOn < asOf) missed.set(itemId, (missed.get(itemId) ?? 0) + 1)
  return new Set([...missed].flatMap(([id, count]) => (count >= accelerateAfterMissed ? id : [])))
}

/**
 * The open lines with their disputed part on a day, in order of due day. Of an item with several
 * instalments the disputed sum is set against the oldest line first, and never against more than is open.
 */
export const linesOn = (
  policy: ReminderPolicy,
  state: Collections,
  items: ReadonlyArray<OpenLine>,
  asOf: CivilDate,
): ReadonlyArray<Line> => {
  const open = items.filter(({ openMinor }) => openMinor > 0).toSorted(byDueDay)
  const accelerated = acceleratedItems(policy, open, asOf)
  const left = new Map<ItemId, number>()
  return open.map((line) => {
    const { itemId, openMinor } = line
    const contested = left.get(itemId) ?? disputedMinor(state, itemId, asOf)
    const onLine = Math.min(contested, openMinor)
    left.set(itemId, contested - onLine)
    return {
      ...line,
      disputedMinor: minorUnits(onLine),
      countsFromOn: countsFrom(policy, state, line, asOf),
      isAccelerated: accelerated.has(itemId),
    }
  })
}

/** A line as a reminder names it. */
export const remindedOf = ({
  itemId,
  instalment,
  dueOn,
  openMinor,
  disputedMinor: contested,
}: Line): RemindedItem => ({ itemId, instalment, dueOn, openMinor, disputedMinor: contested })

/** The lines that keep a case open on a day: overdue ones, and those that it named before they were due. */
export const holding = <Held extends OpenLine>(
  current: Case,
  lines: ReadonlyArray<Held>,
  asOf: CivilDate,
): ReadonlyArray<Held> =>
  lines.filter(
    ({ itemId, dueOn, openMinor }) =>
      openMinor > 0 && (dueOn < asOf || (current.named.get(itemId)?.has(dueOn) ?? false)),
  )
