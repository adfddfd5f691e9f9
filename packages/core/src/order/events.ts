import * as t from 'io-ts'
import {
  AgreementId,
  BasisPoints,
  Breakdown,
  ChangeId,
  CivilDate,
  Currency,
  Instalment,
  MinorUnits,
  nullable,
  OrderId,
  PaymentTerms,
  SignedMinor,
  Text,
  Whole,
} from '../shared/index.ts'
import { event, moneyEvent } from '../shared/event.ts'
import { LineQuantity, OrderLine } from './line.ts'
import { SaleCredited, SaleCreditWithdrawn } from './sale-credit-events.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** Work in stages: each milestone has its part of the order's net. */
export const Stages = t.strict({
  /** Whether a stage may start only when those before it are paid. */
  payBeforeNext: t.boolean,
  milestones: t.readonlyArray(t.strict({ milestoneId: Text, amountMinor: MinorUnits })),
})
export type Stages = t.TypeOf<typeof Stages>

/** A customer's order, or a sale recorded from elsewhere. `netMinor` is the whole order without tax. */
export const OrderPlaced = moneyEvent('OrderPlaced', {
  orderId: OrderId,
  netMinor: MinorUnits,
  lines: t.readonlyArray(OrderLine),
  terms: nullable(PaymentTerms),
  /** The ways to pay that the buyer could choose from; none where it is not told. */
  offeredMethods: t.readonlyArray(Text),
  /** The day by which the goods were promised. */
  promisedOn: nullable(CivilDate),
  stages: nullable(Stages),
})

/** One plan as it was shown: its dated schedule, and a hash by which it is accepted. */
export const QuotedPlan = t.strict({
  quoteHash: Text,
  terms: PaymentTerms,
  schedule: t.readonlyArray(Instalment),
  /** The discounts for paying early, by the place of the part in the terms, from 0. */
  earlyOffers: t.readonlyArray(
    t.strict({
      part: Whole,
      untilOn: CivilDate,
      basisPoints: BasisPoints,
      eligibleMinor: MinorUnits,
    }),
  ),
})
export type QuotedPlan = t.TypeOf<typeof QuotedPlan>

/** The buyer saw what is to be paid and when, under each plan offered. The first is the one proposed. */
export const TermsQuoted = moneyEvent('TermsQuoted', {
  orderId: OrderId,
  totalMinor: MinorUnits,
  breakdown: Breakdown,
  /** The lines in it: an invoice may hold no others. */
  lineIds: t.readonlyArray(Text),
  plans: t.readonlyArray(QuotedPlan),
  validUntil: CivilDate,
})
/** The buyer agreed to one plan. The order stands on its terms from here on. */
export const TermsAccepted = moneyEvent('TermsAccepted', {
  orderId: OrderId,
  totalMinor: MinorUnits,
  quoteHash: Text,
  terms: PaymentTerms,
  schedule: t.readonlyArray(Instalment),
})
/** How an order's credit was answered for. */
export const CreditCover = t.strict({
  /** What the terms leave unpaid when the goods are delivered. */
  neededMinor: MinorUnits,
  paidMinor: MinorUnits,
  reservedMinor: MinorUnits,
  override: nullable(t.strict({ by: Text, reason: Text, until: CivilDate })),
})
export type CreditCover = t.TypeOf<typeof CreditCover>

/** The house accepted the order. Carries what it was confirmed on. */
export const OrderConfirmed = moneyEvent('OrderConfirmed', {
  orderId: OrderId,
  totalMinor: MinorUnits,
  credit: CreditCover,
  quoteHash: nullable(Text),
  method: nullable(Text),
  agreementId: nullable(AgreementId),
})
/** A part of the order left the house; `shipmentId` names the part, `netMinor` is its share of the order. */
export const OrderShipped = moneyEvent('OrderShipped', {
  orderId: OrderId,
  shipmentId: Text,
  lines: t.readonlyArray(LineQuantity),
  netMinor: SignedMinor,
  promisedOn: nullable(CivilDate),
})
/**
 * The customer has the part; where the terms are anchored on delivery, the due day counts from here.
 * What was in it is null where only the delivery is known.
 */
export const DeliveryConfirmed = event('DeliveryConfirmed', {
  orderId: OrderId,
  shipmentId: Text,
  lines: t.readonlyArray(LineQuantity),
  netMinor: nullable(SignedMinor),
  currency: nullable(Currency),
  promisedOn: nullable(CivilDate),
})
/** The customer looked at the part and keeps it. */
export const GoodsAccepted = event('GoodsAccepted', { orderId: OrderId, shipmentId: Text })

/** Work on a stage began; `stage` counts from 1. */
export const MilestoneStarted = event('MilestoneStarted', {
  orderId: OrderId,
  milestoneId: Text,
  stage: Whole,
})
export const MilestoneCompleted = event('MilestoneCompleted', {
  orderId: OrderId,
  milestoneId: Text,
  stage: Whole,
})
/** The customer accepted the stage: its part of the order is to be billed. */
export const MilestoneAccepted = moneyEvent('MilestoneAccepted', {
  orderId: OrderId,
  milestoneId: Text,
  stage: Whole,
  amountMinor: MinorUnits,
})

/**
 * The whole order is called off: it counts as no purchase from here on. Carries what it takes away, and
 * from which day: `placedOn` is the day the order was placed on, so that a read model corrects that day
 * without remembering every order. Effective on `placedOn` at the earliest.
 */
export const OrderCancelled = moneyEvent('OrderCancelled', {
  orderId: OrderId,
  changeId: ChangeId,
  placedOn: CivilDate,
  netMinor: MinorUnits,
  reason: nullable(Text),
})
/** Nothing more will be shipped. `unshippedMinor` is what stays behind: its credit is free again. */
export const OrderClosed = moneyEvent('OrderClosed', {
  orderId: OrderId,
  changeId: ChangeId,
  unshippedMinor: SignedMinor,
  reason: nullable(Text),
})
/**
 * A cancelled or closed order goes on, on a credit decision of its own. Where it was cancelled it counts
 * as a purchase of `placedOn` again, by what the cancellation took away.
 */
export const OrderReopened = moneyEvent('OrderReopened', {
  orderId: OrderId,
  changeId: ChangeId,
  wasCancelled: t.boolean,
  placedOn: CivilDate,
  netMinor: MinorUnits,
  credit: CreditCover,
  reason: nullable(Text),
})
export const OrderEvent = t.union([
  OrderPlaced,
  TermsQuoted,
  TermsAccepted,
  OrderConfirmed,
  OrderShipped,
  DeliveryConfirmed,
  GoodsAccepted,
  MilestoneStarted,
  MilestoneCompleted,
  MilestoneAccepted,
  OrderCancelled,
  OrderClosed,
  OrderReopened,
  SaleCredited,
  SaleCreditWithdrawn,
])
export type OrderEvent = t.TypeOf<typeof OrderEvent>
