import type { Draft } from 'immer'
import { unreachable } from '../shared/index.ts'
import type { ReceivablesEvent } from './events.ts'
import { applyCash, takeCashBack, takeCreditBack, useCredit } from './evolve-applications.ts'
import { charge, fixDueDate, openItem, waive } from './evolve-items.ts'
import {
  assign,
  recover,
  takeDiscount,
  takeRecourse,
  withdrawDiscount,
  writeOff,
} from './evolve-leavings.ts'
import { failRefund, issueRefund, requestRefund } from './evolve-refunds.ts'
import {
  chargeBack,
  collect,
  increaseCredit,
  receive,
  reverse,
  winChargeback,
} from './evolve-sources.ts'
import type { Receivables } from './state.ts'

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: Draft<Receivables>, event: ReceivablesEvent): void => {
  state.owner ??= { customerId: event.customerId, currency: event.currency }
  switch (event.type) {
    case 'ItemOpened':
      return openItem(state, event)
    case 'ChargeRecorded':
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
      return charge(state, event)
    case 'LateFeeWaived':
      return waive(state, event)
    case 'PaymentPending':
    case 'PaymentFailed':
      return collect(state, event)
    case 'PaymentReceived':
      return receive(state, event)
    case 'CashCollected':
      return
    case 'PaymentApplied':
      return applyCash(state, event)
    case 'PaymentUnapplied':
      return takeCashBack(state, event)
    case 'PaymentReversed':
      return reverse(state, event)
    case 'PaymentChargedBack':
      return chargeBack(state, event)
    case 'ChargebackReversed':
      return winChargeback(state, event)
    case 'EarlyDiscountTaken':
      return takeDiscount(state, event)
    case 'EarlyDiscountWithdrawn':
      return withdrawDiscount(state, event)
    case 'CreditBalanceIncreased':
      return increaseCredit(state, event)
    case 'CreditApplied':
      return useCredit(state, event)
    case 'CreditUnapplied':
      return takeCreditBack(state, event)
    case 'RefundRequested':
      return requestRefund(state, event)
    case 'RefundIssued':
      return issueRefund(state, event)
    case 'RefundFailed':
      return failRefund(state, event)
    case 'ItemWrittenOff':
      return writeOff(state, event)
    case 'WriteOffRecovered':
      return recover(state, event)
    case 'ReceivableAssigned':
      return assign(state, event)
    case 'ReceivableReturned':
      return takeRecourse(state, event)
    case 'DueDateFixed':
      return fixDueDate(state, event)
    default:
      return unreachable(event)
  }
}
