import { isZone } from '@tenure/core/shared'
import { StoreFailure } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import { closedError, isBusy, storeErrorOf } from './failure.ts'

/** Each try waits as long as SQLite may let the process stand still. */
const TRIES = 100

const mustBeOpen = (database: Database): void => {
  if (!database.open) throw new StoreFailure(closedError)
}

export const readZone = (database: Database): string | undefined => {
  mustBeOpen(database)
  return database.prepare<[], string>("SELECT value FROM about WHERE word = 'zone'").pluck().get()
}

/** Within a running transaction it is part of it. A zone that this runtime does not know is a bug and throws. */
export const writeZone = (database: Database, zone: string): void => {
  mustBeOpen(database)
  if (!isZone(zone)) throw new RangeError(`not a time zone: ${zone}`)
  const statement = database.prepare(
    "INSERT INTO about (word, value) VALUES ('zone', ?) ON CONFLICT (word) DO UPDATE SET value = excluded.value",
  )
  for (let tries = 1; ; tries += 1) {
    try {
      statement.run(zone)
      return
    } catch (thrown) {
      if (!isBusy(thrown) || tries === TRIES)
        throw new StoreFailure(storeErrorOf(thrown, false), { cause: thrown })
    }
  }
}
