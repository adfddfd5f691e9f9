import type {
  ChangeId,
  CivilDate,
  CreditId,
  Currency,
  CustomerId,
  EarningId,
  MinorUnits,
  OrderId,
  RedemptionId,
  Text,
} from '../shared/index.ts'
import type { LoyaltyRule } from './rule.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
}
interface Ruled extends About {
  readonly rule: LoyaltyRule
}
export interface EnrolLoyalty extends Ruled {
  readonly type: 'EnrolLoyalty'
  readonly changeId: ChangeId
}

/** What a policy knows of the deed that earns: the payment of an order, a purchase, or a referral. */
export type EarningEvidence =
  | {
      readonly kind: 'postpaidPayment'
      readonly orderId: OrderId
      readonly currency: Currency
      /** The whole debt, and what of it money paid; the rest is open, credited, or paid by points. */
      readonly totalMinor: MinorUnits
      readonly openMinor: MinorUnits
      readonly paidWithPointsMinor: MinorUnits
      /** The last day to pay in time, grace included, and the day on which the last part was paid. */
      readonly dueOn: CivilDate
      readonly paidOn: CivilDate
    }
  | {
      readonly kind: 'purchase'
      readonly orderId: OrderId
      readonly currency: Currency
      readonly netMinor: MinorUnits
      readonly paidWithPointsMinor: MinorUnits
    }
  | { readonly kind: 'referral'; readonly referredCustomerId: CustomerId }

export interface EarnPoints extends Ruled {
  readonly type: 'EarnPoints'
  readonly earningId: EarningId
  readonly evidence: EarningEvidence
}
export type RedeemAs =
  | { readonly kind: 'storeCredit'; readonly creditId: CreditId; readonly points: number }
  | { readonly kind: 'discount'; readonly orderId: OrderId; readonly points: number }
  | { readonly kind: 'reward'; readonly rewardId: Text }

export interface RedeemPoints extends Ruled {
  readonly type: 'RedeemPoints'
  readonly redemptionId: RedemptionId
  readonly as: RedeemAs
}
/** A return, whole or of an amount of what the points were reckoned on; or a payment that bounced. */
export interface ReverseEarning extends Ruled {
  readonly type: 'ReverseEarning'
  readonly changeId: ChangeId
  readonly earningId: EarningId
  readonly part:
    { readonly kind: 'whole' } | { readonly kind: 'amount'; readonly amountMinor: MinorUnits }
}
export interface ReverseRedemption extends Ruled {
  readonly type: 'ReverseRedemption'
  readonly changeId: ChangeId
  readonly redemptionId: RedemptionId
}
/** A timer's question: which lots ended before today? */
export interface ExpireLots extends About {
  readonly type: 'ExpireLots'
}
/** A timer's question: which tier is reached today? `spendMinor` is asked for where the rule goes by spend. */
export interface AdjustTier extends Ruled {
  readonly type: 'AdjustTier'
  readonly spendMinor: MinorUnits | null
}
/** Notes the tier that is held on the day of an order. */
export interface NoteOrderTier extends About {
  readonly type: 'NoteOrderTier'
  readonly orderId: OrderId
}
/** Points earned elsewhere, such as an opening balance. */
export interface RecordPoints extends Ruled {
  readonly type: 'RecordPoints'
  readonly earningId: EarningId
  readonly points: number
  readonly expiresOn: CivilDate | null
}
export type LoyaltyCommand =
  | EnrolLoyalty
  | EarnPoints
  | RedeemPoints
  | ReverseEarning
  | ReverseRedemption
  | ExpireLots
  | AdjustTier
  | NoteOrderTier
  | RecordPoints
