import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type ItemId,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { HoldReason } from './values.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type CreditRejection =
  | { readonly type: 'CurrencyMismatch'; readonly expected: Currency; readonly offered: Currency }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  | { readonly type: 'NoCreditDecision' | 'CreditIsDeclined'; readonly customerId: CustomerId }
  | { readonly type: 'CreditDecisionExpired'; readonly validUntil: CivilDate }
  | { readonly type: 'OnHold'; readonly reasons: ReadonlyArray<HoldReason> }
  | {
      readonly type: 'LimitExceeded'
      readonly limitMinor: number
      readonly reservedMinor: number
      readonly usedMinor: number
      readonly offeredMinor: number
    }
  /** The same request was refused before, and that refusal stands. */
  | { readonly type: 'RefusalStands'; readonly changeId: ChangeId; readonly orderId: OrderId }
  | { readonly type: 'ChecklistIncomplete'; readonly missing: ReadonlyArray<Text> }
  | {
      readonly type: 'UnknownReservation' | 'NothingReserved' | 'PartlyShipped'
      readonly orderId: OrderId
    }
  | { readonly type: 'NotExpired'; readonly orderId: OrderId; readonly expiresOn: CivilDate }
  | { readonly type: 'NothingUsed'; readonly itemId: ItemId }
  | { readonly type: 'UnknownHold' | 'HoldIsLifted' | 'PersonNeeded'; readonly holdId: ChangeId }
  | { readonly type: 'UnknownReview' | 'ReviewIsCompleted'; readonly reviewId: ChangeId }
  | {
      readonly type: 'RuleNotMet'
      readonly ruleId: Text
      readonly lateCount: number
      readonly outOf: number
      readonly neededCount: number
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly changeId: ChangeId
      /** What the change said when it was recorded, and what it says now. */
      readonly recorded: string
      readonly offered: string
    }

type Of<T extends CreditRejection['type']> = Extract<CreditRejection, { type: T }>

const explainLimit = (rejection: Of<'LimitExceeded'>): string =>
  `Another ${rejection.offeredMinor} minor units go over the limit of ${rejection.limitMinor}: ` +
  `${rejection.reservedMinor} are reserved and ${rejection.usedMinor} are owed.`

/** One sentence for a log, with the numbers that explain the refusal. Amounts are minor units. */
export const explain = (rejection: CreditRejection): string => {
  switch (rejection.type) {
    case 'CurrencyMismatch':
      return `This credit is kept in ${rejection.expected}, not in ${rejection.offered}.`
    case 'ZeroAmount':
      return 'The amount is nothing.'
    case 'AmountOutOfRange':
      return `An exposure of ${rejection.amountMinor} minor units is too large to be summed exactly.`
    case 'NoCreditDecision':
      return `No credit was ever decided on for customer ${rejection.customerId}.`
    case 'CreditIsDeclined':
      return `Credit for customer ${rejection.customerId} was declined.`
    case 'CreditDecisionExpired':
      return `The credit decision was good until ${rejection.validUntil}.`
    case 'OnHold':
      return `The credit account is on hold: ${rejection.reasons.join(', ')}.`
    case 'LimitExceeded':
      return explainLimit(rejection)
    case 'RefusalStands':
      return `Request ${rejection.changeId} for order ${rejection.orderId} was refused, and the refusal stands.`
    case 'ChecklistIncomplete':
      return `Before credit is decided on, these are needed: ${rejection.missing.join(', ')}.`
    case 'RuleNotMet':
      return `Rule ${rejection.ruleId} raises no flag: ${rejection.lateCount} of ${rejection.outOf} payments were late, and it takes ${rejection.neededCount}.`
    case 'ConflictingDuplicate':
      return `Change ${rejection.changeId} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return explainReference(rejection)
  }
}

type ReferenceRejection = Of<
  | 'UnknownReservation'
  | 'NothingReserved'
  | 'PartlyShipped'
  | 'NotExpired'
  | 'NothingUsed'
  | 'UnknownHold'
  | 'HoldIsLifted'
  | 'PersonNeeded'
  | 'UnknownReview'
  | 'ReviewIsCompleted'
>

/** The refusals of commands that name something which is not there, or not so. */
const explainReference = (rejection: ReferenceRejection): string => {
  switch (rejection.type) {
    case 'UnknownReservation':
      return `No credit was ever reserved for order ${rejection.orderId}.`
    case 'NothingReserved':
      return `No credit is reserved for order ${rejection.orderId} any more.`
    case 'PartlyShipped':
      return `A part of order ${rejection.orderId} was billed: the rest of its reservation waits until the order is closed.`
    case 'NotExpired':
      return `The reservation for order ${rejection.orderId} holds until ${rejection.expiresOn}.`
    case 'NothingUsed':
      return `Item ${rejection.itemId} uses no credit.`
    case 'UnknownHold':
      return `There never was a hold ${rejection.holdId}.`
    case 'HoldIsLifted':
      return `Hold ${rejection.holdId} was lifted before.`
    case 'PersonNeeded':
      return `Hold ${rejection.holdId} is for fraud: a person has to lift it, by name.`
    case 'UnknownReview':
      return `Nobody asked for a review ${rejection.reviewId}.`
    case 'ReviewIsCompleted':
      return `Review ${rejection.reviewId} was completed before.`
    default:
      return unreachable(rejection)
  }
}
