import { unreachable } from '../../shared/index.ts'
import type { ReceivablesCommand } from '../commands.ts'
import type { Receivables } from '../state.ts'
import { allocatePayment } from './allocate-payment.ts'
import { recordRefundFailure, recordRefundIssue } from './answer-refund.ts'
import { applyCredit } from './apply-credit.ts'
import { assessLateFee } from './assess-late-fee.ts'
import { assignItem, takeRecourse } from './assign-item.ts'
import { chargeBack, recordChargeback } from './charge-back.ts'
import { foreign, type Decision } from './decision.ts'
import { fixDueDate } from './fix-due-date.ts'
import { grantStoreCredit, issueCredit, recordCreditNote } from './issue-credit.ts'
import { issueRefund, recordRefund, requestRefund } from './issue-refund.ts'
import { openItem, recordItem } from './open-item.ts'
import { collectCash, receivePayment, recordPayment } from './receive-payment.ts'
import { recordCharge } from './record-charge.ts'
import { recordCollection } from './record-collection.ts'
import { recoverWriteOff } from './recover-write-off.ts'
import { recordReversal, reversePayment } from './reverse-payment.ts'
import { takeEarlyDiscount } from './take-early-discount.ts'
import { unapplyPayment } from './unapply-payment.ts'
import { useBalance } from './use-balance.ts'
import { waiveLateFee } from './waive-late-fee.ts'
import { reverseChargeback } from './win-chargeback.ts'
import { recordWriteOff, writeOff, writeOffSmallBalance } from './write-off.ts'

const decideHere = (command: ReceivablesCommand, state: Receivables): Decision => {
  switch (command.type) {
    case 'OpenItem':
      return openItem(command, state)
    case 'ReceivePayment':
      return receivePayment(command, state)
    case 'AllocatePayment':
      return allocatePayment(command, state)
    case 'UnapplyPayment':
      return unapplyPayment(command, state)
    case 'ReversePayment':
      return reversePayment(command, state)
    case 'IssueCredit':
      return issueCredit(command, state)
    case 'ApplyCredit':
      return applyCredit(command, state)
    case 'IssueRefund':
      return issueRefund(command, state)
    case 'AssessLateFee':
      return assessLateFee(command, state)
    case 'WaiveLateFee':
      return waiveLateFee(command, state)
    case 'WriteOff':
      return writeOff(command, state)
    case 'RecoverWriteOff':
      return recoverWriteOff(command, state)
    case 'CollectCash':
      return collectCash(command, state)
    case 'UseBalance':
      return useBalance(command, state)
    case 'TakeEarlyDiscount':
      return takeEarlyDiscount(command, state)
    case 'ChargeBack':
      return chargeBack(command, state)
    case 'ReverseChargeback':
      return reverseChargeback(command, state)
    case 'GrantStoreCredit':
      return grantStoreCredit(command, state)
    case 'RequestRefund':
      return requestRefund(command, state)
    case 'WriteOffSmallBalance':
      return writeOffSmallBalance(command, state)
    case 'AssignItem':
      return assignItem(command, state)
    case 'TakeRecourse':
      return takeRecourse(command, state)
    case 'RecordItem':
      return recordItem(command, state)
    case 'RecordCharge':
      return recordCharge(command, state)
    case 'RecordPayment':
      return recordPayment(command, state)
    case 'RecordCreditNote':
      return recordCreditNote(command, state)
    case 'RecordRefund':
      return recordRefund(command, state)
    case 'RecordReversal':
      return recordReversal(command, state)
    case 'RecordWriteOff':
      return recordWriteOff(command, state)
    case 'RecordRefundIssue':
      return recordRefundIssue(command, state)
    case 'RecordRefundFailure':
      return recordRefundFailure(command, state)
    case 'RecordChargeback':
      return recordChargeback(command, state)
    case 'RecordPendingPayment':
    case 'RecordFailedPayment':
      return recordCollection(command, state)
    case 'FixDueDate':
      return fixDueDate(command, state)
    default:
      return unreachable(command)
  }
}

/** Decides one command on the accounts of one customer in one currency. Pure; `[]` means "already so". */
export const decide =
  (command: ReceivablesCommand) =>
  (state: Receivables): Decision =>
    foreign(command, state) ?? decideHere(command, state)
