import * as E from 'fp-ts/lib/Either.js'
import type { SqliteOpenError } from './open-error.ts'

const NEEDED = [22, 13] as const

/** Checked before the engine is loaded: on an older Node it ends the process without a word. */
export const checkNode = (version: string): E.Either<SqliteOpenError, void> => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return E.right(undefined)
  return E.left({
    type: 'NodeTooOld',
    reason: `The SQLite store needs Node ${NEEDED.join('.')} or newer, and this is Node ${version}.`,
  })
}
