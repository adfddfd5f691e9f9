import type { StoreError } from '@tenure/event-store'

export { closedError } from '@tenure/event-store'

/** SQLite's own name of what went wrong, such as SQLITE_BUSY; undefined where it is no error of SQLite. */
export const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error &&
  'code' in thrown &&
  typeof thrown.code === 'string' &&
  thrown.code.startsWith('SQLITE_')
    ? thrown.code
    : undefined

/** Another connection holds what this one needs; asking again later may succeed. */
export const isBusy = (thrown: unknown): boolean => {
  const code = codeOf(thrown)
  return code !== undefined && /^SQLITE_(BUSY|LOCKED)/.test(code)
}

const isDenied = (code: string): boolean => /^SQLITE_(READONLY|PERM|AUTH)/.test(code)

const reasonOf = (code: string, message: string): string => {
  if (code.startsWith('SQLITE_FULL')) return 'The disk is full.'
  if (code.startsWith('SQLITE_BUSY'))
    return 'Another process has kept the file to itself for too long.'
  return `SQLite says ${code}: ${message}.`
}

/**
 * A failure of SQLite as the port words it. `committing`: it came from COMMIT itself, and what was to be
 * written may come to light when the file is recovered. What is no failure of SQLite is thrown on.
 */
export const storeErrorOf = (thrown: unknown, committing: boolean): StoreError => {
  const code = codeOf(thrown)
  // A constraint of our own tables that does not hold is a bug of this package.
  const bug = code === undefined || code.startsWith('SQLITE_CONSTRAINT')
  if (bug || !(thrown instanceof Error)) throw thrown
  const reason = reasonOf(code, thrown.message)
  if (isDenied(code)) return { type: 'AccessDenied', reason }
  return { type: 'StoreUnavailable', outcome: committing ? 'unknown' : 'notDone', reason }
}
