import type { Draft } from 'immer'
import { laterDay, type CivilDate, type CreditId, type PaymentId } from '../shared/index.ts'
import { changeLine } from './change-line.ts'
import type { ReceivablesEvent } from './events.ts'
import type { Credit, Payment } from './remembered.ts'
import type { Receivables } from './state.ts'

type State = Draft<Receivables>
type Of<T extends ReceivablesEvent['type']> = Extract<ReceivablesEvent, { type: T }>

/** The payment, made by whichever event names it first. */
export const paymentDraft = (
  state: State,
  paymentId: PaymentId,
  firstNamedOn: CivilDate,
): Draft<Payment> => {
  const known = state.payments.get(paymentId)
  if (known !== undefined) return known
  const made: Draft<Payment> = {
    amountMinor: 0,
    leftMinor: 0,
    heldMinor: 0,
    refundedMinor: 0,
    chargedBackMinor: 0,
    receivedOn: firstNamedOn,
    freedOn: firstNamedOn,
    forItemId: null,
    reversedMinor: 0,
    reversed: false,
    applications: new Map(),
  }
  state.payments.set(paymentId, made)
  return made
}

/** The credit note, made by whichever event names it first. */
export const creditDraft = (
  state: State,
  creditId: CreditId,
  firstNamedOn: CivilDate,
): Draft<Credit> => {
  const known = state.credits.get(creditId)
  if (known !== undefined) return known
  const made: Draft<Credit> = {
    kind: 'creditNote',
    amountMinor: 0,
    leftMinor: 0,
    heldMinor: 0,
    freedOn: firstNamedOn,
    itemId: null,
    applications: new Map(),
  }
  state.credits.set(creditId, made)
  return made
}

/** Keeps a payment among the earmarked while, and only while, it has cash left for its item. */
export const tidyEarmark = (state: State, paymentId: PaymentId, payment: Draft<Payment>): void => {
  const { forItemId, leftMinor } = payment
  if (forItemId === null) return
  const marked = state.earmarked.get(forItemId)
  const at = marked?.indexOf(paymentId) ?? -1
  if (leftMinor > 0) {
    if (marked === undefined) state.earmarked.set(forItemId, [paymentId])
    else if (at < 0) marked.push(paymentId)
  } else if (marked !== undefined && at >= 0) {
    if (marked.length === 1) state.earmarked.delete(forItemId)
    else marked.splice(at, 1)
  }
}

/** The payer's word for an item no longer holds: its cash was taken back from there. */
export const dropEarmark = (state: State, paymentId: PaymentId, payment: Draft<Payment>): void => {
  const { forItemId } = payment
  if (forItemId === null) return
  payment.forItemId = null
  const marked = state.earmarked.get(forItemId)
  if (marked === undefined) return
  const rest = marked.filter((id) => id !== paymentId)
  if (rest.length === 0) state.earmarked.delete(forItemId)
  else state.earmarked.set(forItemId, rest)
}

/** What a source says of a collection counts if it is its latest word, and nothing was received. */
export const collect = (state: State, event: Of<'PaymentPending'> | Of<'PaymentFailed'>): void => {
  const { paymentId, amountMinor, forItemId, sequence } = event
  if (state.payments.has(paymentId)) return
  const failed = event.type === 'PaymentFailed'
  state.collections.set(paymentId, { amountMinor, forItemId, sequence, failed })
}

export const receive = (state: State, event: Of<'PaymentReceived'>): void => {
  const payment = paymentDraft(state, event.paymentId, event.effectiveOn)
  payment.amountMinor += event.amountMinor
  payment.leftMinor += event.amountMinor
  payment.receivedOn = event.effectiveOn
  payment.forItemId = event.forItemId
  state.unappliedMinor += event.amountMinor
  state.turnoverMinor += event.amountMinor
  state.collections.delete(event.paymentId)
  tidyEarmark(state, event.paymentId, payment)
}

export const reverse = (state: State, event: Of<'PaymentReversed'>): void => {
  const payment = paymentDraft(state, event.paymentId, event.effectiveOn)
  payment.leftMinor -= event.amountMinor
  payment.reversedMinor += event.amountMinor
  payment.reversed = true
  state.changes.set(event.changeId, changeLine('reverse', event.paymentId))
  state.unappliedMinor -= event.amountMinor
  tidyEarmark(state, event.paymentId, payment)
}

export const chargeBack = (state: State, event: Of<'PaymentChargedBack'>): void => {
  const { paymentId, chargebackId, takenMinor, amountMinor, effectiveOn: on } = event
  const payment = paymentDraft(state, paymentId, on)
  payment.leftMinor -= amountMinor
  payment.chargedBackMinor += amountMinor
  const reopened = event.reopened.map((part) => ({ ...part }))
  const reversed = state.chargebacks.get(chargebackId)?.reversed ?? false
  const chargeback = { paymentId, takenMinor, amountMinor, on, reopened, reversed }
  state.chargebacks.set(chargebackId, chargeback)
  state.unappliedMinor -= amountMinor
  state.turnoverMinor += takenMinor
  tidyEarmark(state, paymentId, payment)
}

export const winChargeback = (state: State, event: Of<'ChargebackReversed'>): void => {
  const { paymentId, chargebackId, amountMinor, effectiveOn } = event
  const payment = paymentDraft(state, paymentId, effectiveOn)
  payment.leftMinor += amountMinor
  payment.chargedBackMinor -= amountMinor
  payment.reversed = false
  payment.freedOn = laterDay(payment.freedOn, effectiveOn)
  const chargeback = state.chargebacks.get(chargebackId)
  if (chargeback !== undefined) chargeback.reversed = true
  state.unappliedMinor += amountMinor
  state.turnoverMinor += amountMinor
  tidyEarmark(state, paymentId, payment)
}

export const increaseCredit = (state: State, event: Of<'CreditBalanceIncreased'>): void => {
  const credit = creditDraft(state, event.creditId, event.effectiveOn)
  credit.kind = event.kind
  credit.amountMinor += event.amountMinor
  credit.leftMinor += event.amountMinor
  credit.itemId = event.itemId
  state.creditMinor += event.amountMinor
  state.turnoverMinor += event.amountMinor
  if (event.itemId === null) return
  state.noted.set(event.itemId, (state.noted.get(event.itemId) ?? 0) + event.amountMinor)
}
