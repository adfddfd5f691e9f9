import type { CivilDate } from '@tenure/core/shared'
import { openSqliteStore, type SqliteStore } from '@tenure/event-store-sqlite'
import {
  playCompany,
  recordCompany,
  StreamTaken,
  type CompanyOptions,
  type CompanySummary,
} from '@tenure/testing/company'
import { isLeft } from 'fp-ts/lib/Either.js'
import { databaseFault } from '../failure.ts'
import { startProgress } from '../progress.ts'
import type { Surroundings } from '../surroundings.ts'

export interface SimulateOptions extends Pick<
  CompanyOptions,
  'seed' | 'customers' | 'from' | 'days'
> {
  /** The database; made where there is none. */
  readonly db: string
}

export interface Simulated {
  readonly zone: string
  readonly from: CivilDate
  /** The last day of business. */
  readonly to: CivilDate
  readonly summary: CompanySummary
  /** Events written now; the others stood in the database already. */
  readonly written: number
}

const openForWriting = async (file: string): Promise<SqliteStore> => {
  const opened = await openSqliteStore(file)()
  if (isLeft(opened)) throw databaseFault(opened.left.reason)
  return opened.right
}

/** A history is counted in one zone; a database that has another holds another history. */
const settleZone = (store: SqliteStore, db: string, zone: string): void => {
  const settled = store.zone()
  if (settled === undefined) store.setZone(zone)
  else if (settled !== zone)
    throw databaseFault(
      `${db} holds a history in ${settled}, and the company counts its days in ${zone}: ` +
        'choose another file with --db, or move this one away.',
    )
}

const play = async (
  options: SimulateOptions,
  signal: AbortSignal,
): ReturnType<typeof playCompany> => {
  const bar = startProgress({ label: 'playing', unit: 'days', total: 0 })
  try {
    return await playCompany({
      ...options,
      onProgress: (done, total) => {
        signal.throwIfAborted()
        bar.at(done, total)
      },
    })
  } finally {
    bar.end()
  }
}

/**
 * Plays the simulated company in memory and records it into a database.
 *
 * The same options give the same events, so a second run, or a run after a kill, completes the same
 * company and changes nothing else. Throws a `Failure` where the file cannot be used or holds another.
 */
export const simulate = async (
  options: SimulateOptions,
  { signal }: Pick<Surroundings, 'signal'>,
): Promise<Simulated> => {
  const store = await openForWriting(options.db)
  try {
    const { log, zone, from, to, summary } = await play(options, signal)
    settleZone(store, options.db, zone)
    const bar = startProgress({ label: 'recording', unit: 'events', total: summary.events })
    try {
      const { written } = await recordCompany(log, store, {
        onProgress: (done) => {
          signal.throwIfAborted()
          bar.at(done)
        },
      })
      return { zone, from, to, summary, written }
    } finally {
      bar.end()
    }
  } catch (error) {
    if (error instanceof StreamTaken) throw databaseFault(`${options.db}: ${error.message}.`)
    throw error
  } finally {
    await store.close()
  }
}
