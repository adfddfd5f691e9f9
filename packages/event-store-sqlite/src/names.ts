import { categoryOf } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'

/** The numbers that stand for names in the tables. */
export interface Names {
  readonly streamOf: (name: string) => number | undefined
  /** Gives the name its number, within the running transaction. */
  readonly addStream: (name: string) => number
  readonly addType: (name: string) => number
  /** After a rollback: forget numbers that were never committed. */
  readonly forget: () => void
}

/**
 * So many names are remembered before all are forgotten. Few, since a name that lives through two young
 * collections becomes old garbage: with 100,000 an import of as many streams grew by 50 MB and was no faster.
 */
export const REMEMBERED = 1_000

const remember = (known: Map<string, number>, name: string, number: number): number => {
  if (known.size >= REMEMBERED) known.clear()
  known.set(name, number)
  return number
}

export const makeNames = (database: Database): Names => {
  const streams = new Map<string, number>()
  const types = new Map<string, number>()
  const numbered = (sql: string) => database.prepare<Array<string | number>, number>(sql).pluck()
  const findStream = numbered('SELECT stream FROM streams WHERE name = ?')
  const findType = numbered('SELECT type FROM types WHERE name = ?')
  const findCategory = numbered('SELECT category FROM categories WHERE name = ?')
  const insertStream = database.prepare('INSERT INTO streams (name, category) VALUES (?, ?)')
  const insertType = database.prepare('INSERT INTO types (name) VALUES (?)')
  const insertCategory = database.prepare('INSERT INTO categories (name) VALUES (?)')

  const streamOf = (name: string): number | undefined => {
    const known = streams.get(name)
    if (known !== undefined) return known
    const found = findStream.get(name)
    return found === undefined ? undefined : remember(streams, name, found)
  }
  const categoryNumber = (name: string): number =>
    findCategory.get(name) ?? Number(insertCategory.run(name).lastInsertRowid)
  return {
    streamOf,
    addStream: (name) => {
      const category = categoryNumber(categoryOf(name))
      return remember(streams, name, Number(insertStream.run(name, category).lastInsertRowid))
    },
    addType: (name) =>
      types.get(name) ??
      remember(types, name, findType.get(name) ?? Number(insertType.run(name).lastInsertRowid)),
    forget: () => {
      streams.clear()
      types.clear()
    },
  }
}
