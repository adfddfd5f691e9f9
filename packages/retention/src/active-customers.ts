import { daysBetween, type CivilDate } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { purchaseDays } from './activity.ts'
import { customerStanding, type CustomerStanding } from './customer-standing.ts'
import type { Survivors } from './merged-customers.ts'
import { nobody, type PurchaseMonths } from './purchase-months.ts'

/**
 * Who counts as a customer on a day.
 *
 * `window`: bought in the `windowDays` days that end with the day; where nobody ever cancels, this is all
 * there is to go by. `recorded`: bought at some time, and is not recorded as gone; the standings are
 * those of the same two cuts as the purchases.
 */
export type ActivityRule =
  | { readonly kind: 'window'; readonly windowDays: number }
  | {
      readonly kind: 'recorded'
      readonly start: Rows<CustomerStanding>
      readonly end: Rows<CustomerStanding>
    }

/** The purchases of a cut, with the day of that cut. */
export interface RowsAt {
  readonly asOf: CivilDate
  readonly rows: Rows<PurchaseMonths>
}

/**
 * Whether an id is recorded as gone. Once a customer was merged, churn and return are recorded of the id
 * that survives: what is said of that one since the last purchase under this one holds for this one too.
 */
const isGone = (
  standings: Rows<CustomerStanding>,
  days: ReadonlyArray<CivilDate>,
  id: string,
  survivor: string,
): boolean => {
  const own = standings.get(id) ?? customerStanding.emptyRow(id)
  const theirs = standings.get(survivor)
  const since = theirs?.standing?.since
  const holds = theirs !== undefined && since !== undefined && days.every((day) => day <= since)
  return (holds ? customerStanding.combine(own, theirs) : own).standing?.value === 'churned'
}

const isActive = (
  { asOf, rows }: RowsAt,
  rule: ActivityRule,
  side: 'start' | 'end',
  id: string,
  survivor: string,
): boolean => {
  const row = rows.get(id)
  const days = row === undefined ? [] : purchaseDays(row)
  if (rule.kind === 'window')
    return days.some((day) => day <= asOf && daysBetween(day, asOf) < rule.windowDays)
  return days.length > 0 && !isGone(rule[side], days, id, survivor)
}

/** The customers active at the end of a day. One who was merged is active if any of its ids is. */
export const activeCustomers = (
  at: RowsAt,
  rule: ActivityRule,
  side: 'start' | 'end',
  survivors: Survivors,
): ReadonlySet<string> => {
  const active = new Set<string>()
  for (const id of at.rows.keys()) {
    const survivor = survivors.get(id) ?? id
    if (id !== nobody && isActive(at, rule, side, id, survivor)) active.add(survivor)
  }
  return active
}
