import type { Draft } from 'immer'
import { laterDay, type CivilDate } from '../shared/index.ts'
import type { RefundSource } from './credit-events.ts'
import type { ReceivablesEvent } from './events.ts'
import { creditDraft, paymentDraft, tidyEarmark } from './evolve-sources.ts'
import type { Refund } from './remembered.ts'
import type { Receivables } from './state.ts'

type State = Draft<Receivables>
type Of<T extends ReceivablesEvent['type']> = Extract<ReceivablesEvent, { type: T }>

const noRefund = (on: CivilDate): Draft<Refund> => ({
  on,
  amountMinor: 0,
  from: null,
  fromMinor: 0,
  requested: false,
  issued: false,
  failed: false,
})

/** Sets an amount of a source aside, or with a negative one lets it go again. */
const hold = (state: State, from: RefundSource, amountMinor: number, on: CivilDate): void => {
  const source =
    from.kind === 'cash'
      ? paymentDraft(state, from.paymentId, on)
      : creditDraft(state, from.creditId, on)
  source.heldMinor += amountMinor
}

/** Moves an amount out of a source, or with a negative one back into it. */
const payOut = (state: State, from: RefundSource, amountMinor: number, on: CivilDate): void => {
  if (from.kind === 'credit') {
    const credit = creditDraft(state, from.creditId, on)
    credit.leftMinor -= amountMinor
    if (amountMinor < 0) credit.freedOn = laterDay(credit.freedOn, on)
    state.creditMinor -= amountMinor
    return
  }
  const payment = paymentDraft(state, from.paymentId, on)
  payment.leftMinor -= amountMinor
  payment.refundedMinor += amountMinor
  if (amountMinor < 0) payment.freedOn = laterDay(payment.freedOn, on)
  state.unappliedMinor -= amountMinor
  tidyEarmark(state, from.paymentId, payment)
}

export const requestRefund = (state: State, event: Of<'RefundRequested'>): void => {
  const { refundId, amountMinor, effectiveOn } = event
  const from = { ...event.from }
  hold(state, from, amountMinor, effectiveOn)
  const known = state.refunds.get(refundId) ?? noRefund(effectiveOn)
  const requested = { ...known, amountMinor, from, fromMinor: amountMinor, requested: true }
  state.refunds.set(refundId, requested)
}

export const issueRefund = (state: State, event: Of<'RefundIssued'>): void => {
  const { refundId, amountMinor, effectiveOn } = event
  const refund = state.refunds.get(refundId) ?? noRefund(effectiveOn)
  state.refunds.set(refundId, refund)
  if (refund.requested && !refund.issued) {
    if (refund.from !== null) hold(state, refund.from, -refund.fromMinor, effectiveOn)
    refund.amountMinor = 0
    refund.fromMinor = 0
  }
  refund.issued = true
  refund.on = laterDay(refund.on, effectiveOn)
  refund.amountMinor += amountMinor
  state.turnoverMinor += amountMinor
  if (event.from.kind === 'suspense') return
  refund.from = { ...event.from }
  refund.fromMinor += amountMinor
  payOut(state, event.from, amountMinor, effectiveOn)
}

export const failRefund = (state: State, event: Of<'RefundFailed'>): void => {
  const { refundId, amountMinor, issued, from, effectiveOn } = event
  const refund = state.refunds.get(refundId) ?? noRefund(effectiveOn)
  refund.failed = true
  state.refunds.set(refundId, refund)
  if (issued) payOut(state, from, -amountMinor, effectiveOn)
  else hold(state, from, -amountMinor, effectiveOn)
}
