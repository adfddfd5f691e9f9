import type { Draft } from 'immer'
import type * as t from 'io-ts'
import type { PaymentApplied, PaymentUnapplied } from './cash-events.ts'
import { changeLine } from './change-line.ts'
import { addToCourse } from './course.ts'
import type { CreditApplied, CreditUnapplied } from './credit-events.ts'
import { free, itemDraft, place } from './evolve-items.ts'
import { creditDraft, dropEarmark, paymentDraft, tidyEarmark } from './evolve-sources.ts'
import type { PaidBeside } from './item.ts'
import type { Application } from './remembered.ts'
import type { Receivables } from './state.ts'
import { laterDay, minorUnits, type CivilDate, type ItemId } from '../shared/index.ts'
import type { AllocatedBy, ComponentSplit } from './values.ts'

type State = Draft<Receivables>
type Applications = Draft<ReadonlyMap<ItemId, Application>>

/** Adds a signed amount to what a source gave an item; what comes to nothing leaves the list. */
const addApplication = (
  applications: Applications,
  itemId: ItemId,
  amountMinor: number,
  on: CivilDate,
  components: Application['components'],
): void => {
  const known = applications.get(itemId)
  if (known === undefined) {
    applications.set(itemId, { amountMinor, on, components })
    return
  }
  const sumMinor = known.amountMinor + amountMinor
  if (sumMinor === 0) {
    applications.delete(itemId)
    return
  }
  known.components = addSplits(known, amountMinor, components)
  known.amountMinor = sumMinor
  known.on = laterDay(known.on, on)
}

const beside = (split: ComponentSplit | null): PaidBeside =>
  split ?? { costsMinor: 0, feesMinor: 0, interestMinor: 0 }

/** In a part of a history a sum may be less than nothing, which no split can say. */
const part = (amountMinor: number) => minorUnits(Math.max(0, amountMinor))

const addSplits = (
  known: Application,
  amountMinor: number,
  added: ComponentSplit | null,
): ComponentSplit | null => {
  if (known.components === null && added === null) return null
  const sign = amountMinor < 0 ? -1 : 1
  const [a, b] = [beside(known.components), beside(added)]
  const costsMinor = part(a.costsMinor + sign * b.costsMinor)
  const feesMinor = part(a.feesMinor + sign * b.feesMinor)
  const interestMinor = part(a.interestMinor + sign * b.interestMinor)
  const besideMinor = costsMinor + feesMinor + interestMinor
  const principalMinor = part(known.amountMinor + amountMinor - besideMinor)
  return { costsMinor, feesMinor, interestMinor, principalMinor }
}

const addBeside = (
  paid: PaidBeside | null,
  sign: 1 | -1,
  split: ComponentSplit | null,
): PaidBeside | null => {
  if (split === null) return paid
  const { costsMinor, feesMinor, interestMinor } = paid ?? beside(null)
  return {
    costsMinor: costsMinor + sign * split.costsMinor,
    feesMinor: feesMinor + sign * split.feesMinor,
    interestMinor: interestMinor + sign * split.interestMinor,
  }
}

/** What the change was by which money was applied. */
const applying = (by: AllocatedBy, itemId: ItemId, sourceLine: string): string =>
  by === 'balance' ? changeLine('useBalance', itemId) : sourceLine

export const applyCash = (state: State, event: Omit<t.TypeOf<typeof PaymentApplied>, 'type'>) => {
  const { paymentId, itemId, changeId, by, amountMinor, effectiveOn } = event
  const components = event.components === null ? null : { ...event.components }
  const payment = paymentDraft(state, paymentId, effectiveOn)
  payment.leftMinor -= amountMinor
  addApplication(payment.applications, itemId, amountMinor, effectiveOn, components)
  tidyEarmark(state, paymentId, payment)
  if (changeId !== null)
    state.changes.set(changeId, applying(by, itemId, changeLine('allocate', paymentId)))
  const item = itemDraft(state, itemId)
  item.paidMinor += amountMinor
  addToCourse(item, effectiveOn, 'settledMinor', amountMinor)
  item.paidBeside = addBeside(item.paidBeside, 1, components)
  state.openMinor -= amountMinor
  state.unappliedMinor -= amountMinor
  place(state, item)
}

export const takeCashBack = (state: State, event: t.TypeOf<typeof PaymentUnapplied>): void => {
  const { paymentId, itemId, changeId, amountMinor, effectiveOn } = event
  const components = event.components === null ? null : { ...event.components }
  const payment = paymentDraft(state, paymentId, effectiveOn)
  payment.leftMinor += amountMinor
  payment.freedOn = laterDay(payment.freedOn, effectiveOn)
  addApplication(payment.applications, itemId, -amountMinor, effectiveOn, components)
  if (payment.forItemId === itemId) dropEarmark(state, paymentId, payment)
  else tidyEarmark(state, paymentId, payment)
  if (changeId !== null) state.changes.set(changeId, changeLine('unapply', paymentId, itemId))
  const item = itemDraft(state, itemId)
  item.paidMinor -= amountMinor
  addToCourse(item, effectiveOn, 'settledMinor', -amountMinor)
  item.paidBeside = addBeside(item.paidBeside, -1, components)
  free(item, effectiveOn)
  state.openMinor += amountMinor
  state.unappliedMinor += amountMinor
  place(state, item)
}

export const useCredit = (state: State, event: t.TypeOf<typeof CreditApplied>): void => {
  const { creditId, itemId, changeId, by, amountMinor, effectiveOn } = event
  const credit = creditDraft(state, creditId, effectiveOn)
  credit.leftMinor -= amountMinor
  addApplication(credit.applications, itemId, amountMinor, effectiveOn, null)
  if (changeId !== null)
    state.changes.set(changeId, applying(by, itemId, changeLine('applyCredit', creditId)))
  const item = itemDraft(state, itemId)
  item.creditedMinor += amountMinor
  addToCourse(item, effectiveOn, 'creditedMinor', amountMinor)
  state.openMinor -= amountMinor
  state.creditMinor -= amountMinor
  place(state, item)
}

export const takeCreditBack = (state: State, event: t.TypeOf<typeof CreditUnapplied>): void => {
  const { creditId, itemId, changeId, amountMinor, effectiveOn } = event
  const credit = creditDraft(state, creditId, effectiveOn)
  credit.leftMinor += amountMinor
  credit.freedOn = laterDay(credit.freedOn, effectiveOn)
  addApplication(credit.applications, itemId, -amountMinor, effectiveOn, null)
  state.changes.set(changeId, changeLine('takeCredit', creditId, itemId))
  const item = itemDraft(state, itemId)
  item.creditedMinor -= amountMinor
  addToCourse(item, effectiveOn, 'creditedMinor', -amountMinor)
  free(item, effectiveOn)
  state.openMinor += amountMinor
  state.creditMinor += amountMinor
  place(state, item)
}
