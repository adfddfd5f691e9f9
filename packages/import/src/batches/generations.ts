import type { Database } from 'better-sqlite3'
import { v5 } from 'uuid'
import { hasTable } from './batches.ts'
import { everywhere, type Thing } from './things.ts'

/**
 * What a fact, and what a thing it names, is called now. What was taken back keeps its name in the log
 * for ever; when it is imported again it is of the next generation, and has a name of its own.
 */
export interface Generations {
  readonly fact: (identity: string) => string
  readonly thing: (thing: Thing, scope: string, id: string) => string
}

export const firstGeneration: Generations = {
  fact: (identity) => identity,
  thing: (_thing, _scope, id) => id,
}

const anythingTakenBack = (database: Database): boolean =>
  hasTable(database, 'importTakenBack') &&
  database.prepare('SELECT 1 FROM importTakenBack LIMIT 1').get() !== undefined

export const generationsIn = (database: Database | undefined): Generations => {
  if (database === undefined || !anythingTakenBack(database)) return firstGeneration
  const factTakenBack = database.prepare<[string], unknown>(
    `SELECT 1 FROM importedFacts f JOIN importBatches b ON b.batch = f.batch
     WHERE f.identity = unhex(?, '-') AND b.reversedAt IS NOT NULL`,
  )
  const thingTakenBack = database.prepare<[string, string, string, string], unknown>(
    'SELECT 1 FROM importTakenBack WHERE thing = ? AND scope IN (?, ?) AND id = ?',
  )
  const isTakenBack = (thing: Thing, scope: string, id: string): boolean =>
    thingTakenBack.get(thing, scope, everywhere, id) !== undefined
  return {
    fact: (identity) => {
      let now = identity
      while (factTakenBack.get(now) !== undefined) now = v5('next generation', now)
      return now
    },
    thing: (thing, scope, id) => {
      let now = id
      for (let generation = 2; isTakenBack(thing, scope, now); generation += 1)
        now = `${id}#${generation}`
      return now
    },
  }
}
