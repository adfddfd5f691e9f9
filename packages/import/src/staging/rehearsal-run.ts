import type { CivilDate, Instant } from '@tenure/core/shared'
import type { Log } from '@tenure/event-store'
import type Database from 'better-sqlite3'
import type { FaultBook } from './fault-book.ts'
import type { Rejecter } from './rejecter.ts'

/** What a rehearsal works on. */
export interface RehearsalRun {
  readonly sql: Database.Database
  /** The log to be added to; undefined where it is known to be empty. */
  readonly log: Log | undefined
  readonly late: 'refuse' | 'now'
  /** When a fact of that declared day was learned. */
  readonly learnedAt: (declaredOn: CivilDate) => Instant
  readonly reject: Rejecter
  readonly faults: FaultBook
}
