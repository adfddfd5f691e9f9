import { civilDate, endOfDay, type Instant } from '@tenure/core/shared'

/** The clock of all tests: the end of 2026-06-30 in UTC. */
export const testNow: Instant = endOfDay(civilDate('2026-06-30'), 'UTC')
