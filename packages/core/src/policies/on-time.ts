import { inDueOrder, type Item } from '../receivables/index.ts'
import { addDays, daysBetween, type CivilDate } from '../shared/index.ts'

/** The last day to pay something in time, grace included, and the day on which the last of it was paid. */
export interface PaidDays {
  readonly dueOn: CivilDate
  readonly paidOn: CivilDate
}

/** By how many days it came late; below zero where it came early. */
export const daysLate = ({ dueOn, paidOn }: PaidDays): number => daysBetween(dueOn, paidOn)

/** The day on which so much of an item was settled. */
const settledOn = (item: Item, neededMinor: number): CivilDate | undefined => {
  let sum = 0
  for (const { on, settledMinor, creditedMinor } of item.course) {
    sum += settledMinor + creditedMinor
    if (sum >= neededMinor) return on
  }
  return undefined
}

/**
 * When an item that is settled was paid, by the instalment that came latest against its own due day.
 *
 * Shape: instalments are paid in due order; those whose due day is not known do not count. Undefined where
 * no instalment counts. Source: domain 0-18, 1-40.
 */
export const latestPaid = (item: Item, graceDays: number): PaidDays | undefined => {
  let neededMinor = 0
  let latest: PaidDays | undefined
  for (const { amountMinor, dueOn: due } of inDueOrder(item.schedule)) {
    neededMinor += amountMinor
    const paidOn = settledOn(item, neededMinor)
    if (due === null || paidOn === undefined) continue
    const paid = { dueOn: addDays(due, graceDays), paidOn }
    if (latest === undefined || daysLate(paid) > daysLate(latest)) latest = paid
  }
  return latest
}
