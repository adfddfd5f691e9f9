import type {
  CivilDate,
  CustomerId,
  InvoiceId,
  TaxRounding,
  TermsFault,
  Text,
} from '../shared/index.ts'
import type { Link } from './state.ts'

export { explain } from './explain.ts'

interface Of {
  readonly invoiceId: InvoiceId
}

/** Why an invoice is not issued or recorded. */
export type IssueRejection =
  | (Of & { readonly type: 'EmptyInvoice' })
  /** Another document of the same total stands under this number. */
  | (Of & { readonly type: 'InvoiceAlreadyIssued' })
  | (Of & { readonly type: 'AmountOutOfRange'; readonly amountMinor: number })
  | (Of & { readonly type: 'TermsUnsound'; readonly fault: TermsFault })
  | (Of & {
      readonly type: 'DiscountAboveNet'
      readonly netMinor: number
      readonly discountMinor: number
    })
  /** The lines come to another net, discount or tax than the document says. */
  | (Of & {
      readonly type: 'BreakdownMismatch'
      readonly part: 'net' | 'discount' | 'tax'
      readonly linesMinor: number
      readonly statedMinor: number
    })
  /** Lines are taxed, and the document does not say where that is rounded. */
  | (Of & { readonly type: 'RoundingNotNamed' })
  | (Of & { readonly type: 'LineNotQuoted'; readonly lineIds: ReadonlyArray<Text> })
  | (Of & {
      readonly type: 'PaymentDetailsMissing'
      readonly missing: ReadonlyArray<'account' | 'method'>
    })
  | (Of & { readonly type: 'PeriodNotOver'; readonly until: CivilDate })
  | (Of & {
      readonly type: 'ScheduleMismatch'
      readonly totalMinor: number
      readonly scheduledMinor: number
    })

/** Why an invoice is not taken back or corrected. */
export type CorrectionRejection =
  | (Of & { readonly type: 'VoidAfterPayment'; readonly paidMinor: number })
  | (Of & { readonly type: 'VoidAfterCorrection'; readonly correctedMinor: number })
  | (Of & { readonly type: 'ZeroAmount' })
  | (Of & {
      readonly type: 'CreditAboveTotal'
      readonly totalMinor: number
      readonly correctedMinor: number
      readonly offeredMinor: number
    })
  | (Of & {
      readonly type: 'RoundingDiffers'
      readonly issued: TaxRounding | null
      readonly offered: TaxRounding | null
    })
  | (Of & {
      readonly type: 'TaxAboveAmount'
      readonly taxMinor: number
      readonly amountMinor: number
    })

/** Why a payment link is not opened or cannot be used. */
export type LinkRejection =
  | (Of & {
      readonly type: 'LinkAboveOpen'
      readonly amountMinor: number
      readonly openMinor: number
    })
  | (Of & { readonly type: 'UnknownLink'; readonly token: Text })
  | (Of & {
      readonly type: 'LinkExpired'
      readonly token: Text
      readonly why: NonNullable<Link['end']> | 'expired'
    })

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type InvoiceRejection =
  | (Of & { readonly type: 'InvoiceNotIssued' | 'InvoiceIsVoid' })
  /** The invoice is another customer's. */
  | (Of & {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    })
  | (Of & {
      readonly type: 'ConflictingDuplicate'
      readonly recordedMinor: number
      readonly offeredMinor: number
    })
  | IssueRejection
  | CorrectionRejection
  | LinkRejection
