import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { AgreementCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  AgreementAmended,
  AgreementDrafted,
  AgreementSigned,
  AgreementTerminated,
  AgreementTookEffect,
  ClauseAdded,
  EarlyTerminationFeeIncurred,
  type AgreementEvent,
} from './events.ts'
import { explain, type AgreementRejection } from './rejections.ts'
import { evolve, initial, type Agreement } from './state.ts'

export {
  AgreementAmended,
  AgreementDrafted,
  AgreementEvent,
  AgreementSigned,
  AgreementTerminated,
  AgreementTookEffect,
  ClauseAdded,
  EarlyTerminationFeeIncurred,
} from './events.ts'
export {
  Clause,
  CommitmentClause,
  DeliveryClause,
  DueClause,
  EarlyTermination,
  LateClause,
  Party,
  PriceClause,
  ReturnClause,
  type ClauseKind,
} from './clause.ts'
export {
  type AddClause,
  type AgreementCommand,
  type AmendAgreement,
  type DraftAgreement,
  type RecordAgreement,
  type RecordTermination,
  type SignAgreement,
  type TerminateAgreement,
} from './commands.ts'
export {
  clauseInForce,
  commitmentInForce,
  lateFeeRulesInForce,
  mandatoryClauses,
  versionInForce,
  type Commitment,
} from './questions.ts'
export { type AgreementRejection } from './rejections.ts'
export { type Agreement, type Drafted, type Version } from './state.ts'

export const agreementEvents: ReadonlyArray<EventDefinition> = [
  define(AgreementDrafted),
  define(ClauseAdded),
  define(AgreementSigned),
  define(AgreementTookEffect),
  define(AgreementAmended),
  define(AgreementTerminated),
  define(EarlyTerminationFeeIncurred),
]

const doorOf = ({ type }: AgreementCommand): Door => {
  switch (type) {
    case 'DraftAgreement':
    case 'AddClause':
    case 'SignAgreement':
    case 'AmendAgreement':
    case 'TerminateAgreement':
      return 'ask'
    case 'RecordAgreement':
    case 'RecordTermination':
      return 'record'
    default:
      return unreachable(type)
  }
}

/** What the house and a customer agreed, from the first draft to the end. One stream an agreement. */
export const agreementRoom: Room<AgreementCommand, AgreementEvent, Agreement, AgreementRejection> =
  {
    category: 'agreement',
    decider: { initial, decide, evolve },
    events: agreementEvents,
    streamOf: ({ agreementId }) => `agreement-${agreementId}`,
    doorOf,
    explain,
  }
