import { explainTermsFault, unreachable, whose } from '../shared/index.ts'
import type { InvoiceRejection } from './rejections.ts'

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
    case 'BreakdownMismatch':
      return `${invoice} states a ${rejection.part} of ${rejection.statedMinor}, and its lines come to ${rejection.linesMinor}.`
    case 'RoundingNotNamed':
      return `${invoice} does not say where the tax of its lines is rounded.`
    case 'LineNotQuoted':
      return `${invoice} has lines that the buyer did not accept: ${rejection.lineIds.join(', ')}.`
    case 'PaymentDetailsMissing':
      return `${invoice} does not say how it is to be paid: it lacks ${rejection.missing.join(' and ')}.`
    case 'PeriodNotOver':
      return `${invoice} is billed in arrears, and its period lasts until ${rejection.until}.`
    case 'ScheduleMismatch':
      return `${invoice} totals ${rejection.totalMinor}, and its instalments ${rejection.scheduledMinor}.`
    case 'VoidAfterPayment':
      return `${invoice} cannot be taken back: ${rejection.paidMinor} were paid on it.`
    case 'VoidAfterCorrection':
      return `${invoice} cannot be taken back: credit notes of ${rejection.correctedMinor} correct it.`
    case 'CreditAboveTotal':
      return `${invoice} of ${rejection.totalMinor}, corrected by ${rejection.correctedMinor}, cannot be corrected by ${rejection.offeredMinor} more.`
    case 'RoundingDiffers':
      return `${invoice} rounds its tax by ${rejection.issued ?? 'no method told'}, and its credit note by ${rejection.offered ?? 'none'}.`
    case 'TaxAboveAmount':
      return `${invoice} cannot be corrected by ${rejection.amountMinor} of which ${rejection.taxMinor} are tax.`
    case 'LinkAboveOpen':
      return `${invoice} has ${rejection.openMinor} open: no link can ask for ${rejection.amountMinor}.`
    case 'UnknownLink':
      return `${invoice} has no payment link ${rejection.token}.`
    case 'LinkExpired':
      return `The payment link ${rejection.token} of ${invoice} is dead: ${rejection.why}.`
    case 'ConflictingDuplicate':
      return `${invoice} has this fact recorded with ${rejection.recordedMinor}, and it was offered with ${rejection.offeredMinor}.`
    default:
      return unreachable(rejection)
  }
}
