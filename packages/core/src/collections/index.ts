import { define } from '../shared/event.ts'
import type { EventDefinition } from '../shared/index.ts'
import {
  CaseOpened,
  ReminderSent,
  StepSkipped,
  CaseClosed,
  DisputeRaised,
  DisputeResolved,
  ItemHandedOver,
} from './events.ts'

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
export { type CollectionsRejection } from './rejections.ts'

export const collectionsEvents: ReadonlyArray<EventDefinition> = [
  define(CaseOpened),
  define(ReminderSent),
  define(StepSkipped),
  define(CaseClosed),
  define(DisputeRaised),
  define(DisputeResolved),
  define(ItemHandedOver),
]
