import { addMinor } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'
import { accountKey, accountOf, type Account } from './account-key.ts'
import { addLines } from './add-lines.ts'
import { lineOf } from './line-of.ts'
import type { Line } from './line.ts'
import { moveLine } from './move-line.ts'
import { movementOf, openChange } from './movement.ts'
import { overdueEvents, isMark, type OverdueEvent } from './overdue-event.ts'

/** What stands open on one account: its items, and what is held for the customer. */
export interface OpenItems extends Account {
  /** By item id. */
  readonly lines: ReadonlyMap<string, Line>
  /** Cash received and applied to nothing. */
  readonly unappliedMinor: number
  /** Credit notes not yet used. */
  readonly creditMinor: number
}

/**
 * Whether a line says nothing any more that a later fact would not bring again: its sums cancel out,
 * and it has no more than the one due day that every reopening event carries.
 *
 * What comes only once keeps its line: marks, the due days of several instalments, the kind of an
 * unexplained outflow. So does an item that a charge opened: its invoice may still come, in
 * instalments, and what was paid is then set against the first and what was credited against the last.
 */
const isSpent = (line: Line): boolean =>
  openChange(line) === 0 &&
  line.disputes.length === 0 &&
  line.handedOverOn === null &&
  line.kind !== 'suspense' &&
  (line.kind !== 'charge' || line.openedMinor > 0) &&
  line.instalments.length <= 1

/**
 * The open items of every account. A row grows with what is open, not with what ever happened.
 *
 * Row: one for each (currency, customer). Σ of its columns equals the ledger of the same facts, on
 * every subset of a history: an amount whose item is not known opens a line of its own.
 * A due day that is corrected after the item was closed and reopened holds here even where the
 * correction is dated before the item itself: the row no longer knows since when the old day held.
 * `itemHistory` does.
 */
export const openItems = readModel<OverdueEvent, OpenItems>({
  name: 'open-items',
  version: 2,
  consumes: overdueEvents,
  keysOf: (event) => [accountKey(event)],
  emptyRow: (key) => ({ ...accountOf(key), lines: new Map(), unappliedMinor: 0, creditMinor: 0 }),
  recipe: (row, event) => {
    const movement = isMark(event) ? undefined : movementOf(event)
    const itemId = isMark(event) ? event.itemId : movement?.itemId
    if (movement !== undefined) {
      row.unappliedMinor = addMinor(row.unappliedMinor, movement.unappliedMinor)
      row.creditMinor = addMinor(row.creditMinor, movement.creditMinor)
    }
    if (itemId === undefined || itemId === null) return
    const line = lineOf(row.lines, itemId)
    moveLine(line, event, movement)
    if (isSpent(line)) row.lines.delete(itemId)
  },
  combine: (a, b) => ({
    currency: a.currency,
    customerId: a.customerId,
    lines: new Map([...addLines(a.lines, b.lines)].filter(([, line]) => !isSpent(line))),
    unappliedMinor: addMinor(a.unappliedMinor, b.unappliedMinor),
    creditMinor: addMinor(a.creditMinor, b.creditMinor),
  }),
})
