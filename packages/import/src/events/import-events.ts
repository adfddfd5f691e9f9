import { carryOut, reportFaults, type Job, type Work } from '../job.ts'
import type { ImportResult } from '../result.ts'
import { faultBook } from '../staging/fault-book.ts'
import { newTally } from '../tally.ts'
import { appendEvents } from './append.ts'
import { compareStreams } from './compare.ts'
import { stageEvents } from './stage-events.ts'

const count = (job: Job, present: 0 | 1): number =>
  job.sql
    .prepare<[number], number>('SELECT count(*) FROM events WHERE present = ?')
    .pluck()
    .get(present) ?? 0

/** Imports events of our own: ids kept, each stream only beyond what the log has of it. */
export const importEvents = async (job: Job): Promise<ImportResult> => {
  const { sql, files, options, totalBytes, onProgress } = job
  const { signal } = options
  const tally = newTally()
  const faults = faultBook(sql, files)
  let bytes = 0
  const report = (): void =>
    onProgress({ phase: 'staging', done: tally.rows, bytes: { done: bytes, total: totalBytes } })
  const onBytes = (more: number): void => {
    bytes += more
  }
  sql.exec('BEGIN')
  const now = job.clock()
  await stageEvents({
    sql,
    files,
    now,
    faults,
    tally,
    onBytes,
    onRows: report,
    ...(signal && { signal }),
  })
  sql.exec('COMMIT')
  const work: Work = {
    zone: options.zone,
    check: async (log) => {
      sql.exec('BEGIN')
      await compareStreams(sql, log, faults)
      sql.exec('COMMIT')
    },
    apply: (inside) =>
      appendEvents(
        sql,
        inside,
        (done, total) => onProgress({ phase: 'applying', done, total }),
        signal,
      ),
  }
  const { outcome, notices } = await carryOut(job, work, faults)
  const made = outcome === 'refused' ? 0 : count(job, 0)
  return {
    outcome,
    files: files.length,
    rows: { read: tally.rows, ignored: [], rejected: faults.rows() },
    facts: [{ kind: 'event', made, alreadyThere: count(job, 1), notYet: 0 }],
    ...reportFaults(job, faults),
    notices,
  }
}
