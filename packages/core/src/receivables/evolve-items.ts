import type { Draft } from 'immer'
import { laterDay, minorUnits, type CivilDate, type ItemId } from '../shared/index.ts'
import { changeLine } from './change-line.ts'
import { packed, unpacked } from './closed-item.ts'
import { addToCourse } from './course.ts'
import type { ReceivablesEvent } from './events.ts'
import { emptyItem, openMinor, type Item } from './item.ts'
import { withInstalments } from './schedule.ts'
import type { Receivables } from './state.ts'

type State = Draft<Receivables>
type ItemDraft = Draft<Item>
type Of<T extends ReceivablesEvent['type']> = Extract<ReceivablesEvent, { type: T }>

/**
 * The item, made by whichever event names it first. A closed one is unpacked: whoever changes an item
 * puts it back with `place`.
 */
export const itemDraft = (state: State, itemId: ItemId): ItemDraft => {
  const open = state.open.get(itemId)
  if (open !== undefined) return open
  const line = state.closed.get(itemId)
  // A fresh item is nobody else's, so it may be written to like a draft.
  return (line === undefined ? emptyItem(itemId) : unpacked(itemId, line)) as ItemDraft
}

/** Keeps open items apart from closed ones, after any change of an item. */
export const place = (state: State, item: ItemDraft): void => {
  if (openMinor(item) === 0) {
    state.open.delete(item.itemId)
    state.closed.set(item.itemId, packed(item))
    return
  }
  if (state.open.has(item.itemId)) return
  state.closed.delete(item.itemId)
  state.open.set(item.itemId, item)
}

/** Something was taken back from the item on that day. */
export const free = (item: ItemDraft, on: CivilDate): void => {
  item.freedOn = item.freedOn === null ? on : laterDay(item.freedOn, on)
}

const addRoom = (item: ItemDraft, on: CivilDate, amountMinor: number): void => {
  if (amountMinor > 0) item.room.push({ on, amountMinor })
}

export const openItem = (state: State, event: Of<'ItemOpened'>): void => {
  const { itemId, kind, invoiceId, amountMinor, effectiveOn: since } = event
  const item = itemDraft(state, itemId)
  item.kind = kind
  item.invoiceId = invoiceId
  item.openedOn = since
  item.amountMinor += amountMinor
  addRoom(item, since, amountMinor)
  addToCourse(item, since, 'addedMinor', amountMinor)
  item.schedule = withInstalments(item.schedule, event.schedule, since)
  for (const offer of event.earlyPay) item.earlyPay.push({ ...offer })
  state.openMinor += amountMinor
  state.turnoverMinor += amountMinor
  place(state, item)
}

/** An instalment that only a due day names, on a part of a history. */
const nothing = minorUnits(0)

export const fixDueDate = (state: State, event: Of<'DueDateFixed'>): void => {
  const { itemId, instalment, dueOn, effectiveOn } = event
  const item = itemDraft(state, itemId)
  const part = item.schedule.find((one) => one.instalment === instalment)
  if (part === undefined)
    item.schedule.push({ instalment, amountMinor: nothing, dueOn, since: effectiveOn })
  else if (part.dueOn === null || part.since <= effectiveOn) {
    part.dueOn = dueOn
    part.since = effectiveOn
  }
  item.dueFixed = true
  state.changes.set(event.changeId, changeLine('fixDueDate', itemId, instalment, dueOn))
  place(state, item)
}

/** A charge or a fee comes onto an item. */
export const charge = (
  state: State,
  event: Of<'ChargeRecorded'> | Of<'LateFeeAssessed'> | Of<'BounceFeeAssessed'>,
): void => {
  const { itemId, amountMinor, chargeId, effectiveOn } = event
  const item = itemDraft(state, itemId)
  const component =
    event.type === 'LateFeeAssessed'
      ? event.component
      : event.type === 'BounceFeeAssessed'
        ? 'fees'
        : 'costs'
  if (component === 'costs') {
    item.chargedMinor += amountMinor
    addToCourse(item, effectiveOn, 'addedMinor', amountMinor)
  } else if (component === 'fees') item.feesMinor += amountMinor
  else item.interestMinor += amountMinor
  if (event.type === 'LateFeeAssessed') countFee(item, event)
  addRoom(item, effectiveOn, amountMinor)
  state.charges.set(chargeId, { itemId, amountMinor, on: effectiveOn, component, waived: false })
  state.openMinor += amountMinor
  state.turnoverMinor += amountMinor
  place(state, item)
}

const countFee = (item: ItemDraft, event: Of<'LateFeeAssessed'>): void => {
  const { ruleId, instalment, index: lastIndex, amountMinor } = event
  const fees = item.fees.find((one) => one.ruleId === ruleId && one.instalment === instalment)
  if (fees === undefined) item.fees.push({ ruleId, instalment, lastIndex, amountMinor })
  else {
    fees.lastIndex = Math.max(fees.lastIndex, lastIndex)
    fees.amountMinor += amountMinor
  }
}

export const waive = (state: State, event: Of<'LateFeeWaived'>): void => {
  const { itemId, chargeId, changeId, amountMinor } = event
  const item = itemDraft(state, itemId)
  const fee = state.charges.get(chargeId)
  if (fee?.component === 'interest') item.interestMinor -= amountMinor
  else item.feesMinor -= amountMinor
  if (fee !== undefined) fee.waived = true
  state.changes.set(changeId, changeLine('waive', itemId, chargeId))
  state.openMinor -= amountMinor
  place(state, item)
}
