import { define } from '../shared/event.ts'
import { unreachable, type Door, type EventDefinition, type Room } from '../shared/index.ts'
import type { CollectionsCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  CaseOpened,
  ReminderSent,
  StepSkipped,
  CaseClosed,
  DisputeRaised,
  DisputeResolved,
  ItemHandedOver,
  type CollectionsEvent,
} from './events.ts'
import { explain, type CollectionsRejection } from './rejections.ts'
import { evolve, initial, type Collections } from './state.ts'

export {
  CaseClosed,
  CaseOpened,
  CollectionsEvent,
  DisputeRaised,
  DisputeResolved,
  ItemHandedOver,
  RemindedItem,
  ReminderChannel,
  ReminderSent,
  StepSkipped,
} from './events.ts'
export {
  type CollectionsCommand,
  type RunStep,
  type CloseCase,
  type RaiseDispute,
  type ResolveDispute,
  type HandOver,
  type RecordReminder,
  type RecordDispute,
  type RecordDisputeResolution,
  type RecordHandOver,
} from './commands.ts'
export { dueStep, type DueStep } from './decide/due-step.ts'
export { type OpenLine } from './decide/lines.ts'
export { ReminderPolicy } from './policy.ts'
export { type CollectionsRejection } from './rejections.ts'
export { disputedMinor, type Case, type Collections, type Dispute } from './state.ts'

export const collectionsEvents: ReadonlyArray<EventDefinition> = [
  define(CaseOpened),
  define(ReminderSent),
  define(StepSkipped),
  define(CaseClosed),
  define(DisputeRaised),
  define(DisputeResolved),
  define(ItemHandedOver),
]

const doorOf = ({ type }: CollectionsCommand): Door => {
  switch (type) {
    case 'RunStep':
    case 'CloseCase':
    case 'RaiseDispute':
    case 'ResolveDispute':
    case 'HandOver':
      return 'ask'
    case 'RecordReminder':
    case 'RecordDispute':
    case 'RecordDisputeResolution':
    case 'RecordHandOver':
      return 'record'
    default:
      return unreachable(type)
  }
}

/**
 * Collecting what one customer owes in one currency: reminders by policy, disputes and hand-overs as dated
 * marks on an item. One stream a customer and currency; all that names no customer shares one.
 */
export const collectionsRoom: Room<
  CollectionsCommand,
  CollectionsEvent,
  Collections,
  CollectionsRejection
> = {
  category: 'collections',
  decider: { initial, decide, evolve },
  events: collectionsEvents,
  streamOf: ({ currency, customerId }) =>
    customerId === null ? `collections-${currency}` : `collections-${currency}-${customerId}`,
  doorOf,
  explain,
}
