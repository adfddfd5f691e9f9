import {
  unreachable,
  type ChargeId,
  type CivilDate,
  type CreditId,
  type ItemId,
  type PaymentId,
  type WriteOffId,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type ReceivablesRejection =
  | { readonly type: 'WrongCustomer' }
  | { readonly type: 'WrongCurrency'; readonly expected: string; readonly offered: string }
  | { readonly type: 'UnknownItem'; readonly itemId: ItemId }
  /** `itemId` null: nothing is open on any item. */
  | { readonly type: 'NothingOpen'; readonly itemId: ItemId | null }
  | {
      readonly type: 'UnknownPayment' | 'PaymentIsReversed' | 'NothingUnapplied'
      readonly paymentId: PaymentId
    }
  | { readonly type: 'UnknownCredit' | 'NoCreditLeft'; readonly creditId: CreditId }
  | {
      readonly type: 'UnknownCharge' | 'ChargeIsWaived'
      readonly itemId: ItemId
      readonly chargeId: ChargeId
    }
  | { readonly type: 'UnknownWriteOff' | 'NothingToRecover'; readonly writeOffId: WriteOffId }
  | { readonly type: 'NotApplied'; readonly paymentId: PaymentId; readonly itemId: ItemId }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'UnknownInstalment'; readonly itemId: ItemId; readonly instalment: number }
  | { readonly type: 'EmptySchedule'; readonly itemId: ItemId }
  | {
      readonly type: 'CreditAboveCharged'
      readonly itemId: ItemId
      /** Charged and not written off. */
      readonly chargedMinor: number
      readonly creditedMinor: number
      readonly offeredMinor: number
    }
  | {
      readonly type: 'RefundExceedsPaid'
      readonly availableMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'NoAgreedLateFee'; readonly itemId: ItemId }
  | { readonly type: 'NotYetLate'; readonly itemId: ItemId; readonly dueFrom: CivilDate | null }
  | { readonly type: 'FeeCapReached'; readonly itemId: ItemId; readonly maxTimes: number }
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  /**
   * The same id with other content: never silent. `what` names the kind of fact, `id` its id. Where
   * both amounts are equal, something else differs.
   */
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what: 'item' | 'payment' | 'credit' | 'refund' | 'charge' | 'writeOff' | 'change'
      readonly id: string
      readonly recordedMinor: number
      readonly offeredMinor: number
    }

type Of<T extends ReceivablesRejection['type']> = Extract<ReceivablesRejection, { type: T }>

const conflict = ({ what, id, recordedMinor, offeredMinor }: Of<'ConflictingDuplicate'>): string =>
  recordedMinor === offeredMinor
    ? `The ${what} ${id} is recorded already, with other content.`
    : `The ${what} ${id} is recorded with ${recordedMinor} minor units, and was offered with ${offeredMinor}.`

const creditTooLarge = (rejection: Of<'CreditAboveCharged'>): string =>
  `A credit note of ${rejection.offeredMinor} minor units is too large for item ${rejection.itemId}: ` +
  `${rejection.chargedMinor} stand charged and not written off, ${rejection.creditedMinor} credited before.`

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
      return `Item ${rejection.itemId} has had all ${rejection.maxTimes} late fees that were agreed.`
    case 'AmountOutOfRange':
      return `An amount of ${rejection.amountMinor} minor units is too large to be summed exactly.`
    case 'ConflictingDuplicate':
      return conflict(rejection)
    default:
      return unreachable(rejection)
  }
}
