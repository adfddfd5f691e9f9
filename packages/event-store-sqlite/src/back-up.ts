import { existsSync, renameSync, rmSync } from 'node:fs'
import { StoreFailure, type StoreError } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { codeOf, storeErrorOf } from './failure.ts'

/** Pages copied between two breaths: 4 MB. */
const PAGES = 1000

export interface BackupOptions {
  readonly onPages?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

const failed = (reason: string): E.Either<StoreError, never> =>
  E.left({ type: 'StoreUnavailable', outcome: 'notDone', reason })

const systemError = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown && codeOf(thrown) === undefined
    ? thrown.message
    : undefined

/** Copies the file while it is read and written; the copy appears under its name when it is whole. */
export const backUp = async (
  database: Database,
  destination: string,
  { onPages = () => {}, signal }: BackupOptions,
): Promise<E.Either<StoreError, void>> => {
  if (existsSync(destination)) return failed(`There is a file ${destination} already.`)
  const part = `${destination}.part`
  try {
    rmSync(part, { force: true })
    await database.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
        onPages(totalPages - remainingPages, totalPages)
        return PAGES
      },
    })
    // Somebody may have put a file there meanwhile: it is theirs.
    if (existsSync(destination)) throw new Error(`There is a file ${destination} already.`)
    renameSync(part, destination)
    return E.right(undefined)
  } catch (thrown) {
    rmSync(part, { force: true })
    if (thrown instanceof StoreFailure) return E.left(thrown.error)
    const reason =
      systemError(thrown) ?? (codeOf(thrown) === undefined ? String(thrown) : undefined)
    return reason === undefined ? E.left(storeErrorOf(thrown, false)) : failed(reason)
  }
}
