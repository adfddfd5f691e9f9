import type { Instant } from '@tenure/core/shared'
import { positionOfNumber, type Json, type Metadata, type Recorded } from '@tenure/event-store'
import { uuidOfHex } from './uuid-bytes.ts'

/** The columns of an event, in the order in which every reading statement selects them. */
export const COLUMNS =
  's.name, e.revision, e.position, t.name, e.schemaVersion, e.recordedAt, e.declaredAt, lower(hex(e.id)), e.data, e.metadata'
export const TABLES =
  'events e JOIN streams s ON s.stream = e.stream JOIN types t ON t.type = e.type'

export type Row = readonly [
  stream: string,
  revision: number,
  position: number,
  type: string,
  schemaVersion: number,
  recordedAt: number,
  declaredAt: number | null,
  id: string,
  data: string,
  metadata: string,
]

export const recordedOf = (row: Row): Recorded => {
  const [stream, revision, position, type, schemaVersion, recordedAt, declaredAt, id, data] = row
  // The two texts and the two instants were checked when they were written, by this store.
  const rest = JSON.parse(row[9]) as Omit<Metadata, 'schemaVersion' | 'declaredAt'>
  const known = declaredAt === null ? {} : { declaredAt: declaredAt as Instant }
  const metadata: Metadata = { schemaVersion, ...rest, ...known }
  return {
    id: uuidOfHex(id),
    type,
    data: JSON.parse(data) as Json,
    metadata,
    stream,
    revision: BigInt(revision),
    position: positionOfNumber(position),
    recordedAt: recordedAt as Instant,
  }
}
