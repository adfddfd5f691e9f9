import { makeBell, type Bell } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import { isBusy, storeErrorOf } from './failure.ts'

/** How often the file is asked whether another process has written: a question of microseconds. */
const LOOK_EVERY_MS = 25

/**
 * Tells when anybody has committed to the file, this process or another, by SQLite's count of the commits
 * of other connections. Nobody looks while nobody waits.
 */
export const watchFile = (reading: Database): Bell => {
  const version = reading.prepare<[], number>('PRAGMA data_version').pluck()
  let known = version.get()
  const look = (): void => {
    if (!reading.open) return
    try {
      const now = version.get()
      if (now === known) return
      known = now
      bell.ring()
    } catch (thrown) {
      // Looked at again at the next turn; whoever waits for a file that fails is told.
      if (!isBusy(thrown)) bell.close(storeErrorOf(thrown, false))
    }
  }
  const bell = makeBell({
    look,
    waited: () => {
      const timer = setInterval(look, LOOK_EVERY_MS)
      return () => clearInterval(timer)
    },
  })
  return bell
}
