import { dayOf, endOfDay, type CivilDate, type Instant } from '@tenure/core/shared'
import { applyFacts } from './apply/apply.ts'
import { register, registryReader } from './apply/registry.ts'
import { carryOut, reportFaults, type Job, type Work } from './job.ts'
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
const readFiles = async (job: TableJob, now: Instant, tally: Tally, faults: FaultBook) => {
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
    shelf: factShelf(sql, files),
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

const workOf = (job: TableJob, now: Instant, tally: Tally, faults: FaultBook): Work => {
  const { mapping, sql, options, onProgress } = job
  const { signal, late = 'refuse' } = options
  const learnedAt = learnedAtIn(mapping.zone, now)
  const reject = rejecter(sql)
  return {
    zone: mapping.zone,
    check: async (log, database) => {
      sql.exec('BEGIN')
      const registered = registryReader(database)
      if (registered !== undefined) setAside(sql, registered, reject, faults, tally)
      await rehearse({ sql, log, late, learnedAt, reject, faults })
      sql.exec('COMMIT')
    },
    apply: async (inside, database) => {
      await applyFacts({
        sql,
        inside,
        source: mapping.source,
        learnedAt,
        onCommands: (done, total) => onProgress({ phase: 'applying', done, total }),
        ...(signal && { signal }),
      })
      register(database, sql, mapping.source)
    },
  }
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

/** Imports files of rows by a mapping. */
export const importTable = async (job: TableJob): Promise<ImportResult> => {
  const now = job.clock()
  const tally = newTally()
  const faults = faultBook(job.sql, job.files)
  await readFiles(job, now, tally, faults)
  const { outcome, notices } = await carryOut(job, workOf(job, now, tally, faults), faults)
  if (outcome !== 'refused') countMade(job, tally)
  return {
    outcome,
    files: job.files.length,
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
