import type { Draft } from 'immer'
import { minorUnits, type CivilDate, type ItemId } from '../shared/index.ts'
import type { ItemOpened } from './events.ts'
import { emptyItem, openMinor, type Item } from './item.ts'
import type { Receivables } from './state.ts'
import type * as t from 'io-ts'

type State = Draft<Receivables>
type ItemDraft = Draft<Item>

/** The item, made by whichever event names it first. */
export const itemDraft = (state: State, itemId: ItemId): ItemDraft => {
  const known = state.open.get(itemId) ?? state.closed.get(itemId)
  if (known !== undefined) return known
  const made: ItemDraft = emptyItem(itemId) as ItemDraft
  state.closed.set(itemId, made)
  return made
}

/** Keeps open items apart from closed ones, after any change of an item's sums. */
export const place = (state: State, item: ItemDraft): void => {
  const [into, from] =
    openMinor(item) === 0 ? [state.closed, state.open] : [state.open, state.closed]
  if (into.has(item.itemId)) return
  from.delete(item.itemId)
  into.set(item.itemId, item)
}

export const addRoom = (item: ItemDraft, on: CivilDate, amountMinor: number): void => {
  if (amountMinor > 0) item.room.push({ on, amountMinor })
}

export const openItem = (state: State, event: t.TypeOf<typeof ItemOpened>): void => {
  const item = itemDraft(state, event.itemId)
  item.kind = event.kind
  item.invoiceId = event.invoiceId
  item.openedOn = event.effectiveOn
  item.amountMinor += event.amountMinor
  addRoom(item, event.effectiveOn, event.amountMinor)
  for (const { instalment, amountMinor, dueOn } of event.schedule) {
    const part = item.schedule.find((one) => one.instalment === instalment)
    const since = event.effectiveOn
    if (part === undefined) item.schedule.push({ instalment, amountMinor, dueOn, since })
    else {
      part.amountMinor = minorUnits(part.amountMinor + amountMinor)
      if (dueOn !== null && (part.dueOn === null || part.since <= since)) {
        part.dueOn = dueOn
        part.since = since
      }
    }
  }
  state.openMinor += event.amountMinor
  state.turnoverMinor += event.amountMinor
  place(state, item)
}
