import { dayOf, endOfDay, type CivilDate, type Instant } from '@tenure/core/shared'
import type Database from 'better-sqlite3'
import { applyFacts } from './apply/apply.ts'
import { batchesOf, openBatch } from './batches/batches.ts'
import { generationsIn, type Generations } from './batches/generations.ts'
import { register, registryReader } from './apply/registry.ts'
import { carryOut, overtaken, reportFaults, type Job, type Work } from './job.ts'
import { factKindNames, type FactKind } from './mapping/kinds.ts'
import type { Mapping } from './mapping/codec.ts'
import type { ImportResult } from './result.ts'
import { factShelf } from './staging/fact-shelf.ts'
import { faultBook, type FaultBook } from './staging/fault-book.ts'
import { assemble } from './staging/assemble.ts'
import { memoryIn } from './staging/memory-in.ts'
import { rehearse } from './staging/rehearse.ts'
import { rejecter } from './staging/rejecter.ts'
import { setAside } from './staging/set-aside.ts'
import { stage } from './staging/stage.ts'
import { countOf, newTally, type Tally } from './tally.ts'
import { readBeside } from './target.ts'

export interface TableJob extends Job {
  readonly mapping: Mapping
}

/** The end of a civil day in the zone: when a source that gives only days had learned its fact. */
const learnedAtIn = (zone: string, now: Instant): ((day: CivilDate) => Instant) => {
  const ends = new Map<CivilDate, Instant>()
  return (day) => {
    let end = ends.get(day)
    if (end === undefined) {
      // Of a day that is not over yet, the present moment is the latest that anybody knows.
      const last = endOfDay(day, zone)
      end = last < now ? last : now
      ends.set(day, end)
    }
    return end
  }
}

/** Reads all files into staging. */
const readFiles = async (
  job: TableJob,
  now: Instant,
  generations: Generations,
  tally: Tally,
  faults: FaultBook,
) => {
  const { mapping, files, sql, options, totalBytes, onProgress } = job
  const today = dayOf(now, mapping.zone)
  let bytes = 0
  const { signal } = options
  const report = (): void =>
    onProgress({ phase: 'staging', done: tally.rows, bytes: { done: bytes, total: totalBytes } })
  sql.exec('BEGIN')
  await stage({
    mapping,
    files,
    today,
    memory: memoryIn(sql),
    shelf: factShelf(sql, files, generations),
    faults,
    tally,
    onBytes: (more) => {
      bytes += more
    },
    onRows: report,
    ...(signal && { signal }),
  })
  assemble(sql, faults)
  sql.exec('COMMIT')
  report()
}

/** How many batches of the source were taken back, and when the last of them was. */
const reversalsOf = (database: Database.Database | undefined, source: string) => {
  const reversed =
    database === undefined
      ? []
      : batchesOf(database, source).flatMap(({ reversedAt }) => reversedAt ?? [])
  return { count: reversed.length, last: reversed.toSorted((a, b) => a - b).at(-1) }
}

type Reversals = ReturnType<typeof reversalsOf>

/**
 * After a batch of the source was taken back, nothing of it can have been known before: until then
 * something else was believed. What is declared for an earlier day is learned now.
 */
const learnAfter = (sql: Database.Database, zone: string, { last }: Reversals): void => {
  if (last === undefined) return
  sql.prepare<[string]>('UPDATE facts SET late = 1 WHERE declared < ?').run(dayOf(last, zone))
}

const factsIn = (sql: Database.Database): number =>
  sql.prepare<[], number>('SELECT count(*) FROM facts').pluck().get() ?? 0

interface Found {
  readonly work: Work
  readonly batch: () => string | undefined
}

const workOf = (
  job: TableJob,
  now: Instant,
  reversals: Reversals,
  tally: Tally,
  faults: FaultBook,
): Found => {
  const { mapping, sql, options, onProgress } = job
  let batch: string | undefined
  const { signal, late = 'refuse' } = options
  const learnedAt = learnedAtIn(mapping.zone, now)
  const reject = rejecter(sql)
  const work: Work = {
    zone: mapping.zone,
    check: async (log, database) => {
      const before = reversalsOf(database, mapping.source)
      if (before.count !== reversals.count) throw overtaken(job.database)
      sql.exec('BEGIN')
      const registered = registryReader(database)
      if (registered !== undefined) setAside(sql, registered, reject, faults, tally)
      learnAfter(sql, mapping.zone, reversals)
      await rehearse({ sql, log, late, learnedAt, reject, faults })
      sql.exec('COMMIT')
    },
    apply: async (inside, database) => {
      const facts = factsIn(sql)
      if (facts === 0) return
      batch = openBatch(database, mapping.source, facts, now)
      await applyFacts({
        sql,
        inside,
        source: mapping.source,
        batch,
        learnedAt,
        onCommands: (done, total) => onProgress({ phase: 'applying', done, total }),
        ...(signal && { signal }),
      })
      register(database, sql, mapping.source, batch)
    },
  }
  return { work, batch: () => batch }
}

const countMade = ({ sql }: TableJob, tally: Tally): void => {
  const rows = sql
    .prepare<[], { kind: FactKind; made: number; facts: number }>(
      `SELECT kind, sum(made) AS made, count(*) AS facts FROM
         (SELECT f.kind, max(1 - c.silent) AS made FROM facts f JOIN commands c ON c.fact = f.fact
          GROUP BY f.fact)
       GROUP BY kind`,
    )
    .all()
  for (const { kind, made, facts } of rows) {
    countOf(tally, kind).made += made
    countOf(tally, kind).alreadyThere += facts - made
  }
}

/** Reads what stands in the database beside the log, where there is a database. */
const beside = <A>(
  { engine, database, store }: TableJob,
  read: (sql: Database.Database | undefined) => Promise<A>,
): Promise<A> => (store === undefined ? read(undefined) : readBeside(engine, database, read))

/** Imports files of rows by a mapping. */
export const importTable = async (job: TableJob): Promise<ImportResult> => {
  const now = job.clock()
  const tally = newTally()
  const faults = faultBook(job.sql, job.files)
  const reversals = await beside(job, async (database) => {
    await readFiles(job, now, generationsIn(database), tally, faults)
    return reversalsOf(database, job.mapping.source)
  })
  const { work, batch } = workOf(job, now, reversals, tally, faults)
  const { outcome, notices } = await carryOut(job, work, faults)
  const brought = batch()
  if (outcome !== 'refused') countMade(job, tally)
  return {
    outcome,
    files: job.files.length,
    ...(brought !== undefined && { batch: brought }),
    rows: {
      read: tally.rows,
      ignored: [...tally.ignored].map(([rule, rows]) => ({ rule, rows })),
      rejected: faults.rows(),
    },
    facts: factKindNames.flatMap((kind) => {
      const counts = tally.facts.get(kind)
      return counts === undefined ? [] : [{ kind, ...counts }]
    }),
    ...reportFaults(job, faults),
    notices,
  }
}
