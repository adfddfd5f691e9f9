import {
  unreachable,
  whose,
  type CivilDate,
  type CustomerId,
  type Decimal,
  type ReturnId,
  type Text,
} from '../shared/index.ts'
import type { FailedCondition } from './events.ts'
import type { ReturnStatus } from './state.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type ReturnsRejection =
  | { readonly type: 'UnknownReturn'; readonly returnId: ReturnId }
  | {
      readonly type: 'WrongCustomer'
      readonly returnId: ReturnId
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly returnId: ReturnId
      readonly recorded: string
      readonly offered: string
    }
  /** Another step comes first, or the case has gone another way. */
  | {
      readonly type: 'ReturnOutOfTurn'
      readonly returnId: ReturnId
      readonly status: ReturnStatus
      readonly needed: ReadonlyArray<ReturnStatus>
    }
  | { readonly type: 'NothingToReturn'; readonly returnId: ReturnId }
  | { readonly type: 'UnknownLine'; readonly lineId: Text }
  | { readonly type: 'NotDelivered'; readonly lineId: Text }
  | {
      readonly type: 'WindowClosed'
      readonly lineId: Text
      readonly lastDay: CivilDate
      readonly requestedOn: CivilDate
    }
  | {
      readonly type: 'ReasonNotAccepted'
      readonly reason: Text
      readonly accepted: ReadonlyArray<Text>
    }
  | { readonly type: 'ReturnConditionFailed'; readonly failed: ReadonlyArray<FailedCondition> }
  | {
      readonly type: 'TooMany'
      readonly lineId: Text
      /** How much may still come back, and how much was offered. */
      readonly left: Decimal
      readonly offered: Decimal
    }
  | {
      readonly type: 'SentTooLate'
      readonly sendBy: CivilDate
      readonly receivedOn: CivilDate
    }
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: ReturnsRejection): string => {
  switch (rejection.type) {
    case 'UnknownReturn':
      return `No return ${rejection.returnId} was requested.`
    case 'WrongCustomer':
      return `Return ${rejection.returnId} belongs to ${whose(rejection.expected)}, not to ${whose(rejection.offered)}.`
    case 'ConflictingDuplicate':
      return `Return ${rejection.returnId} has recorded "${rejection.recorded}" and was offered "${rejection.offered}".`
    case 'ReturnOutOfTurn':
      return `Return ${rejection.returnId} is ${rejection.status}; this needs it to be ${rejection.needed.join(' or ')}.`
    case 'NothingToReturn':
      return `Return ${rejection.returnId} is over nothing.`
    case 'UnknownLine':
      return `Nothing is known of line ${rejection.lineId}.`
    case 'NotDelivered':
      return `Line ${rejection.lineId} was not delivered yet.`
    case 'WindowClosed':
      return `Line ${rejection.lineId} could be returned until ${rejection.lastDay}, and was asked for on ${rejection.requestedOn}.`
    case 'ReasonNotAccepted':
      return `"${rejection.reason}" is no reason to return goods; accepted are ${rejection.accepted.join(', ') || 'none'}.`
    case 'ReturnConditionFailed':
      return `The goods are not as they must be to come back: ${rejection.failed.join(', ')}.`
    case 'TooMany':
      return `Of line ${rejection.lineId} ${rejection.left} may come back, not ${rejection.offered}.`
    case 'SentTooLate':
      return `The goods were to arrive by ${rejection.sendBy} and came on ${rejection.receivedOn}.`
    case 'AmountOutOfRange':
      return `The sum ${rejection.amountMinor} is out of range.`
    default:
      return unreachable(rejection)
  }
}
