import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { LoyaltyCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { LoyaltyEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { explain, type LoyaltyRejection } from './rejections.ts'
import { initial, type LoyaltyAccount } from './state.ts'

export {
  EarningReversed,
  LotPart,
  LoyaltyEnrolled,
  LoyaltyEvent,
  OrderTierNoted,
  PointsEarned,
  PointsExpired,
  PointsRedeemed,
  Redeemed,
  RedemptionReversed,
  TierAdjusted,
} from './events.ts'
export {
  type AdjustTier,
  type EarningEvidence,
  type EarnPoints,
  type EnrolLoyalty,
  type ExpireLots,
  type LoyaltyCommand,
  type NoteOrderTier,
  type RecordPoints,
  type RedeemAs,
  type RedeemPoints,
  type ReverseEarning,
  type ReverseRedemption,
} from './commands.ts'
export { balanceOf, redeemableOn } from './lots.ts'
export { type LoyaltyRejection } from './rejections.ts'
export {
  EarningTrigger,
  LoyaltyRule,
  LoyaltyTier,
  PointRate,
  ReversalPolicy,
  Reward,
} from './rule.ts'
export { type Lot, type LoyaltyAccount, type Redemption, type TierSince } from './state.ts'
export { earnedWithin, hasBenefit, tierFor, tierOn, windowFrom } from './tiers.ts'

export const loyaltyEvents: ReadonlyArray<EventDefinition> = LoyaltyEvent.types.map(define)

/** Points by lots, tiers and what they buy. One stream a customer. */
export const loyaltyRoom: Room<LoyaltyCommand, LoyaltyEvent, LoyaltyAccount, LoyaltyRejection> = {
  category: 'loyalty',
  decider: { initial, decide, evolve },
  events: loyaltyEvents,
  streamOf: ({ customerId }) => `loyalty-${customerId}`,
  doorOf: ({ type }) => (type === 'RecordPoints' ? 'record' : 'ask'),
  explain,
}
