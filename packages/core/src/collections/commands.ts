import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  DisputeId,
  ItemId,
  MinorUnits,
  Text,
} from '../shared/index.ts'
import type { ReminderChannel, RemindedItem } from './events.ts'
import type { ReminderPolicy } from './policy.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly currency: Currency
}
/**
 * What is due on this day? Opens a case where one is needed, sends the named step if it is the next one
 * and due, passes over a step that has nothing to ask for, closes the case when nothing is owed.
 * `items` is the evidence: the open items of this customer and currency, as receivables hold them now.
 */
export interface RunStep extends About {
  readonly type: 'RunStep'
  readonly policy: ReminderPolicy
  readonly stepId: Text
  readonly items: ReadonlyArray<Omit<RemindedItem, 'disputedMinor'>>
}
/** Closes the case, where the evidence shows that nothing is overdue. */
export interface CloseCase extends About {
  readonly type: 'CloseCase'
  readonly cycle: number
  readonly items: ReadonlyArray<Omit<RemindedItem, 'disputedMinor'>>
}
/** Asks: the contested part may not exceed what is open, and an item has one open dispute. */
export interface RaiseDispute extends About {
  readonly type: 'RaiseDispute'
  readonly disputeId: DisputeId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  /** What receivables hold as open on the item, the evidence of the rule. */
  readonly openMinor: MinorUnits
  readonly reason: Text | null
}
export interface ResolveDispute extends About {
  readonly type: 'ResolveDispute'
  readonly disputeId: DisputeId
  readonly outcome: 'accepted' | 'rejected' | 'split'
}
/** Asks: only what has been reminded of at least once is handed over, and a disputed item is not. */
export interface HandOver extends About {
  readonly type: 'HandOver'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly agency: Text | null
}

// The record door.

/** A reminder that was sent elsewhere. `stepId` is its identity. */
export interface RecordReminder extends About {
  readonly type: 'RecordReminder'
  readonly stepId: Text
  readonly channel: ReminderChannel
  readonly items: ReadonlyArray<RemindedItem>
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
export type CollectionsCommand =
  | RunStep
  | CloseCase
  | RaiseDispute
  | ResolveDispute
  | HandOver
  | RecordReminder
  | RecordDispute
  | RecordDisputeResolution
  | RecordHandOver
