import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  Dated,
  DisputeId,
  ItemId,
  PromiseId,
  Text,
} from '../shared/index.ts'
import type { ReminderChannel } from './channel.ts'
import type { StepAction } from './policy.ts'

/** What is done to collect one customer's debts in one currency. */
export interface Collections {
  /** Whose stream this is, from its first event on. */
  readonly owner: { readonly customerId: CustomerId | null; readonly currency: Currency } | null
  /** The number of the newest case, from 1; 0 before the first. */
  readonly cycle: number
  readonly openCase: Case | null
  /** The case that was closed last, so that a debt that stands open again may go on where it was. */
  readonly lastCase: Case | null
  /** The day of the newest closing: cases do not overlap. */
  readonly closedOn: CivilDate | null
  /** The day of the newest reminder, by whichever door. */
  readonly lastSentOn: CivilDate | null
  /** On which days a policy's step was answered by an event: what happened on a day does not happen again. */
  readonly answeredOn: ReadonlyMap<Text, ReadonlySet<CivilDate>>
  /** Reminders sent elsewhere, by their own id. */
  readonly recordedReminders: ReadonlyMap<Text, RecordedReminder>
  /** Items that some reminder named, in any case. */
  readonly remindedItems: ReadonlySet<ItemId>
  readonly disputes: ReadonlyMap<DisputeId, Dispute>
  readonly handedOver: ReadonlyMap<ItemId, CivilDate>
  readonly handOvers: ReadonlyMap<ChangeId, ItemId>
  readonly promises: ReadonlyMap<PromiseId, PaymentPromise>
  readonly pauses: ReadonlyMap<ChangeId, Span>
  readonly hardships: ReadonlyMap<ChangeId, Span>
  /** The day to which the house waits for an item, and how often it was moved. */
  readonly extensions: ReadonlyMap<ItemId, Extension>
  readonly suspension: Suspension | null
  readonly nextAction: Dated<NextAction> | null
  /** What each change was, in one line, so that its repetition is recognised. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

export interface RecordedReminder {
  readonly on: CivilDate
  readonly askedMinor: number
}

/** A case: steps taken, and what they spoke of. */
export interface Case {
  readonly cycle: number
  readonly openedOn: CivilDate
  /** The steps that were taken in this case, and the greatest offset among those of a policy. */
  readonly sentSteps: ReadonlySet<Text>
  readonly lastOffsetDays: number | null
  /** How many reminders this case saw, by whichever door. */
  readonly sentCount: number
  /** The day of the newest reminder or step. */
  readonly lastStepOn: CivilDate | null
  /** The last day to pay that a reminder gave. */
  readonly deadlineOn: CivilDate | null
  /** Lines that a reminder of this case named, by item: the due days named. */
  readonly named: ReadonlyMap<ItemId, ReadonlySet<CivilDate>>
  /** Why a step was passed over, by step. */
  readonly skipped: ReadonlyMap<Text, ReadonlySet<string>>
  /** Channels on which a step did not arrive. */
  readonly failed: ReadonlyMap<Text, ReadonlySet<ReminderChannel>>
  /** The channel a step went by. */
  readonly sentBy: ReadonlyMap<Text, ReminderChannel>
  /** Steps whose action was called for; it is called for once. */
  readonly actions: ReadonlySet<Text>
  /** Steps that wait for a person. */
  readonly manual: ReadonlyMap<Text, ManualStep>
  /** The step that suspends, where one was taken, and the items it spoke of. */
  readonly suspends: Suspends | null
}
/** What a person is to do, as the policy said. */
export interface ManualStep {
  readonly policyId: Text
  readonly policyVersion: number
  readonly offsetDays: number
  readonly action: StepAction
}
export interface Suspends {
  readonly stepId: Text
  readonly itemIds: ReadonlySet<ItemId>
}
export interface Dispute {
  readonly itemId: ItemId
  readonly amountMinor: number
  readonly raisedOn: CivilDate
  readonly resolved: {
    readonly on: CivilDate
    readonly outcome: 'accepted' | 'rejected' | 'split'
  } | null
}
export interface PaymentPromise {
  readonly cycle: number
  readonly amountMinor: number
  readonly madeOn: CivilDate
  readonly byOn: CivilDate
  readonly graceDays: number
  readonly outcome: 'open' | 'kept' | 'partlyKept' | 'broken'
  /** The day of the newest judgement. */
  readonly judgedOn: CivilDate | null
}
/** From a day to a day, both included; ended before, or without an end. */
export interface Span {
  readonly fromOn: CivilDate
  readonly untilOn: CivilDate | null
  /** The first day on which it does not hold any more. */
  readonly endedOn: CivilDate | null
}
export interface Extension {
  readonly untilOn: CivilDate
  readonly times: number
}
export interface Suspension {
  readonly cycle: number
  readonly stepId: Text
  readonly itemIds: ReadonlySet<ItemId>
}
export interface NextAction {
  readonly plannedOn: CivilDate
  readonly action: Text
}

export const initial = (): Collections => ({
  owner: null,
  cycle: 0,
  openCase: null,
  lastCase: null,
  closedOn: null,
  lastSentOn: null,
  answeredOn: new Map(),
  recordedReminders: new Map(),
  remindedItems: new Set(),
  disputes: new Map(),
  handedOver: new Map(),
  handOvers: new Map(),
  promises: new Map(),
  pauses: new Map(),
  hardships: new Map(),
  extensions: new Map(),
  suspension: null,
  nextAction: null,
  changes: new Map(),
})
