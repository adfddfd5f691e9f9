import type { Database } from 'better-sqlite3'

export const readZone = (database: Database): string | undefined =>
  database.prepare<[], string>("SELECT value FROM about WHERE word = 'zone'").pluck().get()

/** Within a running transaction it is part of it. */
export const writeZone = (database: Database, zone: string): void => {
  database
    .prepare(
      "INSERT INTO about (word, value) VALUES ('zone', ?) ON CONFLICT (word) DO UPDATE SET value = excluded.value",
    )
    .run(zone)
}
