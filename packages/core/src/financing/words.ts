import { unreachable } from '../shared/index.ts'
import type { FinancingCommand } from './commands.ts'
import type { FinancingEvent } from './events.ts'

// What a change says in a few words: the same for the command that asks for it and the event that records
// it. Ids are quoted: they may hold anything.

const say = (...parts: ReadonlyArray<string | number>): string =>
  parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : String(part))).join(' ')

export type ChangeCommand = Exclude<
  FinancingCommand,
  { type: 'ApplyForFinancing' | 'ApproveFinancing' | 'DeclineFinancing' }
>
export type ChangeEvent = Exclude<
  FinancingEvent,
  { type: 'FinancingApplied' | 'FinancingApproved' | 'FinancingDeclined' }
>

export const wordsOfCommand = (command: ChangeCommand): string => {
  switch (command.type) {
    case 'AssignReceivable':
    case 'RecordAssignment':
      return `made over: ${say(command.amountMinor, command.itemId)}`
    case 'SettleFinancing':
    case 'RecordSettlement':
      return `settled: ${say(command.grossMinor, command.feeMinor)}`
    case 'RequestEvidence':
      return `asked about ${command.about}`
    case 'ProvideEvidence':
      return `answered: ${say(command.requestId)}`
    case 'TakeRecourse':
    case 'RecordRecourse':
      return `given back for ${command.reason}: ${say(command.amountMinor, command.itemId)}`
    default:
      return unreachable(command)
  }
}

export const wordsOfEvent = (event: ChangeEvent): string => {
  switch (event.type) {
    case 'FinancingAssigned':
      return `made over: ${say(event.amountMinor, event.itemId)}`
    case 'FinancingSettled':
      return `settled: ${say(event.grossMinor, event.feeMinor)}`
    case 'EvidenceRequested':
      return `asked about ${event.about}`
    case 'EvidenceProvided':
      return `answered: ${say(event.requestId)}`
    case 'RecourseTaken':
      return `given back for ${event.reason}: ${say(event.amountMinor, event.itemId)}`
    default:
      return unreachable(event)
  }
}

/** What an application is for: the order, the sum, and the terms in their version. */
export const wordsOfApplication = ({
  orderId,
  amountMinor,
  terms,
}: Pick<
  Extract<FinancingCommand, { type: 'ApplyForFinancing' }>,
  'orderId' | 'amountMinor' | 'terms'
>): string => `applied for: ${say(amountMinor, orderId, terms.partnerId, terms.version)}`
