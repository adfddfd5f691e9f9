import type Database from 'better-sqlite3'
import type { Memory } from '../facts/memory.ts'

/** What rows leave for later ones, in the staging file: it costs no memory, however many keys there are. */
export const memoryIn = (sql: Database.Database): Memory => {
  const keep = sql.prepare<[string, string, string]>(
    `INSERT INTO remembered (name, key, text) VALUES (?, ?, ?)
     ON CONFLICT (name, key) DO UPDATE SET text = excluded.text`,
  )
  const recall = sql
    .prepare<[string, string], string>('SELECT text FROM remembered WHERE name = ? AND key = ?')
    .pluck()
  return {
    keep: (name, key, text) => void keep.run(name, key, text),
    recall: (name, key) => recall.get(name, key) ?? '',
  }
}
