import * as t from 'io-ts'
import {
  addDays,
  ascending,
  BasisPoints,
  daysBetween,
  Positive,
  Text,
  Whole,
  type CivilDate,
  type ItemId,
  type PaymentClass,
} from '../shared/index.ts'

/** By what rule a customer's way of paying is judged, as data with a version. */
export const BehaviourRule = t.strict({
  ruleId: Text,
  version: Whole,
  /** Days after the due day that still count as on time. */
  graceDays: Whole,
  /** Fewer judged items than this say nothing. */
  leastItems: Positive,
  /** Share paid on time from which a customer is prompt, and from which slow; below it, poor. */
  promptFromBasisPoints: BasisPoints,
  slowFromBasisPoints: BasisPoints,
  /** So many of the newest items are held against all before them, for the trend. */
  recentItems: Positive,
  /** A trend is a difference of the two shares of at least so much. */
  trendBasisPoints: BasisPoints,
})
export type BehaviourRule = t.TypeOf<typeof BehaviourRule>

/** What fell due, and when it was paid in full; null while it is not. */
export interface DueItem {
  readonly itemId: ItemId
  readonly instalment: number
  readonly dueOn: CivilDate
  readonly paidOn: CivilDate | null
}
/** What is counted, item by item, in order of due day. */
export interface BehaviourCounts {
  readonly judged: number
  readonly onTime: number
  /** Days late over all judged items; what is unpaid counts up to the day of the question. */
  readonly daysLate: number
  /** Of the newest items, the oldest first, whether each was on time. */
  readonly recent: ReadonlyArray<boolean>
}
export interface PaymentBehaviour extends BehaviourCounts {
  readonly paymentClass: PaymentClass
  readonly trend: 'unknown' | 'improving' | 'steady' | 'worsening'
}

export const noBehaviour: BehaviourCounts = { judged: 0, onTime: 0, daysLate: 0, recent: [] }

/** The counts with one item more. It is judged once it is paid, or once its grace has passed. */
export const countItem = (
  counts: BehaviourCounts,
  { dueOn, paidOn }: DueItem,
  rule: BehaviourRule,
  asOf: CivilDate,
): BehaviourCounts => {
  const isPaid = paidOn !== null && paidOn <= asOf
  const inTimeUntil = addDays(dueOn, rule.graceDays)
  if (!isPaid && asOf <= inTimeUntil) return counts
  const settledOn = isPaid ? paidOn : asOf
  const isOnTime = isPaid && paidOn <= inTimeUntil
  return {
    judged: counts.judged + 1,
    onTime: counts.onTime + (isOnTime ? 1 : 0),
    daysLate: counts.daysLate + Math.max(0, daysBetween(dueOn, settledOn)),
    recent: [...counts.recent, isOnTime].slice(-rule.recentItems),
  }
}

const classOf = ({ judged, onTime }: BehaviourCounts, rule: BehaviourRule): PaymentClass => {
  if (judged < rule.leastItems) return 'unknown'
  if (onTime * 10_000 >= rule.promptFromBasisPoints * judged) return 'prompt'
  return onTime * 10_000 >= rule.slowFromBasisPoints * judged ? 'slow' : 'poor'
}

/** The share on time of the newest items against that of all before them, without a division. */
const trendOf = (
  { judged, onTime, recent }: BehaviourCounts,
  { trendBasisPoints }: BehaviourRule,
): PaymentBehaviour['trend'] => {
  const before = judged - recent.length
  if (recent.length === 0 || before === 0) return 'unknown'
  const recentOnTime = recent.filter(Boolean).length
  const difference = recentOnTime * before - (onTime - recentOnTime) * recent.length
  const least = trendBasisPoints * before * recent.length
  if (difference === 0 || Math.abs(difference) * 10_000 < least) return 'steady'
  return difference > 0 ? 'improving' : 'worsening'
}

const byDueDay = (a: DueItem, b: DueItem): number =>
  ascending(a.dueOn, b.dueOn) || ascending(a.itemId, b.itemId) || a.instalment - b.instalment

/**
 * How a customer pays, as of a day: how many items were judged and were on time, how late they were in all,
 * a class and a trend, by a rule that is data.
 *
 * Shape: the order in which items come does not matter; a payment after `asOf` is not known yet. Shares
 * are compared as whole numbers, so no rounding takes place. At a bound exactly the better class holds.
 * Source: domain 1-40.
 */
export const paymentBehaviour = (
  items: ReadonlyArray<DueItem>,
  rule: BehaviourRule,
  asOf: CivilDate,
): PaymentBehaviour => {
  const counts = items
    .toSorted(byDueDay)
    .reduce((counted, item) => countItem(counted, item, rule, asOf), noBehaviour)
  return { ...counts, paymentClass: classOf(counts, rule), trend: trendOf(counts, rule) }
}
