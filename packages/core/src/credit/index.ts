import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { CreditCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { evolve } from './evolve.ts'
import {
  CreditApproved,
  CreditConsumed,
  CreditDeclined,
  CreditHoldLifted,
  CreditHoldPlaced,
  CreditLimitChanged,
  CreditOverrideGranted,
  CreditRefused,
  CreditReservationExpired,
  CreditReservationReleased,
  CreditReserved,
  CreditRestored,
  CreditReviewCompleted,
  CreditReviewRequested,
  ExposureRaised,
  FraudSuspected,
  ReferenceProvided,
  RiskFlagRaised,
  type CreditEvent,
} from './events.ts'
import { explain, type CreditRejection } from './rejections.ts'
import { initial, type CreditAccount } from './state.ts'

export {
  CreditApproved,
  CreditConsumed,
  CreditDeclined,
  CreditEvent,
  CreditHoldLifted,
  CreditHoldPlaced,
  CreditLimitChanged,
  CreditOverrideGranted,
  CreditRefused,
  CreditReservationExpired,
  CreditReservationReleased,
  CreditReserved,
  CreditRestored,
  CreditReviewCompleted,
  CreditReviewRequested,
  ExposureRaised,
  FraudSuspected,
  ReferenceProvided,
  RiskFlagRaised,
} from './events.ts'
export {
  type AssessRisk,
  type ChangeLimit,
  type CompleteReview,
  type ConsumeCredit,
  type CreditCommand,
  type ExpireReservation,
  type GrantOverride,
  type LiftHold,
  type PlaceHold,
  type ProvideReference,
  type RecordCreditDecision,
  type RecordExposure,
  type ReleaseCredit,
  type RequestCredit,
  type RequestReview,
  type ReserveCredit,
  type RestoreCredit,
  type SuspectFraud,
} from './commands.ts'
export { CreditPolicy, RiskRule } from './policy.ts'
export {
  decidedUntil,
  expiredReservations,
  exposureMinor,
  headroomMinor,
  limitMinor,
  missingReferences,
  overrideFor,
  reservedForMinor,
  standingHolds,
} from './questions.ts'
export {
  CreditBasis,
  DeclineReason,
  ExposureCause,
  HoldReason,
  RefusalReason,
  RestoreCause,
  ReviewConclusion,
  ScoreInput,
} from './values.ts'
export { type CreditRejection } from './rejections.ts'
export {
  type CreditAccount,
  type Hold,
  type Override,
  type Reservation,
  type Review,
  type Use,
} from './state.ts'

export const creditEvents: ReadonlyArray<EventDefinition> = [
  define(CreditApproved),
  define(CreditDeclined),
  define(CreditReserved),
  define(CreditRefused),
  define(CreditReservationReleased),
  define(CreditReservationExpired),
  define(CreditConsumed),
  define(ExposureRaised),
  define(CreditRestored),
  define(CreditLimitChanged),
  define(CreditHoldPlaced),
  define(CreditHoldLifted),
  define(FraudSuspected),
  define(CreditOverrideGranted),
  define(ReferenceProvided),
  define(RiskFlagRaised),
  define(CreditReviewRequested),
  define(CreditReviewCompleted),
]

const doorOf = ({ type }: CreditCommand): Door => {
  switch (type) {
    case 'RequestCredit':
    case 'ReserveCredit':
    case 'ReleaseCredit':
    case 'ExpireReservation':
    case 'ConsumeCredit':
    case 'RestoreCredit':
    case 'ChangeLimit':
    case 'PlaceHold':
    case 'LiftHold':
    case 'SuspectFraud':
    case 'GrantOverride':
    case 'ProvideReference':
    case 'AssessRisk':
    case 'RequestReview':
    case 'CompleteReview':
      return 'ask'
    case 'RecordCreditDecision':
    case 'RecordExposure':
      return 'record'
    default:
      return unreachable(type)
  }
}

/** What one customer may owe: decisions, reservations, holds and reviews. One stream a customer. */
export const creditRoom: Room<CreditCommand, CreditEvent, CreditAccount, CreditRejection> = {
  category: 'credit',
  decider: { initial, decide, evolve },
  events: creditEvents,
  streamOf: ({ customerId }) => `credit-${customerId}`,
  doorOf,
  explain,
}
