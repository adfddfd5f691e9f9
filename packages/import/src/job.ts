import type { Instant } from '@tenure/core/shared'
import type { Log } from '@tenure/event-store'
import type { SqliteStore } from '@tenure/event-store-sqlite'
import type Database from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { ImportStopped } from './errors.ts'
import { removeRejects, writeRejects } from './rejects-file.ts'
import type { ImportOptions, ImportProgress } from './request.ts'
import type { ImportResult } from './result.ts'
import type { FaultBook } from './staging/fault-book.ts'
import { openTarget, readBeside } from './target.ts'

/** One import under way, whatever its format. */
export interface Job {
  /** SQLite, for a further connection to the database. */
  readonly engine: typeof Database
  readonly database: string
  readonly files: ReadonlyArray<string>
  readonly options: ImportOptions
  readonly clock: () => Instant
  /** The database if it was there before; opened for reading only in a dry run. */
  readonly store: SqliteStore | undefined
  readonly sql: Database.Database
  readonly totalBytes: number
  readonly onProgress: (progress: ImportProgress) => void
}

/** The work on a log: what is found wrong in it, and what is written to it. */
export interface Work {
  /** In which the days of the files are meant; undefined where they hold instants. */
  readonly zone: string | undefined
  /** Looks at the log and finds the last faults. `database` is absent while there is none. */
  readonly check: (log: Log | undefined, database: Database.Database | undefined) => Promise<void>
  readonly apply: (inside: Log, database: Database.Database) => Promise<void>
}

export type Outcome = ImportResult['outcome']

const isEmpty = async (log: Log): Promise<boolean> => {
  const head = await log.head()()
  return E.isRight(head) && head.right === undefined
}

export const overtaken = (database: string): ImportStopped =>
  new ImportStopped({
    type: 'DatabaseUnusable',
    database,
    error: {
      type: 'Unavailable',
      reason: `Another program changed ${database} meanwhile: import again.`,
    },
  })

/** Whether the work may go on to write. */
const mayApply = ({ options }: Job, faults: FaultBook): boolean =>
  options.dryRun !== true && (faults.rows() === 0 || options.allowRejects === true)

const refusedOf = ({ options }: Job): Outcome => (options.dryRun === true ? 'rehearsed' : 'refused')

/** The first import says in which zone the days of a history are meant; another zone is worth a notice. */
const settleZone = (target: SqliteStore, zone: string | undefined): ReadonlyArray<string> => {
  const kept = target.zone()
  if (zone === undefined || kept === zone) return []
  if (kept !== undefined)
    return [
      `The database keeps its days in the zone ${kept}, and this import reads its days in ${zone}.`,
    ]
  target.setZone(zone)
  return []
}

export interface CarriedOut {
  readonly outcome: Outcome
  readonly notices: ReadonlyArray<string>
}

/** Checks and applies the work in one writing transaction, so that nobody writes between the two. */
export const carryOut = async (job: Job, work: Work, faults: FaultBook): Promise<CarriedOut> => {
  const { engine, database, store, clock, options } = job
  if (store !== undefined && options.dryRun === true) {
    const log = (await isEmpty(store)) ? undefined : store
    await readBeside(engine, database, (sql) => work.check(log, sql))
    return { outcome: 'rehearsed', notices: [] }
  }
  if (store !== undefined) return within(job, work, faults, store, false)
  await work.check(undefined, undefined)
  if (!mayApply(job, faults)) return { outcome: refusedOf(job), notices: [] }
  const made = await openTarget(database, clock)
  try {
    return await within(job, work, faults, made, true)
  } finally {
    await made.close()
  }
}

const within = (
  job: Job,
  work: Work,
  faults: FaultBook,
  target: SqliteStore,
  checked: boolean,
): Promise<CarriedOut> =>
  target.exclusively(async (inside, sql) => {
    const log = (await isEmpty(inside)) ? undefined : inside
    if (checked && log !== undefined) throw overtaken(job.database)
    if (!checked) await work.check(log, sql)
    if (!mayApply(job, faults)) return { outcome: refusedOf(job), notices: [] }
    const notices = settleZone(target, work.zone)
    await work.apply(inside, sql)
    return { outcome: 'imported', notices }
  })

/** Lists the faults in the rejects file, and says where it is. */
export const reportFaults = (
  { database, options }: Job,
  faults: FaultBook,
): Pick<ImportResult, 'rejectsFile' | 'firstFaults'> => {
  if (faults.rows() === 0) {
    // What an earlier run listed there no longer holds. A file that the caller names is the caller's.
    if (options.rejectsFile === undefined) removeRejects(`${database}.rejects.csv`)
    return { firstFaults: [] }
  }
  const rejectsFile = options.rejectsFile ?? `${database}.rejects.csv`
  writeRejects(rejectsFile, faults.all())
  return { rejectsFile, firstFaults: faults.first(20) }
}
