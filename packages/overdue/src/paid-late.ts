import { daysBetween, type CivilDate, type Currency } from '@tenure/core/shared'
import { balancesOf } from './debts.ts'
import { inDayOrder, type ItemLine } from './item-line.ts'
import { rowsOf, type OverdueRows } from './overdue-rows.ts'
import { ratio, type Ratio } from '@tenure/projection'
import { addDaySums } from './settled.ts'
import { isInPeriod, type Period } from './settled-items.ts'

interface Paid {
  readonly on: CivilDate
  readonly dueOn: CivilDate | null
  readonly amountMinor: number
}

/** What was paid on an item on each day, by the due day that it was paid for. */
const paidOf = (line: ItemLine): ReadonlyArray<Paid> => {
  const days = inDayOrder(line)
  return days.flatMap((day, index) => {
    if (day.paidMinor <= 0) return []
    const after = addDaySums(days.slice(0, index + 1))
    const before = balancesOf(line, { ...after, paidMinor: after.paidMinor - day.paidMinor }).parts
    const openAfter = balancesOf(line, after).parts
    return before.map((part, place) => ({
      on: day.day,
      dueOn: part.dueOn,
      amountMinor: part.openMinor - (openAfter[place]?.openMinor ?? 0),
    }))
  })
}

export interface PaidLate {
  /** num: Σ amount × days after the due day (0 where in time); den: Σ amount. */
  readonly amountWeightedDaysLate: Ratio
  /** Paid in the period for parts whose due day is not known. */
  readonly dueUnknownMinor: number
}

/**
 * How late the money of a period came, weighted by amount. Another number than average days delinquent.
 *
 * Cash counts on the day it was applied; what was taken back on the same day does not count at all.
 */
export const paidLate = (
  rows: Pick<OverdueRows, 'itemHistory'>,
  currency: Currency,
  period: Period,
): PaidLate => {
  let [amountDays, amount, dueUnknownMinor] = [0, 0, 0]
  for (const { lines } of rowsOf(rows.itemHistory, currency)) {
    for (const line of lines.values()) {
      if (line.kind === 'suspense') continue
      for (const { on, dueOn, amountMinor } of paidOf(line)) {
        if (!isInPeriod(period, on)) continue
        if (dueOn === null) {
          dueUnknownMinor += amountMinor
          continue
        }
        amount += amountMinor
        amountDays += amountMinor * Math.max(0, daysBetween(dueOn, on))
      }
    }
  }
  return { amountWeightedDaysLate: ratio(amountDays, amount), dueUnknownMinor }
}
