import { activeCustomers, type ActivityRule, type RowsAt } from './active-customers.ts'
import { mustEndBy, purchaseDays } from './activity.ts'
import { joinMerged } from './join-merged.ts'
import type { Survivors } from './merged-customers.ts'
import { combinePurchases, nobody } from './purchase-months.ts'

/**
 * Who stayed, left and came between the ends of two days.
 *
 * Each side is asked of the rows of its own cut, so that a purchase called off in between counts at the
 * start and not at the end. For "as it was known then" give the start its own `knownAt`; for "as we know
 * it now" cut both alike. Merges are those known to whoever asks.
 */
export interface PeriodQuestion {
  readonly start: RowsAt
  readonly end: RowsAt
  readonly activity: ActivityRule
  readonly survivors?: Survivors
}

/** Counts of customers; the letters are those of domain section 4. */
export interface PeriodSets {
  /** S: active at the end of the first day. */
  readonly startCustomers: number
  /** E: active at the end of the last day. */
  readonly endCustomers: number
  /** S∩E. */
  readonly kept: number
  /** X = S\E. */
  readonly lost: number
  /** N: not in S, with a first purchase after the first day; they may be gone again by the last. */
  readonly newCustomers: number
  /** R: not in S, customers before, and active or buying again since. */
  readonly reactivated: number
  /** E\S, of these the new ones. */
  readonly newAtEnd: number
  /** E\S, of these the reactivated ones. */
  readonly reactivatedAtEnd: number
}

const check = ({ start, end, activity }: PeriodQuestion): void => {
  mustEndBy(start.rows, start.asOf)
  mustEndBy(end.rows, end.asOf)
  if (start.asOf > end.asOf)
    throw new RangeError(`a period that ends on ${end.asOf} does not start on ${start.asOf}`)
  if (
    activity.kind === 'window' &&
    !(Number.isSafeInteger(activity.windowDays) && activity.windowDays > 0)
  )
    throw new RangeError(`a window is a whole number of days, not ${activity.windowDays}`)
}

export const periodSets = (question: PeriodQuestion): PeriodSets => {
  check(question)
  const { start, end, activity, survivors = new Map() } = question
  const atStart = activeCustomers(start, activity, 'start', survivors)
  const atEnd = activeCustomers(end, activity, 'end', survivors)
  const kept = [...atStart].filter((id) => atEnd.has(id)).length
  let newCustomers = 0
  let reactivated = 0
  let newAtEnd = 0
  for (const [id, row] of joinMerged(end.rows, survivors, combinePurchases)) {
    const days = purchaseDays(row)
    if (id === nobody || atStart.has(id) || days.length === 0) continue
    const isNew = days.every((day) => day > start.asOf)
    if (isNew) newCustomers += 1
    else if (atEnd.has(id) || days.some((day) => day > start.asOf)) reactivated += 1
    if (isNew && atEnd.has(id)) newAtEnd += 1
  }
  return {
    startCustomers: atStart.size,
    endCustomers: atEnd.size,
    kept,
    lost: atStart.size - kept,
    newCustomers,
    reactivated,
    newAtEnd,
    reactivatedAtEnd: atEnd.size - kept - newAtEnd,
  }
}
