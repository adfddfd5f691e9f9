import type { ChangeId, CivilDate, DisputeId, ItemId, MinorUnits, Text } from '../shared/index.ts'
import type { About } from './about.ts'
import type { AgreementCommand } from './agreement-commands.ts'
import type { ReminderChannel } from './channel.ts'
import type { ReminderPolicy } from './policy.ts'
import type { RecordCommand } from './record-commands.ts'

/**
 * One open line of the evidence: an item, or one instalment of it with its own due day. `hold` says why it
 * may not be asked for: it will be collected by mandate on its due day, a collection is under way, money
 * is going back, or what it was for was called off.
 */
export interface OpenLine {
  readonly itemId: ItemId
  readonly instalment: number | null
  readonly dueOn: CivilDate
  readonly openMinor: MinorUnits
  readonly hold: 'collectionPlanned' | 'collectionPending' | 'refund' | 'cancelled' | null
}

/**
 * What is due on this day? Opens a case where one is needed, sends the named step if it is the next one
 * and due, passes over a step that has nothing to ask for, closes the case when nothing is owed.
 * `items` is the evidence: the open items of this customer and currency, as receivables hold them now.
 * `channels` are those on which this customer may be written to, by consent and address, now.
 */
export interface RunStep extends About {
  readonly type: 'RunStep'
  readonly policy: ReminderPolicy
  readonly stepId: Text
  readonly items: ReadonlyArray<OpenLine>
  readonly channels: ReadonlyArray<ReminderChannel>
}
/** Closes the case, where the evidence shows that nothing is overdue. */
export interface CloseCase extends About {
  readonly type: 'CloseCase'
  readonly cycle: number
  readonly items: ReadonlyArray<OpenLine>
}
/** Stops the service. Asks: a step that suspends was taken in the open case. */
export interface SuspendService extends About {
  readonly type: 'SuspendService'
  readonly changeId: ChangeId
}
/** Asks: nothing is open of what the suspension was about. */
export interface ReinstateService extends About {
  readonly type: 'ReinstateService'
  readonly changeId: ChangeId
  readonly items: ReadonlyArray<OpenLine>
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
/** Asks as `HandOver` does, and not for more than is open. */
export interface ProposeWriteOff extends About {
  readonly type: 'ProposeWriteOff'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly amountMinor: MinorUnits
  /** What receivables hold as open on the item, the evidence of the rule. */
  readonly openMinor: MinorUnits
  /** Up to this sum a rule may give a debt up; above it a person decides. */
  readonly limitMinor: MinorUnits
}
export type CollectionsCommand =
  | RunStep
  | CloseCase
  | SuspendService
  | ReinstateService
  | RaiseDispute
  | ResolveDispute
  | HandOver
  | ProposeWriteOff
  | AgreementCommand
  | RecordCommand
