/** The sales of one month and the days it counts for: those of the calendar, or 30 where that is the custom. */
export interface MonthSales {
  readonly salesMinor: number
  readonly days: number
}

/**
 * Days sales outstanding by counting back: whole months' sales come off the balance, newest first, each
 * giving its days; the first month that is not smaller than the rest gives its share of its days.
 *
 * Units: minor units of one currency, months newest first. Null where the balance reaches beyond the
 * months given: the history does not say. A balance of nothing is 0 days.
 * Source: domain 4 (212,000 over 100,000, 80,000, 70,000: 73.71 with months of 30 days).
 */
export const countback = (openMinor: number, months: Iterable<MonthSales>): number | null => {
  let restMinor = openMinor
  let days = 0
  if (restMinor <= 0) return 0
  for (const month of months) {
    if (month.salesMinor >= restMinor) return days + (restMinor / month.salesMinor) * month.days
    restMinor -= month.salesMinor
    days += month.days
  }
  return null
}
