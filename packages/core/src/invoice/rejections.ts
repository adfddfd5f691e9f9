import {
  explainTermsFault,
  unreachable,
  type CustomerId,
  type InvoiceId,
  type TermsFault,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type InvoiceRejection =
  | {
      readonly type: 'EmptyInvoice' | 'InvoiceNotIssued' | 'InvoiceIsVoid' | 'ZeroAmount'
      readonly invoiceId: InvoiceId
    }
  /** The invoice is another customer's. */
  | {
      readonly type: 'WrongCustomer'
      readonly invoiceId: InvoiceId
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  /** Another document of the same total stands under this number. */
  | { readonly type: 'InvoiceAlreadyIssued'; readonly invoiceId: InvoiceId }
  | {
      readonly type: 'AmountOutOfRange'
      readonly invoiceId: InvoiceId
      readonly amountMinor: number
    }
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

const whose = (customerId: CustomerId | null): string =>
  customerId === null ? 'nobody named' : `customer ${customerId}`

/** One sentence for a log, with the numbers that explain the refusal. Amounts are minor units. */
export const explain = (rejection: InvoiceRejection): string => {
  const invoice = `Invoice ${rejection.invoiceId}`
  switch (rejection.type) {
    case 'EmptyInvoice':
      return `${invoice} comes to nothing.`
    case 'InvoiceNotIssued':
      return `${invoice} was not issued.`
    case 'InvoiceIsVoid':
      return `${invoice} was taken back.`
    case 'ZeroAmount':
      return `${invoice} cannot be corrected by nothing.`
    case 'WrongCustomer':
      return `${invoice} belongs to ${whose(rejection.expected)}, not to ${whose(rejection.offered)}.`
    case 'InvoiceAlreadyIssued':
      return `${invoice} was issued with other content.`
    case 'AmountOutOfRange':
      return `${invoice} comes to ${rejection.amountMinor} minor units, too much to be summed exactly.`
    case 'TermsUnsound':
      return `${invoice} cannot be issued: ${explainTermsFault(rejection.fault)}.`
    case 'DiscountAboveNet':
      return `${invoice} takes ${rejection.discountMinor} off a net of ${rejection.netMinor}.`
    case 'ScheduleMismatch':
      return `${invoice} totals ${rejection.totalMinor}, and its instalments ${rejection.scheduledMinor}.`
    case 'VoidAfterPayment':
      return `${invoice} cannot be taken back: ${rejection.paidMinor} were paid on it.`
    case 'VoidAfterCorrection':
      return `${invoice} cannot be taken back: credit notes of ${rejection.correctedMinor} correct it.`
    case 'CreditAboveTotal':
      return `${invoice} of ${rejection.totalMinor}, corrected by ${rejection.correctedMinor}, cannot be corrected by ${rejection.offeredMinor} more.`
    case 'ConflictingDuplicate':
      return `${invoice} has this fact recorded with ${rejection.recordedMinor}, and it was offered with ${rejection.offeredMinor}.`
    default:
      return unreachable(rejection)
  }
}
