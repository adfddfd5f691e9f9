import * as t from 'io-ts'
import {
  CivilDate,
  CreditId,
  Decimal,
  MinorUnits,
  nullable,
  OrderId,
  ReturnId,
  Text,
  TicketId,
  Whole,
} from '../shared/index.ts'
import { event, moneyEvent } from '../shared/event.ts'
import { ReturnPolicy } from './policy.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** So much of an order's line. */
export const ReturnLine = t.strict({ lineId: Text, quantity: Decimal })
export type ReturnLine = t.TypeOf<typeof ReturnLine>

/** A line that is to come back, and what was known of it: when it arrived, and how much of it. */
export const ReturnedLine = t.strict({
  lineId: Text,
  sku: Text,
  quantity: Decimal,
  deliveredOn: CivilDate,
  deliveredQuantity: Decimal,
  /** In returns before this one. */
  returnedQuantity: Decimal,
  /** Days from its delivery to the request. */
  afterDays: Whole,
})
export type ReturnedLine = t.TypeOf<typeof ReturnedLine>

/** How goods are, as the customer says or the house finds. */
export const GoodsCondition = t.strict({ opened: t.boolean, originalPackage: t.boolean })
export type GoodsCondition = t.TypeOf<typeof GoodsCondition>

/** Conditions that the goods do not meet. */
export const FailedCondition = t.keyof({ opened: null, originalPackage: null })
export type FailedCondition = t.TypeOf<typeof FailedCondition>

/** The customer wants to send goods back. `policy` is null where the return was decided elsewhere. */
export const ReturnRequested = event('ReturnRequested', {
  returnId: ReturnId,
  orderId: OrderId,
  orderedOn: CivilDate,
  reason: Text,
  lines: t.readonlyArray(ReturnedLine),
  declared: nullable(GoodsCondition),
  policy: nullable(ReturnPolicy),
})
export const ReturnApproved = event('ReturnApproved', {
  returnId: ReturnId,
  orderId: OrderId,
  /** The last day on which the goods may arrive; null for no such day. */
  sendBy: nullable(CivilDate),
})
export const ReturnRejected = event('ReturnRejected', {
  returnId: ReturnId,
  orderId: OrderId,
  why: Text,
})
/** The customer keeps the goods after all; `ticketId` names the talk that led to it. */
export const ReturnWithdrawn = event('ReturnWithdrawn', {
  returnId: ReturnId,
  orderId: OrderId,
  reason: Text,
  ticketId: nullable(TicketId),
})
/** What came back. It may be less than was asked for. */
export const ReturnReceived = event('ReturnReceived', {
  returnId: ReturnId,
  orderId: OrderId,
  lines: t.readonlyArray(ReturnLine),
})
/** How the goods were found, and which conditions of the policy they fail. */
export const ReturnInspected = event('ReturnInspected', {
  returnId: ReturnId,
  orderId: OrderId,
  found: GoodsCondition,
  failed: t.readonlyArray(FailedCondition),
})

/**
 * What one line gives back: its share of what the customer was charged for it, less what the house
 * withholds for goods that are not as they must be.
 */
export const CreditLine = t.strict({
  lineId: Text,
  sku: Text,
  quantity: Decimal,
  netMinor: MinorUnits,
  taxMinor: MinorUnits,
  withheldNetMinor: MinorUnits,
  withheldTaxMinor: MinorUnits,
})
export type CreditLine = t.TypeOf<typeof CreditLine>

/** The house owes a credit note. `totalMinor` is the sum of its lines, tax included. */
export const CreditDue = moneyEvent('CreditDue', {
  returnId: ReturnId,
  orderId: OrderId,
  orderedOn: CivilDate,
  creditId: CreditId,
  reason: Text,
  lines: t.readonlyArray(CreditLine),
  totalMinor: MinorUnits,
})
/**
 * The case is over, with what it gave back and what it cost the house to take the goods. `creditId` names
 * the credit note, also where none is due.
 */
export const ReturnClosed = moneyEvent('ReturnClosed', {
  returnId: ReturnId,
  orderId: OrderId,
  orderedOn: CivilDate,
  creditId: CreditId,
  reason: Text,
  outcome: t.keyof({ credited: null, creditedLess: null, sentBack: null }),
  /** What each line gave back or withheld; none where the goods go back to the customer. */
  lines: t.readonlyArray(CreditLine),
  creditedMinor: MinorUnits,
  costMinor: MinorUnits,
})

export const ReturnsEvent = t.union([
  ReturnRequested,
  ReturnApproved,
  ReturnRejected,
  ReturnWithdrawn,
  ReturnReceived,
  ReturnInspected,
  CreditDue,
  ReturnClosed,
])
export type ReturnsEvent = t.TypeOf<typeof ReturnsEvent>
