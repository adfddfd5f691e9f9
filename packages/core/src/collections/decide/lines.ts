import { sumMinor, type CivilDate, type ItemId } from '../../shared/index.ts'
import { minorUnits } from '../../shared/index.ts'
import type { RemindedItem } from '../events.ts'
import { disputedMinor, type Case, type Collections } from '../state.ts'

/** One open line of the evidence: an item, or one instalment of it with its own due day. */
export type OpenLine = Omit<RemindedItem, 'disputedMinor'>

/** What a line asks for: what is open on it less what is disputed. */
export const askedOf = ({ openMinor, disputedMinor }: RemindedItem): number =>
  Math.max(0, openMinor - disputedMinor)

export const askedMinorOf = (lines: ReadonlyArray<RemindedItem>): number =>
  sumMinor(lines.map(askedOf))

/**
 * The open lines with their disputed part on a day. Of an item with several instalments the disputed sum
 * is set against the oldest line first, and never against more than is open.
 */
export const withDisputes = (
  state: Collections,
  lines: ReadonlyArray<OpenLine>,
  asOf: CivilDate,
): ReadonlyArray<RemindedItem> => {
  const left = new Map<ItemId, number>()
  const byDueDay = lines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return byDueDay.map(({ itemId, dueOn, openMinor }) => {
    const contested = left.get(itemId) ?? disputedMinor(state, itemId, asOf)
    const onLine = Math.min(contested, openMinor)
    left.set(itemId, contested - onLine)
    return { itemId, dueOn, openMinor, disputedMinor: minorUnits(onLine) }
  })
}

/** The lines that keep a case open on a day: overdue ones, and those that it named before they were due. */
export const holding = <Line extends OpenLine>(
  current: Case,
  lines: ReadonlyArray<Line>,
  asOf: CivilDate,
): ReadonlyArray<Line> =>
  lines.filter(
    ({ itemId, dueOn, openMinor }) =>
      openMinor > 0 && (dueOn < asOf || (current.named.get(itemId)?.has(dueOn) ?? false)),
  )

/** Whether a step speaks of a line on a day: before the due day for a step sent ahead, else once overdue. */
export const isCovered = (offsetDays: number, daysPastDue: number): boolean =>
  offsetDays <= 0 ? daysPastDue >= offsetDays : daysPastDue > 0
