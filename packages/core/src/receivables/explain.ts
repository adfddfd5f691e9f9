import { unreachable } from '../shared/index.ts'
import type { ReceivablesRejection } from './rejections.ts'

type Of<T extends ReceivablesRejection['type']> = Extract<ReceivablesRejection, { type: T }>

const conflict = ({ what, id, recordedMinor, offeredMinor }: Of<'ConflictingDuplicate'>): string =>
  recordedMinor === offeredMinor
    ? `The ${what} ${id} is recorded already, with other content.`
    : `The ${what} ${id} is recorded with ${recordedMinor} minor units, and was offered with ${offeredMinor}.`

const creditTooLarge = (rejection: Of<'CreditAboveCharged'>): string =>
  `A credit note of ${rejection.offeredMinor} minor units is too large for item ${rejection.itemId}: ` +
  `${rejection.chargedMinor} stand charged and not written off, ${rejection.creditedMinor} credited before.`

const noDiscount = (
  rejection: Of<
    'NoEarlyDiscountAgreed' | 'EarlyDiscountIsTaken' | 'TooLateForDiscount' | 'TooLittleForDiscount'
  >,
): string => {
  const part = `instalment ${rejection.instalment} of item ${rejection.itemId}`
  switch (rejection.type) {
    case 'NoEarlyDiscountAgreed':
      return `No discount for early payment was agreed for ${part}.`
    case 'EarlyDiscountIsTaken':
      return `The discount for ${part} was taken before.`
    case 'TooLateForDiscount':
      return `The discount for ${part} was for cash until ${rejection.untilOn}; it came on ${rejection.receivedOn}.`
    case 'TooLittleForDiscount':
      return `With a discount of ${rejection.discountMinor} minor units, ${rejection.missingMinor} are still missing for ${part}.`
    default:
      return unreachable(rejection)
  }
}

/** One sentence for a log, with the numbers that explain the refusal. Amounts are minor units. */
export const explain = (rejection: ReceivablesRejection): string => {
  switch (rejection.type) {
    case 'WrongCustomer':
      return `These accounts are another customer's.`
    case 'WrongCurrency':
      return `These accounts are kept in ${rejection.expected}, not in ${rejection.offered}.`
    case 'UnknownItem':
      return `Item ${rejection.itemId} is not known.`
    case 'NothingOpen':
      return rejection.itemId === null
        ? `Nothing is open to take the amount.`
        : `Nothing is open on item ${rejection.itemId}.`
    case 'UnknownPayment':
      return `Payment ${rejection.paymentId} is not known.`
    case 'PaymentIsReversed':
      return `Payment ${rejection.paymentId} was reversed.`
    case 'NothingUnapplied':
      return `Nothing is left of payment ${rejection.paymentId}.`
    case 'UnknownCredit':
      return `Credit note ${rejection.creditId} is not known.`
    case 'NoCreditLeft':
      return `Nothing is left of credit note ${rejection.creditId}.`
    case 'UnknownCharge':
      return `Item ${rejection.itemId} has no late fee ${rejection.chargeId}.`
    case 'ChargeIsWaived':
      return `Late fee ${rejection.chargeId} on item ${rejection.itemId} was waived before.`
    case 'UnknownWriteOff':
      return `Write-off ${rejection.writeOffId} is not known.`
    case 'NothingToRecover':
      return `Write-off ${rejection.writeOffId} is recovered in full.`
    case 'NotApplied':
      return `Payment ${rejection.paymentId} is not applied to item ${rejection.itemId}.`
    case 'ZeroAmount':
      return `The amount is nothing.`
    case 'UnknownInstalment':
      return `Item ${rejection.itemId} has no instalment ${rejection.instalment}.`
    case 'EmptySchedule':
      return `Item ${rejection.itemId} has no instalments.`
    case 'CreditAboveCharged':
      return creditTooLarge(rejection)
    case 'RefundExceedsPaid':
      return `A refund of ${rejection.offeredMinor} minor units exceeds the ${rejection.availableMinor} that are there.`
    case 'NoAgreedLateFee':
      return `No late fee was agreed for item ${rejection.itemId}.`
    case 'NotYetLate':
      return rejection.dueFrom === null
        ? `Item ${rejection.itemId} has no due day yet, so no late fee can be due.`
        : `The next late fee on item ${rejection.itemId} is due from ${rejection.dueFrom}.`
    case 'FeeCapReached':
      return `Item ${rejection.itemId} has had all the late fees that were agreed.`
    case 'FeesArePaused':
      return rejection.until === null
        ? `Late fees on item ${rejection.itemId} are paused.`
        : `Late fees on item ${rejection.itemId} are paused until ${rejection.until}.`
    case 'AmountOutOfRange':
      return `An amount of ${rejection.amountMinor} minor units is too large to be summed exactly.`
    case 'ConflictingDuplicate':
      return conflict(rejection)
    case 'StoreCreditIsNotPaidOut':
      return `Store credit ${rejection.creditId} buys, and is not paid out.`
    case 'PaymentIsPending':
      return `Payment ${rejection.paymentId} is being collected and may still pay it.`
    case 'NoBalance':
      return `Neither cash nor credit is left over for item ${rejection.itemId}.`
    case 'UnknownChargeback':
      return `Chargeback ${rejection.chargebackId} is not known.`
    case 'UnknownAssignment':
      return `Assignment ${rejection.assignmentId} is not known.`
    case 'NoRecourse':
      return `Assignment ${rejection.assignmentId} was without recourse.`
    case 'RecourseExceedsAssigned':
      return (
        `Of assignment ${rejection.assignmentId}, ${rejection.assignedMinor} minor units are with the partner, ` +
        `not ${rejection.offeredMinor}.`
      )
    case 'UnknownRefund':
      return `Refund ${rejection.refundId} is not known.`
    case 'RefundIsFailed':
      return `Refund ${rejection.refundId} failed before it was issued.`
    case 'RefundHasNoSource':
      return `Refund ${rejection.refundId} has no known source to which money could return.`
    case 'BalanceAboveTolerance':
      return `Open on item ${rejection.itemId} are ${rejection.openMinor} minor units, more than ${rejection.toleranceMinor}.`
    case 'NoEarlyDiscountAgreed':
    case 'EarlyDiscountIsTaken':
    case 'TooLateForDiscount':
    case 'TooLittleForDiscount':
      return noDiscount(rejection)
    default:
      return unreachable(rejection)
  }
}
