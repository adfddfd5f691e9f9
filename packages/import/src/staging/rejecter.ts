import type Database from 'better-sqlite3'

/** Takes all facts of a row off the shelf; answers the streams that they would have gone to. */
export type Rejecter = (file: number, line: number) => ReadonlyArray<string>

export const rejecter = (sql: Database.Database): Rejecter => {
  const streams = sql
    .prepare<[number, number], string>(
      `SELECT DISTINCT stream FROM facts JOIN commands USING (fact) WHERE file = ? AND line = ?`,
    )
    .pluck()
  const commands = sql.prepare<[number, number]>(
    'DELETE FROM commands WHERE fact IN (SELECT fact FROM facts WHERE file = ? AND line = ?)',
  )
  const facts = sql.prepare<[number, number]>('DELETE FROM facts WHERE file = ? AND line = ?')
  let indexed = false
  return (file, line) => {
    // Most imports reject no row, and an index over all facts takes its time.
    if (!indexed) sql.exec('CREATE INDEX factsByRow ON facts (file, line)')
    indexed = true
    const touched = streams.all(file, line)
    commands.run(file, line)
    facts.run(file, line)
    return touched
  }
}
