import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  DisputeId,
  ItemId,
  PromiseId,
  Text,
} from '../shared/index.ts'

/** Why a step that is due has nothing to ask for. */
export type WhyNothing =
  | 'disputed'
  | 'belowMinimum'
  | 'handedOver'
  | 'collectionPending'
  | 'refund'
  | 'cancelled'
  | 'hardship'

/** What a record is about, as far as two of one id may differ. */
export interface Content {
  readonly itemId: ItemId | null
  readonly amountMinor: number | null
}

/** Why a step or a case was refused. */
export type StepRejection =
  | { readonly type: 'NothingOverdue' }
  | { readonly type: 'UnknownStep'; readonly stepId: Text }
  | { readonly type: 'NotDue'; readonly stepId: Text; readonly dueFrom: CivilDate }
  | { readonly type: 'TooSoon'; readonly stepId: Text; readonly notBefore: CivilDate }
  | { readonly type: 'NotTheNextStep'; readonly stepId: Text; readonly next: Text | null }
  /** The step is due, and waits for the end of a pause or of a promise. */
  | {
      readonly type: 'Paused'
      readonly stepId: Text
      readonly why: 'pause' | 'promise'
      readonly untilOn: CivilDate
    }
  /** The step is due, but nothing may be asked for: it waits. */
  | { readonly type: 'NothingToAsk'; readonly stepId: Text; readonly why: WhyNothing }
  /** The step is due, and a person was asked to do it. */
  | { readonly type: 'AwaitsPerson'; readonly stepId: Text }
  | { readonly type: 'StepNotSent'; readonly cycle: number; readonly stepId: Text }
  | { readonly type: 'StillOverdue'; readonly itemIds: ReadonlyArray<ItemId> }
  | { readonly type: 'NoOpenCase'; readonly cycle: number }
  | { readonly type: 'NoSuspensionDue' | 'AlreadySuspended' | 'NotSuspended' }

/** Why a mark on an item or an agreement with the customer was refused. */
export type MarkRejection =
  | { readonly type: 'AlreadyDisputed'; readonly itemId: ItemId; readonly disputeId: DisputeId }
  | {
      readonly type: 'AmountTooLarge'
      readonly itemId: ItemId | null
      readonly openMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'UnknownDispute'; readonly disputeId: DisputeId }
  | {
      readonly type: 'AlreadyResolved'
      readonly disputeId: DisputeId
      readonly outcome: 'accepted' | 'rejected' | 'split'
    }
  | {
      readonly type: 'NeverReminded' | 'ItemIsDisputed' | 'AlreadyHandedOver'
      readonly itemId: ItemId
    }
  | { readonly type: 'UnknownPromise'; readonly promiseId: PromiseId }
  /** Another promise stands, or one is judged that stands still, or reopened that was never judged. */
  | {
      readonly type: 'PromiseStands'
      readonly promiseId: PromiseId
      readonly untilOn: CivilDate
    }
  | {
      readonly type: 'PromiseAlreadyJudged'
      readonly promiseId: PromiseId
      readonly outcome: 'kept' | 'partlyKept' | 'broken'
    }
  | { readonly type: 'TooManyPromises'; readonly allowed: number }
  | { readonly type: 'TooManyExtensions'; readonly itemId: ItemId; readonly allowed: number }
  /** The day offered lies outside what the rule allows. */
  | {
      readonly type: 'DayOutOfRange'
      readonly offeredOn: CivilDate
      readonly earliestOn: CivilDate
      readonly latestOn: CivilDate
    }
  | { readonly type: 'UnknownPause' | 'UnknownHardship'; readonly changeId: ChangeId }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what: 'dispute' | 'reminder' | 'handOver' | 'promise' | 'change'
      readonly id: string
      readonly recorded: Content
      readonly offered: Content
    }

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type CollectionsRejection =
  | {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | { readonly type: 'WrongCurrency'; readonly expected: Currency; readonly offered: Currency }
  /** The lines come to more than can be summed exactly. */
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  | StepRejection
  | MarkRejection
