import { createHash } from 'node:crypto'
import { Instant } from '@tenure/core/shared'
import type { Database } from 'better-sqlite3'

/** Something that no program of this house writes: the file was damaged, or changed by another hand. */
export interface Damage {
  /** What it is about: `the file`, `position 17`, `the stream "invoice-7"`. */
  readonly place: string
  readonly reason: string
}

/** A row as it lies in the file: nothing of it is taken on trust. */
type RawRow = readonly [
  position: number,
  stream: number,
  revision: number,
  streamName: string | null,
  typeName: string | null,
  schemaVersion: number,
  recordedAt: number,
  declaredAt: number | null,
  id: Buffer,
  data: string,
  metadata: string,
]

/** Reads a page of the log as it lies in the file, after a position. */
export const rawRows = (
  database: Database,
): ((after: number, limit: number) => ReadonlyArray<RawRow>) => {
  const select = database
    .prepare<[number, number], RawRow>(
      `SELECT e.position, e.stream, e.revision, s.name, t.name, e.schemaVersion, e.recordedAt, e.declaredAt,
         e.id, e.data, e.metadata
       FROM events e LEFT JOIN streams s ON s.stream = e.stream LEFT JOIN types t ON t.type = e.type
       WHERE e.position > ? ORDER BY e.position LIMIT ?`,
    )
    .raw()
  return (after, limit) => select.all(after, limit)
}

const jsonFault = (what: string, text: string): ReadonlyArray<string> => {
  try {
    JSON.parse(text)
    return []
  } catch {
    return [`its ${what} is no JSON`]
  }
}

const faultsWithin = (row: RawRow): ReadonlyArray<string> => {
  const [, stream, , streamName, typeName, , recordedAt, declaredAt, id, data, metadata] = row
  return [
    ...(streamName === null ? [`its stream ${stream} has no name`] : []),
    ...(typeName === null ? ['its type has no name'] : []),
    ...(Instant.is(recordedAt) ? [] : ['it was recorded at no instant']),
    ...(declaredAt === null || Instant.is(declaredAt) ? [] : ['it was learned at no instant']),
    ...(id.length === 16 ? [] : ['its id is no UUID']),
    ...jsonFault('body', data),
    ...jsonFault('metadata', metadata),
  ]
}

/** Goes through the log in order: numbers without gaps, readable rows, and a digest of everything said. */
export interface EventsCheck {
  readonly row: (row: RawRow) => ReadonlyArray<Damage>
  /** SHA-256 of all events in the order of the log: equal for a file and its copy, in whatever format. */
  readonly digest: () => string
  readonly count: () => number
  /** The revisions that each stream came to, by its number. */
  readonly lasts: ReadonlyMap<number, number>
}

export const checkEvents = (): EventsCheck => {
  const hash = createHash('sha256')
  const lasts = new Map<number, number>()
  let count = 0
  let before = 0
  const row = (raw: RawRow): ReadonlyArray<Damage> => {
    const [position, stream, revision, name, type, version, recordedAt, declaredAt, id, ...texts] =
      raw
    const place = `position ${position}`
    const expected = (lasts.get(stream) ?? -1) + 1
    const gaps = [
      ...(position === before + 1 ? [] : [`the position before it is ${before}`]),
      ...(revision === expected
        ? []
        : [`it is revision ${revision} of its stream, where ${expected} was to come`]),
    ]
    const said = [position, name, revision, type, version, recordedAt, declaredAt]
    hash.update(`${JSON.stringify([...said, id.toString('hex'), ...texts])}\n`)
    count += 1
    before = position
    lasts.set(stream, revision)
    return [...gaps, ...faultsWithin(raw)].map((reason) => ({ place, reason }))
  }
  return { row, digest: () => hash.copy().digest('hex'), count: () => count, lasts }
}
