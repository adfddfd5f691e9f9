import { addMinor } from '@tenure/core/shared'
import { readModel } from '@tenure/projection'
import type { Draft } from 'immer'
import { accountKey, accountOf, type Account } from './account-key.ts'
import { addHistories } from './add-histories.ts'
import type { DaySums, ItemLine } from './item-line.ts'
import { newLine } from './line.ts'
import { moveLine } from './move-line.ts'
import { movementOf, type Movement } from './movement.ts'
import { isMark, overdueEvents, type OverdueEvent } from './overdue-event.ts'

/** All items that an account ever had, closed ones too. */
export interface ItemHistory extends Account {
  /** By item id. */
  readonly lines: ReadonlyMap<string, ItemLine>
}

const addTo = (days: Array<Draft<DaySums>>, movement: Movement, day: DaySums['day']): void => {
  // The newest day is the likely one: facts mostly come in the order of their days.
  const held = days.findLast((sums) => sums.day === day)
  if (held === undefined) {
    const { openedMinor, chargedMinor, paidMinor, creditedMinor } = movement
    const { discountedMinor, writtenOffMinor, assignedMinor } = movement
    const inMoney = { openedMinor, chargedMinor, paidMinor, creditedMinor }
    days.push({ day, ...inMoney, discountedMinor, writtenOffMinor, assignedMinor })
    return
  }
  held.openedMinor = addMinor(held.openedMinor, movement.openedMinor)
  held.chargedMinor = addMinor(held.chargedMinor, movement.chargedMinor)
  held.paidMinor = addMinor(held.paidMinor, movement.paidMinor)
  held.creditedMinor = addMinor(held.creditedMinor, movement.creditedMinor)
  held.discountedMinor = addMinor(held.discountedMinor, movement.discountedMinor)
  held.writtenOffMinor = addMinor(held.writtenOffMinor, movement.writtenOffMinor)
  held.assignedMinor = addMinor(held.assignedMinor, movement.assignedMinor)
}

/**
 * Every item with what happened to it on which civil day, so that the day on which it was settled does
 * not depend on the order in which the facts were learned.
 *
 * Row: one for each (currency, customer); it grows with the items that ever were.
 */
export const itemHistory = readModel<OverdueEvent, ItemHistory>({
  name: 'item-history',
  version: 2,
  consumes: overdueEvents,
  keysOf: (event) => [accountKey(event)],
  emptyRow: (key) => ({ ...accountOf(key), lines: new Map() }),
  recipe: (row, event) => {
    const movement = isMark(event) ? undefined : movementOf(event)
    const itemId = isMark(event) ? event.itemId : movement?.itemId
    if (itemId === undefined || itemId === null) return
    const line = row.lines.get(itemId) ?? { ...newLine(), days: [] }
    moveLine(line, event, movement)
    if (movement !== undefined && event.type !== 'DueDateFixed')
      addTo(line.days, movement, event.effectiveOn)
    row.lines.set(itemId, line)
  },
  combine: (a, b) => ({
    currency: a.currency,
    customerId: a.customerId,
    lines: addHistories(a.lines, b.lines),
  }),
})
