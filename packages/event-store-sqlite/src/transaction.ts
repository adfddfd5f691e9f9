import type { Database } from 'better-sqlite3'
import { whenFree } from './patience.ts'

/** The COMMIT itself failed: what was to be written may stand there or not. */
export class CommitFailed extends Error {
  override readonly name = 'CommitFailed'
}

/** Begins the one writing transaction of the file, waiting for other processes to end theirs. */
export const begin = (database: Database): Promise<void> =>
  whenFree(() => {
    database.exec('BEGIN IMMEDIATE')
  })

export const rollBack = (database: Database): void => {
  // Some failures have rolled back already.
  if (database.inTransaction) database.exec('ROLLBACK')
}

export const commit = (database: Database): void => {
  try {
    database.exec('COMMIT')
  } catch (thrown) {
    throw new CommitFailed('COMMIT failed', { cause: thrown })
  }
}
