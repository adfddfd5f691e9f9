import { isZone, type Instant } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ImportStopped, type ImportError } from './errors.ts'
import { importEvents } from './events/import-events.ts'
import { importTable } from './import-table.ts'
import { loadMapping } from './mapping/load.ts'
import { sizeOf } from './read/open.ts'
import type { ImportProgress, ImportRequest } from './request.ts'
import type { ImportResult } from './result.ts'
import { openStagingFile, removeStaleStaging } from './staging/staging-file.ts'
import { loadEngine, openExisting } from './target.ts'

const now = (): Instant => Date.now() as Instant

/**
 * Imports the history in files into a database: all of it, or nothing.
 *
 * Shape: the files are read once into a staging file beside the database, where every fault is found and
 * what the log already has is set aside; what remains is written in one transaction, in the order in
 * which it was learned. The same import again adds nothing; after a kill, the same command gives what
 * one clean run would have given.
 * Rejects: `ImportError` where a file, the mapping or the database cannot be used; nothing was changed.
 * Rows with faults are no error of this kind: they stand in the result and in the rejects file.
 */
export const importFiles =
  (
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void = () => {},
  ): TaskEither<ImportError, ImportResult> =>
  async () => {
    try {
      return E.right(await run(request, onProgress))
    } catch (thrown) {
      if (thrown instanceof ImportStopped) return E.left(thrown.error)
      throw thrown
    }
  }

const run = async (
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> => {
  const { database, files, options = {} } = request
  const { clock = now, dryRun = false, zone } = options
  const engine = await loadEngine(database)
  if (files.length === 0) throw new ImportStopped({ type: 'NoFiles' })
  if (zone !== undefined && !isZone(zone)) throw new ImportStopped({ type: 'UnknownZone', zone })
  const loaded = request.mapping === undefined ? undefined : await loadMapping(request.mapping)
  if (loaded !== undefined && E.isLeft(loaded)) throw new ImportStopped(loaded.left)
  let totalBytes = 0
  for (const file of files) totalBytes += await sizeOf(file)
  const store = await openExisting(database, clock, dryRun)
  try {
    removeStaleStaging(database)
    const staging = openStagingFile(engine, database)
    try {
      const job = {
        engine,
        database,
        files,
        options,
        clock,
        store,
        sql: staging.sql,
        totalBytes,
        onProgress,
      }
      return loaded === undefined
        ? await importEvents(job)
        : await importTable({ ...job, mapping: loaded.right })
    } finally {
      staging.discard()
    }
  } finally {
    await store?.close()
  }
}
