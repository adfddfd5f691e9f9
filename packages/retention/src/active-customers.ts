import { daysBetween, type CivilDate } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { purchaseDays } from './activity.ts'
import type { CustomerStanding } from './customer-standing.ts'
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

const isActive = (
  { asOf, rows }: RowsAt,
  rule: ActivityRule,
  standings: Rows<CustomerStanding> | undefined,
  id: string,
): boolean => {
  const row = rows.get(id)
  const days = row === undefined ? [] : purchaseDays(row)
  if (rule.kind === 'window')
    return days.some((day) => day <= asOf && daysBetween(day, asOf) < rule.windowDays)
  return days.length > 0 && standings?.get(id)?.standing?.value !== 'churned'
}

/** The customers active at the end of a day. One who was merged is active if any of its ids is. */
export const activeCustomers = (
  at: RowsAt,
  rule: ActivityRule,
  side: 'start' | 'end',
  survivors: Survivors,
): ReadonlySet<string> => {
  const standings = rule.kind === 'recorded' ? rule[side] : undefined
  const active = new Set<string>()
  for (const id of at.rows.keys())
    if (id !== nobody && isActive(at, rule, standings, id)) active.add(survivors.get(id) ?? id)
  return active
}
