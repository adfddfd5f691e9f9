import type {
  ChangeId,
  CivilDate,
  EarningId,
  OrderId,
  RedemptionId,
  Text,
} from '../shared/index.ts'
import type { LotPart } from './events.ts'

/** The points of one earning. What is needed to recognise or reverse it stays when the lot is empty. */
export interface Lot {
  readonly earnedOn: CivilDate
  readonly expiresOn: CivilDate | null
  readonly earnedPoints: number
  readonly baseMinor: number
  readonly remainingPoints: number
  readonly reversedPoints: number
  readonly returnedMinor: number
  /** Expired, and no return has asked for them yet. */
  readonly expiredPoints: number
  /** Spent, reversed and let go: nothing that comes back to the lot counts before these are made good. */
  readonly forgivenPoints: number
  readonly words: string
}
export interface Redemption {
  readonly lots: ReadonlyArray<LotPart>
  readonly isReversed: boolean
  readonly words: string
}
/** A tier since a day, and what it gives; null below the first one. */
export interface TierSince {
  readonly tier: Text | null
  readonly benefits: ReadonlyArray<Text>
  readonly since: CivilDate
}
export interface LoyaltyAccount {
  readonly isEnrolled: boolean
  readonly lots: ReadonlyMap<EarningId, Lot>
  readonly debtPoints: number
  readonly redemptions: ReadonlyMap<RedemptionId, Redemption>
  /** The earning of each deed, so that an order earns once for one trigger. */
  readonly deeds: ReadonlyMap<string, EarningId>
  /** In the order in which they were decided, which is the order of their days. */
  readonly tiers: ReadonlyArray<TierSince>
  readonly notedOrders: ReadonlySet<OrderId>
  /** The latest day for which lots were expired: no day is looked at twice. */
  readonly expiredThrough: CivilDate | null
  /** What each change said, so that a repetition is recognised and a conflict can be named. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

export const initial = (): LoyaltyAccount => ({
  isEnrolled: false,
  lots: new Map(),
  debtPoints: 0,
  redemptions: new Map(),
  deeds: new Map(),
  tiers: [],
  notedOrders: new Set(),
  expiredThrough: null,
  changes: new Map(),
})
