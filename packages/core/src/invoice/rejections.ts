import type { InvoiceId } from '../shared/index.ts'
import type { TermsFault } from '../shared/schedule.ts'

/** Why a command was refused. Callers branch on `type`; `explain` (same room) words it for a log. */
export type InvoiceRejection =
  | {
      readonly type: 'EmptyInvoice' | 'InvoiceNotIssued' | 'InvoiceIsVoid'
      readonly invoiceId: InvoiceId
    }
  | { readonly type: 'InvoiceAlreadyIssued'; readonly invoiceId: InvoiceId }
  | { readonly type: 'TermsUnsound'; readonly invoiceId: InvoiceId; readonly fault: TermsFault }
  | {
      readonly type: 'DiscountAboveNet'
      readonly invoiceId: InvoiceId
      readonly netMinor: number
      readonly discountMinor: number
    }
  | {
      readonly type: 'ScheduleMismatch'
      readonly invoiceId: InvoiceId
      readonly totalMinor: number
      readonly scheduledMinor: number
    }
  | { readonly type: 'VoidAfterPayment'; readonly invoiceId: InvoiceId; readonly paidMinor: number }
  | {
      readonly type: 'VoidAfterCorrection'
      readonly invoiceId: InvoiceId
      readonly correctedMinor: number
    }
  | {
      readonly type: 'CreditAboveTotal'
      readonly invoiceId: InvoiceId
      readonly totalMinor: number
      readonly correctedMinor: number
      readonly offeredMinor: number
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly invoiceId: InvoiceId
      readonly recordedMinor: number
      readonly offeredMinor: number
    }
