import { addMinor, monthOf, type CivilDate, type Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { nobody, type PurchaseMonths } from './purchase-months.ts'

/** One customer's purchases in the form that questions about months need. */
export interface Activity {
  readonly customerId: string
  readonly firstMonth: string
  /** Orders of the months with a purchase; a month without one is absent. */
  readonly orders: ReadonlyMap<string, number>
  readonly netMinor: ReadonlyMap<Currency, ReadonlyMap<string, number>>
}

/** The days with a purchase: those on which more was ordered than called off. */
export const purchaseDays = (row: PurchaseMonths): ReadonlyArray<CivilDate> =>
  [...row.orders].filter(([, orders]) => orders > 0).map(([day]) => day)

/** Undefined where the customer has no purchase left. */
export const activityOf = (customerId: string, row: PurchaseMonths): Activity | undefined => {
  const orders = new Map<string, number>()
  for (const [day, count] of row.orders) {
    if (count <= 0) continue
    const month = monthOf(day)
    orders.set(month, addMinor(orders.get(month) ?? 0, count))
  }
  let firstMonth: string | undefined
  for (const month of orders.keys())
    if (firstMonth === undefined || month < firstMonth) firstMonth = month
  return firstMonth === undefined
    ? undefined
    : { customerId, firstMonth, orders, netMinor: row.netMinor }
}

/** The activity of every customer with a purchase, in no order. */
export const activitiesOf = (rows: Rows<PurchaseMonths>): ReadonlyArray<Activity> => {
  const activities: Array<Activity> = []
  for (const [customerId, row] of rows) {
    if (customerId === nobody) continue
    const activity = activityOf(customerId, row)
    if (activity !== undefined) activities.push(activity)
  }
  return activities
}

/** Turns down rows of a later cut: what they hold cannot be taken back to an earlier day. */
export const mustEndBy = (rows: Rows<PurchaseMonths>, asOf: CivilDate): void => {
  for (const row of rows.values())
    for (const [day, orders] of row.orders)
      if (orders > 0 && day > asOf)
        throw new RangeError(
          `these rows hold a purchase of ${day}: replay them with a cut as of ${asOf}`,
        )
}
