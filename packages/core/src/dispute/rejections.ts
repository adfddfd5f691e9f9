import {
  customerOrNobody,
  unreachable,
  type ChangeId,
  type Currency,
  type CustomerId,
  type DisputeId,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type DisputeRejection =
  | {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | { readonly type: 'WrongCurrency'; readonly expected: Currency; readonly offered: Currency }
  | { readonly type: 'ZeroAmount' }
  | {
      readonly type: 'AmountTooLarge'
      readonly openMinor: number
      readonly offeredMinor: number
    }
  /** The same matter is contested already, in another file. */
  | { readonly type: 'AlreadyOpen'; readonly standing: DisputeId }
  | { readonly type: 'UnknownDispute'; readonly disputeId: DisputeId }
  | {
      readonly type: 'AlreadyDecided'
      readonly acceptedMinor: number
      readonly rejectedMinor: number
    }
  /** The parts of a decision do not add up to what was contested, or one of a split is nothing. */
  | {
      readonly type: 'SplitMismatch'
      readonly amountMinor: number
      readonly acceptedMinor: number
      readonly rejectedMinor: number
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what: 'dispute' | 'evidence'
      readonly id: DisputeId | ChangeId
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: DisputeRejection): string => {
  switch (rejection.type) {
    case 'WrongCustomer':
      return `This dispute is with ${customerOrNobody(rejection.expected)}, not with ${customerOrNobody(rejection.offered)}.`
    case 'WrongCurrency':
      return `This dispute is about ${rejection.expected}, not about ${rejection.offered}.`
    case 'ZeroAmount':
      return 'A dispute needs an amount.'
    case 'AmountTooLarge':
      return `${rejection.offeredMinor} minor units cannot be contested: ${rejection.openMinor} are open.`
    case 'AlreadyOpen':
      return `The same matter is contested already, as ${rejection.standing}.`
    case 'UnknownDispute':
      return `Dispute ${rejection.disputeId} was never opened.`
    case 'AlreadyDecided':
      return `The dispute was decided before: ${rejection.acceptedMinor} accepted, ${rejection.rejectedMinor} rejected.`
    case 'SplitMismatch':
      return `${rejection.acceptedMinor} accepted and ${rejection.rejectedMinor} rejected do not divide the ${rejection.amountMinor} minor units contested.`
    case 'ConflictingDuplicate':
      return `The ${rejection.what} ${rejection.id} is recorded with other content.`
    default:
      return unreachable(rejection)
  }
}
