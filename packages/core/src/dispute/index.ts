import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { DisputeCommand } from './commands.ts'
import { decide } from './decide.ts'
import { DisputeDecided, DisputeOpened, EvidenceAdded, type DisputeEvent } from './events.ts'
import { explain, type DisputeRejection } from './rejections.ts'
import { evolve, initial, type DisputeFile } from './state.ts'

export {
  DisputeDecided,
  DisputedMatter,
  DisputeEvent,
  DisputeOpened,
  DisputeParty,
  EvidenceAdded,
} from './events.ts'
export {
  type DisputeCommand,
  type OpenDispute,
  type AddEvidence,
  type AcceptDispute,
  type RejectDispute,
  type SplitDispute,
  type RecordOpenedDispute,
  type RecordDisputeDecision,
} from './commands.ts'
export { type DisputeRejection } from './rejections.ts'
export { blocksInstrument, blocksRefund, type DisputeFile, type Evidence } from './state.ts'

export const disputeEvents: ReadonlyArray<EventDefinition> = [
  define(DisputeOpened),
  define(EvidenceAdded),
  define(DisputeDecided),
]

const doorOf = ({ type }: DisputeCommand): Door => {
  switch (type) {
    case 'OpenDispute':
    case 'AddEvidence':
    case 'AcceptDispute':
    case 'RejectDispute':
    case 'SplitDispute':
      return 'ask'
    case 'RecordOpenedDispute':
    case 'RecordDisputeDecision':
      return 'record'
    default:
      return unreachable(type)
  }
}

/**
 * The case file of one dispute: what is contested and why, the proofs of each side, and how it ended. What
 * reminders leave out meanwhile is a mark in collections. One stream a dispute.
 */
export const disputeRoom: Room<DisputeCommand, DisputeEvent, DisputeFile, DisputeRejection> = {
  category: 'dispute',
  decider: { initial, decide, evolve },
  events: disputeEvents,
  streamOf: ({ disputeId }) => `dispute-${disputeId}`,
  doorOf,
  explain,
}
