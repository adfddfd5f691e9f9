import { toBusinessDay } from './business-day.ts'
import { addDays, addMonths, dayInMonth, endOfMonth } from './calendar.ts'
import type { CivilDate } from './civil-date.ts'
import { laterDay } from './later-wins.ts'
import type { Anchor, DueRule, PaymentTerms, TermsPart } from './terms.ts'
import type { Text } from './text.ts'
import { unreachable } from './unreachable.ts'

/** The days from which terms count, as far as they are known. */
export interface AnchorDays {
  readonly orderedOn: CivilDate | null
  readonly invoicedOn: CivilDate | null
  readonly deliveredOn: CivilDate | null
  /** The day that was promised for the delivery. */
  readonly promisedOn: CivilDate | null
  /** When each milestone was accepted. */
  readonly milestones: ReadonlyMap<Text, CivilDate>
}

/** No day is known yet: all parts of terms that wait for one are without a due day. */
export const noAnchorDays: AnchorDays = {
  orderedOn: null,
  invoicedOn: null,
  deliveredOn: null,
  promisedOn: null,
  milestones: new Map(),
}

/** The day of an anchor, null while it has not come. */
export const anchorDay = (anchor: Anchor, days: AnchorDays): CivilDate | null => {
  switch (anchor.kind) {
    case 'order':
      return days.orderedOn
    case 'invoice':
      return days.invoicedOn
    case 'delivery':
      return days.deliveredOn
    case 'milestone':
      return days.milestones.get(anchor.milestoneId) ?? null
    case 'fixed':
      return anchor.on
    default:
      return unreachable(anchor)
  }
}

/** What is known when only the day of one anchor is. */
export const knownAnchor = (anchor: Anchor, on: CivilDate): AnchorDays => {
  switch (anchor.kind) {
    case 'order':
      return { ...noAnchorDays, orderedOn: on }
    case 'invoice':
      return { ...noAnchorDays, invoicedOn: on }
    case 'delivery':
      return { ...noAnchorDays, deliveredOn: on }
    case 'milestone':
      return { ...noAnchorDays, milestones: new Map([[anchor.milestoneId, on]]) }
    case 'fixed':
      return noAnchorDays
    default:
      return unreachable(anchor)
  }
}

/** The d-th of a month, of the month after where that day has gone by. */
const dayOfMonth = (anchor: CivilDate, day: number, monthsAhead: number): CivilDate => {
  const due = dayInMonth(addMonths(anchor, monthsAhead), day)
  return due < anchor ? dayInMonth(addMonths(anchor, monthsAhead + 1), day) : due
}

/**
 * The due day of one rule, before it moves to a business day; null while the day it counts from is unknown.
 * Weakly monotone in every day it counts from (invariant 19).
 */
export const dueDay = (
  rule: DueRule,
  anchorOn: CivilDate | null,
  days: AnchorDays = noAnchorDays,
): CivilDate | null => {
  if (rule.kind === 'fixed') return rule.on
  if (rule.kind === 'onDelivery') return days.deliveredOn
  if (rule.kind === 'beforeDelivery')
    return days.promisedOn === null ? null : addDays(days.promisedOn, -rule.days)
  if (anchorOn === null) return null
  switch (rule.kind) {
    case 'onReceipt':
      return anchorOn
    case 'netDays':
      return addDays(anchorOn, rule.days)
    case 'netMonths':
      return addMonths(anchorOn, rule.months)
    case 'endOfMonth':
      return addDays(endOfMonth(addMonths(anchorOn, rule.monthsAhead)), rule.plusDays)
    case 'dayOfMonth':
      return dayOfMonth(anchorOn, rule.day, rule.monthsAhead)
    default:
      return unreachable(rule)
  }
}

/** When a part of terms falls due: by its rule, not before the issue where the terms say so, on a business day. */
export const partDueDay = (
  terms: PaymentTerms,
  part: TermsPart,
  days: AnchorDays,
): CivilDate | null => {
  const counted = dueDay(part.due, anchorDay(part.anchor ?? terms.anchor, days), days)
  if (counted === null) return null
  const { invoicedOn } = days
  const due =
    terms.neverBeforeIssue && invoicedOn !== null ? laterDay(counted, invoicedOn) : counted
  const moved = toBusinessDay(terms.businessDay, due)
  // A preceding business day may lie before the issue again: then the next one after it holds.
  return terms.neverBeforeIssue && invoicedOn !== null && moved < invoicedOn
    ? toBusinessDay({ ...terms.businessDay, convention: 'following' }, due)
    : moved
}
