import type {
  AllocatePayment,
  ApplyCredit,
  ChargeBack,
  CollectCash,
  ReceivePayment,
  RecoverWriteOff,
  ReverseChargeback,
  ReversePayment,
  UnapplyPayment,
  UseBalance,
} from './cash-commands.ts'
import type {
  GrantStoreCredit,
  IssueCredit,
  IssueRefund,
  RequestRefund,
} from './credit-commands.ts'
import type {
  AssessLateFee,
  AssignItem,
  OpenItem,
  TakeEarlyDiscount,
  TakeRecourse,
  WaiveLateFee,
  WriteOff,
  WriteOffSmallBalance,
} from './item-commands.ts'
import type {
  FixDueDate,
  RecordCharge,
  RecordChargeback,
  RecordCreditNote,
  RecordFailedPayment,
  RecordItem,
  RecordPayment,
  RecordPendingPayment,
  RecordRefund,
  RecordRefundFailure,
  RecordRefundIssue,
  RecordReversal,
  RecordWriteOff,
} from './record-commands.ts'

export type ReceivablesCommand =
  | OpenItem
  | ReceivePayment
  | CollectCash
  | AllocatePayment
  | UnapplyPayment
  | UseBalance
  | TakeEarlyDiscount
  | ReversePayment
  | ChargeBack
  | ReverseChargeback
  | IssueCredit
  | GrantStoreCredit
  | ApplyCredit
  | RequestRefund
  | IssueRefund
  | AssessLateFee
  | WaiveLateFee
  | WriteOff
  | WriteOffSmallBalance
  | RecoverWriteOff
  | AssignItem
  | TakeRecourse
  | RecordItem
  | RecordCharge
  | RecordPendingPayment
  | RecordFailedPayment
  | RecordPayment
  | RecordCreditNote
  | RecordRefund
  | RecordRefundIssue
  | RecordRefundFailure
  | RecordReversal
  | RecordChargeback
  | RecordWriteOff
  | FixDueDate
