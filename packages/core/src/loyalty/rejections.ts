import {
  unreachable,
  type CivilDate,
  type Currency,
  type CustomerId,
  type EarningId,
  type RedemptionId,
  type Text,
} from '../shared/index.ts'
import type { EarningTrigger } from './rule.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type LoyaltyRejection =
  | { readonly type: 'NotEnrolled'; readonly customerId: CustomerId }
  | { readonly type: 'AlreadyInProgramme'; readonly customerId: CustomerId }
  | { readonly type: 'LoyaltyRuleUnsound'; readonly ruleId: Text }
  | { readonly type: 'TriggerNotInRule'; readonly trigger: EarningTrigger; readonly ruleId: Text }
  | { readonly type: 'WrongCurrency'; readonly currency: Currency; readonly offered: Currency }
  | { readonly type: 'NotPaidInFull'; readonly openMinor: number }
  | { readonly type: 'PaidLate'; readonly dueOn: CivilDate; readonly paidOn: CivilDate }
  | { readonly type: 'SelfReferral'; readonly customerId: CustomerId }
  | { readonly type: 'NothingEarned'; readonly baseMinor: number }
  /** The deed earned before, under another id. */
  | { readonly type: 'DuplicateRef'; readonly deed: string; readonly earningId: EarningId }
  | { readonly type: 'PointsOutOfRange'; readonly earnedPoints: number }
  | {
      readonly type: 'BelowThreshold'
      readonly availablePoints: number
      readonly thresholdPoints: number
    }
  | {
      readonly type: 'InsufficientPoints'
      readonly availablePoints: number
      readonly points: number
    }
  /** No points, or so few that they are worth nothing. */
  | { readonly type: 'NothingRedeemed'; readonly points: number }
  | { readonly type: 'UnknownReward'; readonly rewardId: Text }
  | {
      readonly type: 'RewardAboveTier'
      readonly rewardId: Text
      readonly tier: Text | null
      readonly fromTier: Text
    }
  | { readonly type: 'UnknownEarning'; readonly earningId: EarningId }
  | { readonly type: 'EarningAlreadyReversed'; readonly earningId: EarningId }
  | { readonly type: 'NothingReturned'; readonly earningId: EarningId }
  | {
      readonly type: 'ReturnAboveBase'
      readonly earningId: EarningId
      readonly leftMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'UnknownRedemption'; readonly redemptionId: RedemptionId }
  | { readonly type: 'RedemptionAlreadyReversed'; readonly redemptionId: RedemptionId }
  | { readonly type: 'SpendUnknown'; readonly ruleId: Text }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly id: Text
      readonly recorded: string
      readonly offered: string
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: LoyaltyRejection): string => {
  switch (rejection.type) {
    case 'NotEnrolled':
      return `Customer ${rejection.customerId} is not enrolled in the programme.`
    case 'AlreadyInProgramme':
      return `Customer ${rejection.customerId} is enrolled already.`
    case 'LoyaltyRuleUnsound':
      return `The loyalty rule ${rejection.ruleId} cannot be used: its numbers are none.`
    case 'TriggerNotInRule':
      return `The rule ${rejection.ruleId} gives nothing for "${rejection.trigger}".`
    case 'WrongCurrency':
      return `The rule is in ${rejection.currency}, and the amount in ${rejection.offered}.`
    case 'NotPaidInFull':
      return `${rejection.openMinor} minor units are open: only full payment earns.`
    case 'PaidLate':
      return `The last part was paid on ${rejection.paidOn}, after ${rejection.dueOn}: only payment in time earns.`
    case 'SelfReferral':
      return `Customer ${rejection.customerId} cannot refer to the same person.`
    case 'NothingEarned':
      return `An amount of ${rejection.baseMinor} minor units earns no point.`
    case 'DuplicateRef':
      return `"${rejection.deed}" earned before, as ${rejection.earningId}.`
    case 'PointsOutOfRange':
      return `${rejection.earnedPoints} points and those that are there exceed what can be counted, or are no count.`
    case 'BelowThreshold':
      return `${rejection.availablePoints} points can be redeemed from ${rejection.thresholdPoints} on.`
    case 'InsufficientPoints':
      return `${rejection.points} points were asked for and ${rejection.availablePoints} are there.`
    case 'NothingRedeemed':
      return `${rejection.points} points are worth nothing.`
    case 'UnknownReward':
      return `The rule has no reward ${rejection.rewardId}.`
    case 'RewardAboveTier':
      return `The reward ${rejection.rewardId} is for the tier ${rejection.fromTier}, and the customer has ${rejection.tier ?? 'none'}.`
    case 'UnknownEarning':
      return `No points were earned as ${rejection.earningId}.`
    case 'EarningAlreadyReversed':
      return `All points of ${rejection.earningId} are reversed.`
    case 'NothingReturned':
      return `A return of nothing reverses nothing of ${rejection.earningId}.`
    case 'ReturnAboveBase':
      return `${rejection.offeredMinor} minor units were returned, and ${rejection.leftMinor} are left of what ${rejection.earningId} was reckoned on.`
    case 'UnknownRedemption':
      return `No points were redeemed as ${rejection.redemptionId}.`
    case 'RedemptionAlreadyReversed':
      return `The redemption ${rejection.redemptionId} is reversed already.`
    case 'SpendUnknown':
      return `The rule ${rejection.ruleId} goes by spend, and none is in evidence.`
    case 'ConflictingDuplicate':
      return `${rejection.id} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
