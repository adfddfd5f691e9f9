import type { ChangeId, DisputeId, ItemId, MinorUnits, Text } from '../shared/index.ts'
import type { About } from './about.ts'
import type { ContactOutcome } from './agreement-events.ts'
import type { ReminderChannel } from './channel.ts'
import type { RemindedItem } from './step-events.ts'

// The record door.

/** A reminder that was sent elsewhere or by hand. `stepId` is its identity. */
export interface RecordReminder extends About {
  readonly type: 'RecordReminder'
  readonly stepId: Text
  readonly channel: ReminderChannel
  readonly items: ReadonlyArray<RemindedItem>
}
/** A reminder came back or did not arrive. The step must have been sent in that case by that channel. */
export interface RecordStepFailed extends About {
  readonly type: 'RecordStepFailed'
  readonly changeId: ChangeId
  readonly cycle: number
  readonly stepId: Text
  readonly channel: ReminderChannel
  readonly reason: Text
}
/** Somebody spoke or wrote with the customer. */
export interface RecordContact extends About {
  readonly type: 'RecordContact'
  readonly changeId: ChangeId
  readonly itemId: ItemId | null
  readonly channel: ReminderChannel
  readonly outcome: ContactOutcome
  readonly objection: Text | null
}
export interface RecordDispute extends About {
  readonly type: 'RecordDispute'
  readonly disputeId: DisputeId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  readonly reason: Text | null
}
/** Resolved elsewhere; the dispute must be known. */
export interface RecordDisputeResolution extends About {
  readonly type: 'RecordDisputeResolution'
  readonly disputeId: DisputeId
  readonly outcome: 'accepted' | 'rejected' | 'split'
}
export interface RecordHandOver extends About {
  readonly type: 'RecordHandOver'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly agency: Text | null
}
export type RecordCommand =
  | RecordReminder
  | RecordStepFailed
  | RecordContact
  | RecordDispute
  | RecordDisputeResolution
  | RecordHandOver
