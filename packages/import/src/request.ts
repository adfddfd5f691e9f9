import type { Instant } from '@tenure/core/shared'

/** What to import, into what. */
export interface ImportRequest {
  /** The database file; made where there is none. */
  readonly database: string
  /** The mapping's file. Without one, the files hold events of our own as NDJSON. */
  readonly mapping?: string
  /** All files of one history, CSV or NDJSON, plain or compressed by gzip. */
  readonly files: ReadonlyArray<string>
  readonly options?: ImportOptions
}

export interface ImportOptions {
  /** Imports the rows without a fault although others have one. */
  readonly allowRejects?: boolean
  /** Stops after staging: nothing is written but the rejects file. */
  readonly dryRun?: boolean
  /** What becomes of a fact declared for a day before its stream's last event. Default: `refuse`. */
  readonly late?: 'refuse' | 'now'
  /** Where faults are listed; NDJSON if it ends in `.ndjson`. Default: `<database>.rejects.csv`. */
  readonly rejectsFile?: string
  /** For events without a mapping: the zone of a database that has none yet. */
  readonly zone?: string
  /** Today, and the store's clock. Default: the computer's. */
  readonly clock?: () => Instant
  readonly signal?: AbortSignal
}

/** `staging`: rows read so far, and bytes on disk. `applying`: facts of all that will be applied. */
export interface ImportProgress {
  readonly phase: 'staging' | 'applying'
  readonly done: number
  readonly total?: number
  readonly bytes?: { readonly done: number; readonly total: number }
}
