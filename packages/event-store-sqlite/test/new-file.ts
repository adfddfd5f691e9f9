import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { onTestFinished } from 'vitest'
import { openSqliteStore, type SqliteOptions, type SqliteStore } from '../src/index.ts'

/** The name of a file that does not exist yet, in a folder of its own that goes when the test ends. */
export const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-sqlite-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'log.db')
}

/** The store in a file, closed when the test ends. */
export const opened = async (file: string, options?: SqliteOptions): Promise<SqliteStore> => {
  const result = await openSqliteStore(file, options)()
  if (E.isLeft(result)) throw new Error(result.left.reason)
  onTestFinished(() => result.right.close())
  return result.right
}
