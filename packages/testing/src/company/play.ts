import { civilDate, type CivilDate } from '@tenure/core/shared'
import type { Log } from '@tenure/event-store'
import { memoryStore } from '@tenure/event-store/memory'
import { answer } from './answer.ts'
import { planBeginning } from './beginnings.ts'
import { makeCompany } from './company.ts'
import { makeCustomer } from './customer.ts'
import { makeClock, makeDays } from './days.ts'
import { makeTally } from './desk.ts'
import { summarize, type CompanySummary } from './summary.ts'

/** The zone in which the company counts its days. */
export const companyZone = 'Europe/Sofia'

/** Days after the last day of business on which word of it still comes in. */
export const latestWordDays = 40

export interface CompanyOptions {
  /** The same seed, customers and days: the same events, to the byte, on every machine. */
  readonly seed?: number
  readonly customers?: number
  /** The first day of business. */
  readonly from?: CivilDate
  /** Days of business. */
  readonly days?: number
  readonly onProgress?: (daysPlayed: number, days: number) => void
}

export interface PlayedCompany {
  readonly log: Log
  readonly zone: string
  /** The first and the last day of business. */
  readonly from: CivilDate
  readonly to: CivilDate
  readonly summary: CompanySummary
}

/**
 * Plays a business day by day, entirely through the rooms' deciders, into a store in memory.
 *
 * Two years of 2,000 customers unless told otherwise: they register, order on several kinds of terms,
 * get goods and invoices, pay in time, late, in part, twice or never, are reminded, dispute, drift away
 * and come back. At least a twentieth of the facts becomes known 1 to 40 days after it was true; for
 * `latestWordDays` after the last day nothing new happens, and word of those two years still comes in.
 * A command that the rules turn down and the company did not reckon with is a bug and throws.
 */
export const playCompany = async (options: CompanyOptions = {}): Promise<PlayedCompany> => {
  const { seed = 1, customers: count = 2000, from = civilDate('2024-01-01') } = options
  const { days: length = 731, onProgress } = options
  const days = makeDays(from, length, companyZone)
  const clock = makeClock(days)
  const log = memoryStore({ clock: clock.now })
  const tally = makeTally()
  const company = makeCompany(seed, log, days, clock, tally, answer)
  const customers = Array.from({ length: count }, (_, index) => makeCustomer(seed, index, length))
  for (const customer of customers) planBeginning(company, customer)
  for (let today = 0; today < length + latestWordDays; today += 1) {
    clock.openDay(today)
    company.house.openDay(today)
    await company.agenda.run(today)
    if (today < length) await company.house.closeDay()
    onProgress?.(today + 1, length + latestWordDays)
  }
  const summary = await summarize(log, companyZone, count, tally)
  return { log, zone: companyZone, from, to: days.on(length - 1), summary }
}
