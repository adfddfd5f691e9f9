import type { Draft } from 'immer'
import { changeLine } from './change-line.ts'
import { addToCourse } from './course.ts'
import { applyCash } from './evolve-applications.ts'
import { free, itemDraft, place } from './evolve-items.ts'
import type { ReceivablesEvent } from './events.ts'
import type { Receivables } from './state.ts'

// How what is open leaves an item without money, and comes back: discounts, write-offs, assignments.

type State = Draft<Receivables>
type Of<T extends ReceivablesEvent['type']> = Extract<ReceivablesEvent, { type: T }>

export const takeDiscount = (state: State, event: Of<'EarlyDiscountTaken'>): void => {
  const { itemId, instalment, paymentId, changeId, amountMinor, effectiveOn: on } = event
  const item = itemDraft(state, itemId)
  item.discountedMinor += amountMinor
  addToCourse(item, event.effectiveOn, 'settledMinor', amountMinor)
  item.discounts.push({ instalment, paymentId, amountMinor, on })
  if (changeId !== null)
    state.changes.set(changeId, changeLine('takeDiscount', itemId, instalment, paymentId))
  state.openMinor -= amountMinor
  place(state, item)
}

export const withdrawDiscount = (state: State, event: Of<'EarlyDiscountWithdrawn'>): void => {
  const { itemId, instalment, paymentId, amountMinor, effectiveOn } = event
  const item = itemDraft(state, itemId)
  item.discountedMinor -= amountMinor
  addToCourse(item, event.effectiveOn, 'settledMinor', -amountMinor)
  const taken = item.discounts.find(
    (one) => one.instalment === instalment && one.paymentId === paymentId,
  )
  if (taken !== undefined) taken.amountMinor -= amountMinor
  item.discounts = item.discounts.filter((one) => one.amountMinor !== 0)
  free(item, effectiveOn)
  state.openMinor += amountMinor
  place(state, item)
}

export const writeOff = (state: State, event: Of<'ItemWrittenOff'>): void => {
  const { itemId, amountMinor, effectiveOn, writeOffId } = event
  const item = itemDraft(state, itemId)
  item.writtenOffMinor += amountMinor
  addToCourse(item, event.effectiveOn, 'settledMinor', amountMinor)
  state.openMinor -= amountMinor
  place(state, item)
  const before = state.writeOffs.get(writeOffId)
  state.writeOffs.set(writeOffId, {
    itemId,
    amountMinor,
    on: effectiveOn,
    closing: state.closed.has(itemId),
    recoveredMinor: before?.recoveredMinor ?? 0,
    recoveredBy: before?.recoveredBy ?? [],
  })
}

export const recover = (state: State, event: Of<'WriteOffRecovered'>): void => {
  const { itemId, amountMinor, writeOffId, paymentId } = event
  const writtenOff = state.writeOffs.get(writeOffId)
  if (writtenOff !== undefined) {
    writtenOff.recoveredMinor += amountMinor
    writtenOff.recoveredBy.push(paymentId)
  }
  const item = itemDraft(state, itemId)
  item.writtenOffMinor -= amountMinor
  addToCourse(item, event.effectiveOn, 'settledMinor', -amountMinor)
  state.openMinor += amountMinor
  place(state, item)
  // What remains is an application: cash sets off the item, and may be taken back like any other.
  applyCash(state, { ...event, changeId: null, by: 'named', components: null })
}

export const assign = (state: State, event: Of<'ReceivableAssigned'>): void => {
  const { itemId, assignmentId, partnerId, recourse, amountMinor, effectiveOn: on } = event
  const item = itemDraft(state, itemId)
  item.assignedMinor += amountMinor
  addToCourse(item, event.effectiveOn, 'settledMinor', amountMinor)
  const returnedMinor = state.assignments.get(assignmentId)?.returnedMinor ?? 0
  const assignment = { itemId, partnerId, recourse, amountMinor, returnedMinor, on }
  state.assignments.set(assignmentId, assignment)
  state.openMinor -= amountMinor
  place(state, item)
}

export const takeRecourse = (state: State, event: Of<'ReceivableReturned'>): void => {
  const { itemId, assignmentId, changeId, amountMinor, effectiveOn } = event
  const item = itemDraft(state, itemId)
  item.assignedMinor -= amountMinor
  addToCourse(item, event.effectiveOn, 'settledMinor', -amountMinor)
  const assignment = state.assignments.get(assignmentId)
  if (assignment !== undefined) assignment.returnedMinor += amountMinor
  state.changes.set(changeId, changeLine('takeRecourse', assignmentId, amountMinor))
  free(item, effectiveOn)
  state.openMinor += amountMinor
  place(state, item)
}
