import { addDays, type CivilDate } from '../shared/index.ts'

/** The first day on which something is overdue: the day after its due day and the grace; null for never. */
export const overdueFrom = (dueOn: CivilDate | null, graceDays: number): CivilDate | null =>
  dueOn === null ? null : addDays(dueOn, Math.max(0, graceDays) + 1)

/**
 * Whether something is overdue on a day. Due today is not overdue; without a due day nothing ever is.
 * Source: domain 3.4, edge cases 12 and 22.
 */
export const isOverdue = (dueOn: CivilDate | null, graceDays: number, asOf: CivilDate): boolean => {
  const from = overdueFrom(dueOn, graceDays)
  return from !== null && asOf >= from
}
