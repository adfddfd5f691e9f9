import type {
  Breakdown,
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  Decimal,
  MinorUnits,
  OrderId,
  PaymentTerms,
  Text,
} from '../shared/index.ts'
import type { LineQuantity } from './line.ts'
import type { QuotedPlan } from './events.ts'

export { evolve } from './evolve.ts'

/** One order, or a sale from elsewhere. A delivery may be known before the order is. */
export interface Order {
  readonly placed: Placed | null
  /** What is to be shipped, by line; empty where the order came without lines. */
  readonly lines: ReadonlyMap<Text, Line>
  /** Plans that were shown to the buyer, by hash. */
  readonly plans: ReadonlyMap<Text, Plan>
  readonly quotes: number
  /** Hashes that were ever accepted. The last one holds. */
  readonly acceptedHashes: ReadonlySet<Text>
  readonly accepted: Text | null
  readonly confirmedOn: CivilDate | null
  readonly shipments: ReadonlyMap<Text, Shipment>
  readonly payBeforeNext: boolean
  /** By id, in the order of the stages. */
  readonly milestones: ReadonlyMap<Text, Milestone>
  /** Null while the order goes on. */
  readonly ended: 'cancelled' | 'closed' | null
  readonly changes: ReadonlyMap<ChangeId, Change>
  /** A document from elsewhere that stands under this number instead of an order. */
  readonly credited: Credited | null
}

export interface Placed {
  readonly orderId: OrderId
  readonly customerId: CustomerId | null
  readonly on: CivilDate
  readonly netMinor: MinorUnits
  readonly currency: Currency
  /** Null for a sale recorded from elsewhere. */
  readonly terms: PaymentTerms | null
  readonly offeredMethods: ReadonlyArray<Text>
  readonly promisedOn: CivilDate | null
}

export interface Line {
  readonly quantity: Decimal
  readonly netMinor: number
  readonly shippedQuantity: Decimal
}

export interface Plan extends QuotedPlan {
  /** Which quote it was part of, from 1. */
  readonly quote: number
  readonly totalMinor: MinorUnits
  readonly breakdown: Breakdown
  readonly validUntil: CivilDate
}

/** A part of the order. `shippedOn` is null where only its delivery is known. */
export interface Shipment {
  readonly shippedOn: CivilDate | null
  readonly deliveredOn: CivilDate | null
  readonly acceptedOn: CivilDate | null
  readonly lines: ReadonlyArray<LineQuantity>
  readonly netMinor: number | null
}

export interface Milestone {
  /** From 1. */
  readonly stage: number
  readonly amountMinor: MinorUnits
  readonly startedOn: CivilDate | null
  readonly completedOn: CivilDate | null
  readonly acceptedOn: CivilDate | null
}

export type Change = 'cancelled' | 'closed' | 'reopened'

/** A document that took money off the sales. */
export interface Credited {
  readonly on: CivilDate
  readonly withdrawn: boolean
  readonly customerId: CustomerId | null
  readonly creditedMinor: MinorUnits
  readonly currency: Currency
}

export type OrderStatus =
  | 'unknown'
  | 'placed'
  | 'confirmed'
  | 'partlyShipped'
  | 'shipped'
  | 'delivered'
  | 'closed'
  | 'cancelled'

export const initial = (): Order => ({
  placed: null,
  lines: new Map(),
  plans: new Map(),
  quotes: 0,
  acceptedHashes: new Set(),
  accepted: null,
  confirmedOn: null,
  shipments: new Map(),
  payBeforeNext: false,
  milestones: new Map(),
  ended: null,
  changes: new Map(),
  credited: null,
})
