import type { ChangeId, CivilDate, ItemId, MinorUnits, PromiseId, Text } from '../shared/index.ts'
import type { About } from './about.ts'

// What a collector and a customer agree on.

/** Asks: one promise at a time, so many in a case, and none for a day too far off. */
export interface PromiseToPay extends About {
  readonly type: 'PromiseToPay'
  readonly promiseId: PromiseId
  readonly amountMinor: MinorUnits
  readonly byOn: CivilDate
  /** What is open by receivables, the evidence of the rule. */
  readonly openMinor: MinorUnits
  readonly rule: {
    readonly graceDays: number
    readonly maxPerCase: number
    readonly maxDays: number
  }
}
/** What became of a promise. `payments` is the evidence: the cash that came in, reversed payments left out. */
export interface JudgePromise extends About {
  readonly type: 'JudgePromise'
  readonly changeId: ChangeId
  readonly promiseId: PromiseId
  readonly payments: ReadonlyArray<{
    readonly receivedOn: CivilDate
    readonly amountMinor: MinorUnits
  }>
}
/** A payment that the judgement rested on went back. Asks: the promise was judged. */
export interface ReopenPromise extends About {
  readonly type: 'ReopenPromise'
  readonly changeId: ChangeId
  readonly promiseId: PromiseId
}
/** Asks: a pause ends within `maxDays`. */
export interface PauseDunning extends About {
  readonly type: 'PauseDunning'
  readonly changeId: ChangeId
  readonly untilOn: CivilDate
  readonly reason: Text
  readonly ticket: Text | null
  readonly maxDays: number
}
/** Ends a pause before its day. `pauseId` is the change that began it. */
export interface ResumeDunning extends About {
  readonly type: 'ResumeDunning'
  readonly pauseId: ChangeId
}
/** Asks: the new day lies within `maxDays` after the due day, and the item had fewer than `maxTimes`. */
export interface RequestExtension extends About {
  readonly type: 'RequestExtension'
  readonly changeId: ChangeId
  readonly itemId: ItemId
  readonly dueOn: CivilDate
  readonly untilOn: CivilDate
  readonly rule: { readonly maxDays: number; readonly maxTimes: number }
}
/** Fees rest while it stands; without a day until `EndHardship`. */
export interface AgreeHardship extends About {
  readonly type: 'AgreeHardship'
  readonly changeId: ChangeId
  readonly untilOn: CivilDate | null
  readonly reason: Text
}
/** `hardshipId` is the change that began it. */
export interface EndHardship extends About {
  readonly type: 'EndHardship'
  readonly hardshipId: ChangeId
}
export interface ScheduleNextAction extends About {
  readonly type: 'ScheduleNextAction'
  readonly changeId: ChangeId
  readonly plannedOn: CivilDate
  readonly action: Text
}
export type AgreementCommand =
  | PromiseToPay
  | JudgePromise
  | ReopenPromise
  | PauseDunning
  | ResumeDunning
  | RequestExtension
  | AgreeHardship
  | EndHardship
  | ScheduleNextAction
