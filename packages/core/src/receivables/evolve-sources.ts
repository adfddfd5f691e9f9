import type { Draft } from 'immer'
import type { CivilDate, CreditId, PaymentId } from '../shared/index.ts'
import type { Credit, Payment, Receivables } from './state.ts'

type State = Draft<Receivables>

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
    refundedMinor: 0,
    receivedOn: firstNamedOn,
    freedOn: firstNamedOn,
    forItemId: null,
    reversed: false,
    applications: [],
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
    amountMinor: 0,
    leftMinor: 0,
    freedOn: firstNamedOn,
    itemId: null,
    applications: [],
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
