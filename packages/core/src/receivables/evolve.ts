import type { Draft } from 'immer'
import { minorUnits, unreachable } from '../shared/index.ts'
import type { ReceivablesEvent } from './events.ts'
import { applyCash, takeCashBack, takeCreditBack, useCredit } from './evolve-applications.ts'
import { addRoom, itemDraft, openItem, place } from './evolve-items.ts'
import { creditDraft, paymentDraft, tidyEarmark } from './evolve-sources.ts'
import { changeLine } from './change-line.ts'
import type { Receivables } from './state.ts'

type State = Draft<Receivables>
type Of<T extends ReceivablesEvent['type']> = Extract<ReceivablesEvent, { type: T }>

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: State, event: ReceivablesEvent): void => {
  state.owner ??= { customerId: event.customerId, currency: event.currency }
  switch (event.type) {
    case 'ItemOpened':
      return openItem(state, event)
    case 'ChargeRecorded':
    case 'LateFeeAssessed':
      return charge(state, event)
    case 'LateFeeWaived':
      return waive(state, event)
    case 'PaymentReceived':
      return receive(state, event)
    case 'PaymentApplied':
      return applyCash(state, event)
    case 'PaymentUnapplied':
      return takeCashBack(state, event)
    case 'PaymentReversed':
      return reverse(state, event)
    case 'CreditBalanceIncreased':
      return increaseCredit(state, event)
    case 'CreditApplied':
      return useCredit(state, event)
    case 'CreditUnapplied':
      return takeCreditBack(state, event)
    case 'RefundIssued':
      return refund(state, event)
    case 'ItemWrittenOff':
      return writeOff(state, event)
    case 'WriteOffRecovered':
      return recover(state, event)
    case 'DueDateFixed':
      return fixDueDate(state, event)
    default:
      return unreachable(event)
  }
}

const charge = (state: State, event: Of<'ChargeRecorded'> | Of<'LateFeeAssessed'>): void => {
  const { itemId, amountMinor, chargeId, effectiveOn } = event
  const lateFee = event.type === 'LateFeeAssessed'
  const item = itemDraft(state, itemId)
  if (event.type === 'LateFeeAssessed') {
    item.feesMinor += amountMinor
    const fees = item.fees.find(({ ruleId }) => ruleId === event.ruleId)
    if (fees === undefined) item.fees.push({ ruleId: event.ruleId, count: 1 })
    else fees.count += 1
  } else item.chargedMinor += amountMinor
  addRoom(item, effectiveOn, amountMinor)
  state.charges.set(chargeId, { itemId, amountMinor, on: effectiveOn, lateFee, waived: false })
  state.openMinor += amountMinor
  state.turnoverMinor += amountMinor
  place(state, item)
}

const waive = (state: State, event: Of<'LateFeeWaived'>): void => {
  const item = itemDraft(state, event.itemId)
  item.feesMinor -= event.amountMinor
  const fee = state.charges.get(event.chargeId)
  if (fee !== undefined) fee.waived = true
  state.changes.set(event.changeId, changeLine('waive', event.itemId, event.chargeId))
  state.openMinor -= event.amountMinor
  place(state, item)
}

const receive = (state: State, event: Of<'PaymentReceived'>): void => {
  const payment = paymentDraft(state, event.paymentId, event.effectiveOn)
  payment.amountMinor += event.amountMinor
  payment.leftMinor += event.amountMinor
  payment.receivedOn = event.effectiveOn
  payment.forItemId = event.forItemId
  state.unappliedMinor += event.amountMinor
  state.turnoverMinor += event.amountMinor
  tidyEarmark(state, event.paymentId, payment)
}

const reverse = (state: State, event: Of<'PaymentReversed'>): void => {
  const payment = paymentDraft(state, event.paymentId, event.effectiveOn)
  payment.leftMinor -= event.amountMinor
  payment.reversed = true
  state.changes.set(event.changeId, changeLine('reverse', event.paymentId))
  state.unappliedMinor -= event.amountMinor
  tidyEarmark(state, event.paymentId, payment)
}

const increaseCredit = (state: State, event: Of<'CreditBalanceIncreased'>): void => {
  const credit = creditDraft(state, event.creditId, event.effectiveOn)
  credit.amountMinor += event.amountMinor
  credit.leftMinor += event.amountMinor
  credit.itemId = event.itemId
  state.creditMinor += event.amountMinor
  state.turnoverMinor += event.amountMinor
  if (event.itemId === null) return
  state.noted.set(event.itemId, (state.noted.get(event.itemId) ?? 0) + event.amountMinor)
}

const refund = (state: State, event: Of<'RefundIssued'>): void => {
  const { from, refundId, amountMinor } = event
  state.refunds.set(refundId, (state.refunds.get(refundId) ?? 0) + amountMinor)
  state.turnoverMinor += amountMinor
  if (from.kind === 'cash') {
    const payment = paymentDraft(state, from.paymentId, event.effectiveOn)
    payment.leftMinor -= amountMinor
    payment.refundedMinor += amountMinor
    state.unappliedMinor -= amountMinor
    tidyEarmark(state, from.paymentId, payment)
  } else if (from.kind === 'credit') {
    creditDraft(state, from.creditId, event.effectiveOn).leftMinor -= amountMinor
    state.creditMinor -= amountMinor
  }
}

const writeOff = (state: State, event: Of<'ItemWrittenOff'>): void => {
  const { itemId, amountMinor, effectiveOn } = event
  const item = itemDraft(state, itemId)
  item.writtenOffMinor += amountMinor
  state.openMinor -= amountMinor
  place(state, item)
  const before = state.writeOffs.get(event.writeOffId)
  state.writeOffs.set(event.writeOffId, {
    itemId,
    amountMinor,
    on: effectiveOn,
    closing: state.closed.has(itemId),
    recoveredMinor: before?.recoveredMinor ?? 0,
    recoveredBy: before?.recoveredBy ?? [],
  })
}

const recover = (state: State, event: Of<'WriteOffRecovered'>): void => {
  const { itemId, amountMinor, writeOffId, paymentId } = event
  const writtenOff = state.writeOffs.get(writeOffId)
  if (writtenOff !== undefined) {
    writtenOff.recoveredMinor += amountMinor
    writtenOff.recoveredBy.push(paymentId)
  }
  itemDraft(state, itemId).writtenOffMinor -= amountMinor
  // What remains is an application: cash sets off the item, and may be taken back like any other.
  state.openMinor += amountMinor
  applyCash(state, { ...event, changeId: null })
}

/** An instalment that only a due day names, on a part of a history. */
const nothing = minorUnits(0)

const fixDueDate = (state: State, event: Of<'DueDateFixed'>): void => {
  const { itemId, instalment, dueOn, effectiveOn } = event
  const item = itemDraft(state, itemId)
  const part = item.schedule.find((one) => one.instalment === instalment)
  if (part === undefined)
    item.schedule.push({ instalment, amountMinor: nothing, dueOn, since: effectiveOn })
  else if (part.dueOn === null || part.since <= effectiveOn) {
    part.dueOn = dueOn
    part.since = effectiveOn
  }
  state.changes.set(event.changeId, changeLine('fixDueDate', itemId, instalment, dueOn))
  place(state, item)
}
