import type { Draft } from 'immer'
import type * as t from 'io-ts'
import { laterDay, type CivilDate, type ItemId } from '../shared/index.ts'
import { changeLine } from './change-line.ts'
import { itemDraft, place } from './evolve-items.ts'
import { creditDraft, dropEarmark, paymentDraft, tidyEarmark } from './evolve-sources.ts'
import type { CreditApplied, CreditUnapplied, PaymentApplied, PaymentUnapplied } from './events.ts'
import type { Application, Receivables } from './state.ts'

type State = Draft<Receivables>
type Joined<C extends t.Mixed> = Omit<t.TypeOf<C>, 'type'>

/** Adds a signed amount to what a source gave an item; what comes to nothing leaves the list. */
const addApplication = (
  applications: Draft<ReadonlyArray<Application>>,
  itemId: ItemId,
  amountMinor: number,
  on: CivilDate,
): void => {
  const at = applications.findIndex((one) => one.itemId === itemId)
  const known = applications[at]
  if (known === undefined) {
    applications.push({ itemId, amountMinor, on })
    return
  }
  known.amountMinor += amountMinor
  known.on = laterDay(known.on, on)
  if (known.amountMinor === 0) applications.splice(at, 1)
}

export const applyCash = (state: State, event: Joined<typeof PaymentApplied>): void => {
  const { paymentId, itemId, changeId, amountMinor, effectiveOn } = event
  const payment = paymentDraft(state, paymentId, effectiveOn)
  payment.leftMinor -= amountMinor
  addApplication(payment.applications, itemId, amountMinor, effectiveOn)
  tidyEarmark(state, paymentId, payment)
  if (changeId !== null) state.changes.set(changeId, changeLine('allocate', paymentId))
  const item = itemDraft(state, itemId)
  item.paidMinor += amountMinor
  state.openMinor -= amountMinor
  state.unappliedMinor -= amountMinor
  place(state, item)
}

export const takeCashBack = (state: State, event: Joined<typeof PaymentUnapplied>): void => {
  const { paymentId, itemId, changeId, amountMinor, effectiveOn } = event
  const payment = paymentDraft(state, paymentId, effectiveOn)
  payment.leftMinor += amountMinor
  payment.freedOn = laterDay(payment.freedOn, effectiveOn)
  addApplication(payment.applications, itemId, -amountMinor, effectiveOn)
  if (payment.forItemId === itemId) dropEarmark(state, paymentId, payment)
  else tidyEarmark(state, paymentId, payment)
  state.changes.set(changeId, changeLine('unapply', paymentId, itemId))
  const item = itemDraft(state, itemId)
  item.paidMinor -= amountMinor
  item.freedOn = item.freedOn === null ? effectiveOn : laterDay(item.freedOn, effectiveOn)
  state.openMinor += amountMinor
  state.unappliedMinor += amountMinor
  place(state, item)
}

export const useCredit = (state: State, event: Joined<typeof CreditApplied>): void => {
  const { creditId, itemId, changeId, amountMinor, effectiveOn } = event
  const credit = creditDraft(state, creditId, effectiveOn)
  credit.leftMinor -= amountMinor
  addApplication(credit.applications, itemId, amountMinor, effectiveOn)
  if (changeId !== null) state.changes.set(changeId, changeLine('applyCredit', creditId))
  const item = itemDraft(state, itemId)
  item.creditedMinor += amountMinor
  state.openMinor -= amountMinor
  state.creditMinor -= amountMinor
  place(state, item)
}

export const takeCreditBack = (state: State, event: Joined<typeof CreditUnapplied>): void => {
  const { creditId, itemId, changeId, amountMinor, effectiveOn } = event
  const credit = creditDraft(state, creditId, effectiveOn)
  credit.leftMinor += amountMinor
  credit.freedOn = laterDay(credit.freedOn, effectiveOn)
  addApplication(credit.applications, itemId, -amountMinor, effectiveOn)
  state.changes.set(changeId, changeLine('takeCredit', creditId, itemId))
  const item = itemDraft(state, itemId)
  item.creditedMinor -= amountMinor
  item.freedOn = item.freedOn === null ? effectiveOn : laterDay(item.freedOn, effectiveOn)
  state.openMinor += amountMinor
  state.creditMinor += amountMinor
  place(state, item)
}
