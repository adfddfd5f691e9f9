import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type SubscriptionId,
  type Text,
} from '../shared/index.ts'
import type { SubscriptionStatus } from './state.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type SubscriptionRejection =
  | { readonly type: 'SubscriptionNotStarted'; readonly subscriptionId: SubscriptionId }
  | {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId
      readonly offered: CustomerId
    }
  | { readonly type: 'SubscriptionAlreadyStarted'; readonly subscriptionId: SubscriptionId }
  /** The codec refuses the plan, or its zone is none. */
  | { readonly type: 'PlanUnsound'; readonly planId: Text }
  | { readonly type: 'UnknownZone'; readonly zone: Text }
  | { readonly type: 'PlanUnchanged'; readonly planId: Text; readonly version: number }
  | {
      readonly type: 'PlanInAnotherCurrency'
      readonly currency: Currency
      readonly offered: Currency
    }
  | { readonly type: 'WrongStatus'; readonly status: SubscriptionStatus }
  | { readonly type: 'TrialNotOver'; readonly trialEndsOn: CivilDate }
  | {
      readonly type: 'NoMandate'
      readonly methodId: Text | null
      readonly expiredOn: CivilDate | null
    }
  | { readonly type: 'AlreadyCancelled'; readonly endsOn: CivilDate }
  | { readonly type: 'SubscriptionEnded'; readonly endsOn: CivilDate | null }
  | { readonly type: 'NotCancelled'; readonly subscriptionId: SubscriptionId }
  | { readonly type: 'NotEnded'; readonly endsOn: CivilDate | null }
  | {
      readonly type: 'BeforeLastChange'
      readonly changedOn: CivilDate
      readonly offered: CivilDate
    }
  | { readonly type: 'PeriodStillRuns'; readonly periodIndex: number; readonly to: CivilDate }
  /** The next period is due: it is renewed, or the subscription ends, before anything else. */
  | { readonly type: 'PeriodOver'; readonly periodIndex: number; readonly to: CivilDate }
  | {
      readonly type: 'PeriodAlreadyBilled'
      readonly periodIndex: number
      readonly recorded: string
    }
  | {
      readonly type: 'NotTheNextPeriod'
      readonly nextIndex: number
      readonly offeredIndex: number
    }
  /** Periods neither overlap nor leave a hole. */
  | {
      readonly type: 'PeriodsApart'
      readonly expectedFrom: CivilDate
      readonly offeredFrom: CivilDate
      readonly offeredTo: CivilDate
    }
  | { readonly type: 'PauseNotOffered'; readonly planId: Text }
  | { readonly type: 'RetroactivePause'; readonly from: CivilDate; readonly askedOn: CivilDate }
  | { readonly type: 'PauseNeedsNotice'; readonly noticeDays: number; readonly from: CivilDate }
  | { readonly type: 'EmptyPause'; readonly from: CivilDate; readonly to: CivilDate }
  | {
      readonly type: 'PauseTooLong'
      readonly days: number
      readonly pausedDays: number
      readonly maxDays: number
    }
  | { readonly type: 'PauseBeyondPeriod'; readonly from: CivilDate; readonly periodTo: CivilDate }
  | { readonly type: 'AlreadyPaused'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly type: 'NotPaused'; readonly subscriptionId: SubscriptionId }
  | {
      readonly type: 'CommitmentNotOver'
      readonly periodsServed: number
      readonly periodsAgreed: number
    }
  | { readonly type: 'NothingGranted'; readonly periods: number }
  | { readonly type: 'NoticeNotDue'; readonly periodIndex: number; readonly noticeOn: CivilDate }
  | { readonly type: 'UnknownMandate'; readonly methodId: Text }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly changeId: ChangeId
      readonly recorded: string
      readonly offered: string
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: SubscriptionRejection): string => {
  switch (rejection.type) {
    case 'SubscriptionNotStarted':
      return `Subscription ${rejection.subscriptionId} has not begun.`
    case 'WrongCustomer':
      return `The subscription belongs to customer ${rejection.expected}, not to ${rejection.offered}.`
    case 'SubscriptionAlreadyStarted':
      return `Subscription ${rejection.subscriptionId} has begun before.`
    case 'PlanUnsound':
      return `The plan ${rejection.planId} cannot be used: its numbers, or its interval, are none.`
    case 'UnknownZone':
      return `${rejection.zone} is no time zone that this machine knows.`
    case 'PlanUnchanged':
      return `Version ${rejection.version} of the plan ${rejection.planId} holds already.`
    case 'PlanInAnotherCurrency':
      return `The subscription is paid in ${rejection.currency}, and the plan is in ${rejection.offered}.`
    case 'WrongStatus':
      return `A subscription that is ${rejection.status} does not take this.`
    case 'TrialNotOver':
      return `The trial lasts until ${rejection.trialEndsOn}.`
    case 'NoMandate':
      return rejection.methodId === null
        ? `No payment method is set, and the plan is collected by itself.`
        : `The payment method ${rejection.methodId} is not valid any more${rejection.expiredOn === null ? '' : `: its last day was ${rejection.expiredOn}`}.`
    case 'AlreadyCancelled':
      return `The subscription is cancelled and ends on ${rejection.endsOn}.`
    case 'SubscriptionEnded':
      return `The subscription has ended${rejection.endsOn === null ? '' : ` on ${rejection.endsOn}`}.`
    case 'NotCancelled':
      return `Subscription ${rejection.subscriptionId} is not cancelled.`
    case 'NotEnded':
      return rejection.endsOn === null
        ? `The subscription runs on: there is nothing to take up again.`
        : `The subscription runs until ${rejection.endsOn}: withdraw the cancellation instead.`
    case 'BeforeLastChange':
      return `The subscription changed on ${rejection.changedOn}, which is after ${rejection.offered}.`
    case 'PeriodStillRuns':
      return `Period ${rejection.periodIndex} lasts until ${rejection.to}.`
    case 'PeriodOver':
      return `Period ${rejection.periodIndex} ended on ${rejection.to}: the renewal comes first.`
    case 'PeriodAlreadyBilled':
      return `Period ${rejection.periodIndex} is billed already: ${rejection.recorded}.`
    case 'NotTheNextPeriod':
      return `The next period is ${rejection.nextIndex}, not ${rejection.offeredIndex}.`
    case 'PeriodsApart':
      return `The next period begins on ${rejection.expectedFrom}; one from ${rejection.offeredFrom} to ${rejection.offeredTo} does not follow it.`
    default:
      return explainOther(rejection)
  }
}

type Explained = Extract<
  SubscriptionRejection,
  {
    readonly type:
      | 'PauseNotOffered'
      | 'RetroactivePause'
      | 'PauseNeedsNotice'
      | 'EmptyPause'
      | 'PauseTooLong'
      | 'PauseBeyondPeriod'
      | 'AlreadyPaused'
      | 'NotPaused'
      | 'CommitmentNotOver'
      | 'NothingGranted'
      | 'NoticeNotDue'
      | 'UnknownMandate'
      | 'ConflictingDuplicate'
  }
>

const explainOther = (rejection: Explained): string => {
  switch (rejection.type) {
    case 'PauseNotOffered':
      return `The plan ${rejection.planId} cannot be paused.`
    case 'RetroactivePause':
      return `A pause from ${rejection.from} cannot be asked for on ${rejection.askedOn}: that day is over.`
    case 'PauseNeedsNotice':
      return `A pause from ${rejection.from} needs ${rejection.noticeDays} days' notice.`
    case 'EmptyPause':
      return `A pause from ${rejection.from} to ${rejection.to} has no days.`
    case 'PauseTooLong':
      return `A pause of ${rejection.days} days, beside ${rejection.pausedDays} days of this period, exceeds the ${rejection.maxDays} days that the plan allows.`
    case 'PauseBeyondPeriod':
      return `A pause from ${rejection.from} begins after the period, which ends on ${rejection.periodTo}.`
    case 'AlreadyPaused':
      return `The subscription is paused from ${rejection.from} to ${rejection.to}.`
    case 'NotPaused':
      return `Subscription ${rejection.subscriptionId} is not paused.`
    case 'CommitmentNotOver':
      return `${rejection.periodsServed} of ${rejection.periodsAgreed} agreed periods would be served: the contract does not allow to leave earlier.`
    case 'NothingGranted':
      return `${rejection.periods} free periods are none.`
    case 'NoticeNotDue':
      return `Period ${rejection.periodIndex} is announced from ${rejection.noticeOn} on.`
    case 'UnknownMandate':
      return `The payment method ${rejection.methodId} is not the one that is set.`
    case 'ConflictingDuplicate':
      return `Change ${rejection.changeId} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
