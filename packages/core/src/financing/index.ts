import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { FinancingCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  EvidenceProvided,
  EvidenceRequested,
  FinancingApplied,
  FinancingApproved,
  FinancingAssigned,
  FinancingDeclined,
  FinancingSettled,
  RecourseTaken,
  type FinancingEvent,
} from './events.ts'
import { explain } from './explain.ts'
import type { FinancingRejection } from './rejections.ts'
import { evolve, initial, type Financing } from './state.ts'

export {
  EvidenceProvided,
  EvidenceRequested,
  FinancingApplied,
  FinancingApproved,
  FinancingAssigned,
  FinancingDeclined,
  FinancingEvent,
  FinancingSettled,
  RecourseTaken,
} from './events.ts'
export {
  type ApplyForFinancing,
  type ApproveFinancing,
  type AssignReceivable,
  type DeclineFinancing,
  type FinancingCommand,
  type ProvideEvidence,
  type RecordAssignment,
  type RecordRecourse,
  type RecordSettlement,
  type RequestEvidence,
  type SettleFinancing,
  type TakeRecourse,
} from './commands.ts'
export { PartnerTerms, RecourseReason } from './partner.ts'
export { type FinancingRejection } from './rejections.ts'
export {
  ineligibility,
  partnerFeeMinor,
  selectPartner,
  type Financed,
  type Ineligible,
} from './select-partner.ts'
export {
  partnerOwesMinor,
  withPartnerMinor,
  type Application,
  type Assignment,
  type EvidenceRequest,
  type Financing,
} from './state.ts'

export const financingEvents: ReadonlyArray<EventDefinition> = [
  define(FinancingApplied),
  define(FinancingApproved),
  define(FinancingDeclined),
  define(FinancingAssigned),
  define(FinancingSettled),
  define(EvidenceRequested),
  define(EvidenceProvided),
  define(RecourseTaken),
]

const doorOf = ({ type }: FinancingCommand): Door => {
  switch (type) {
    case 'ApplyForFinancing':
    case 'ApproveFinancing':
    case 'DeclineFinancing':
    case 'AssignReceivable':
    case 'SettleFinancing':
    case 'RequestEvidence':
    case 'ProvideEvidence':
    case 'TakeRecourse':
      return 'ask'
    case 'RecordAssignment':
    case 'RecordSettlement':
    case 'RecordRecourse':
      return 'record'
    default:
      return unreachable(type)
  }
}

/** What a partner takes over of one order: application, payment, evidence, recourse. One stream each. */
export const financingRoom: Room<FinancingCommand, FinancingEvent, Financing, FinancingRejection> =
  {
    category: 'financing',
    decider: { initial, decide, evolve },
    events: financingEvents,
    streamOf: ({ financingId }) => `financing-${financingId}`,
    doorOf,
    explain,
  }
