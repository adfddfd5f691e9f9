import type { Instant } from '@tenure/core/shared'
import {
  DuplicateEventId,
  judge,
  NO_EVENTS,
  positionOfNumber,
  repeatFrom,
  type Appended,
  type Expected,
  type NewEvent,
  type StoreError,
} from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { makeNames, REMEMBERED } from './names.ts'
import { bytesOfUuid } from './uuid-bytes.ts'

/** Appends checked batches within a transaction that the caller began and will end. */
export interface Writer {
  readonly append: (
    name: string,
    expected: Expected,
    batch: ReadonlyArray<NewEvent>,
  ) => E.Either<StoreError, Appended>
  /** At the beginning of a transaction: others may have written since the last one. */
  readonly begun: () => void
  /** After a rollback: forget what was not committed. */
  readonly forget: () => void
}

const revisionOf = (last: number): bigint | 'noStream' =>
  last === NO_EVENTS ? 'noStream' : BigInt(last)

const statementsOf = (database: Database) => ({
  last: database
    .prepare<[number], number>(
      'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    )
    .pluck(),
  head: database.prepare<[], number | null>('SELECT max(position) FROM events').pluck(),
  revisionOfId: database
    .prepare<[number, Buffer], number>('SELECT revision FROM events WHERE stream = ? AND id = ?')
    .pluck(),
  at: database.prepare<[number, number], { readonly id: Buffer; readonly position: number }>(
    'SELECT id, position FROM events WHERE stream = ? AND revision = ?',
  ),
  insert: database.prepare(
    'INSERT INTO events (position, stream, revision, type, schemaVersion, recordedAt, declaredAt, id, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
})

export const makeWriter = (database: Database, clock: () => Instant): Writer => {
  const names = makeNames(database)
  const statements = statementsOf(database)
  // Known for as long as the transaction keeps other writers out.
  const lasts = new Map<number, number>()
  let head: number | undefined
  const begun = (): void => {
    lasts.clear()
    head = undefined
  }
  const lastOf = (stream: number): number =>
    lasts.get(stream) ?? statements.last.get(stream) ?? NO_EVENTS

  /** Where the batch stands already, contiguous and in order, the position of its last event. */
  const standing = (
    stream: number,
    ids: ReadonlyArray<Buffer>,
    from: number,
  ): number | undefined => {
    let position: number | undefined
    for (const [index, id] of ids.entries()) {
      const there = statements.at.get(stream, from + index)
      if (there === undefined || !there.id.equals(id)) return undefined
      position = there.position
    }
    return position
  }

  const write = (
    stream: number,
    last: number,
    batch: ReadonlyArray<NewEvent>,
    ids: ReadonlyArray<Buffer>,
  ): Appended => {
    const recordedAt = clock()
    // The one writer's transaction hands out positions, so that they have no gaps and no late comers.
    let position = head ?? statements.head.get() ?? 0
    let revision = last
    for (const [index, { type, data, metadata }] of batch.entries()) {
      position += 1
      revision += 1
      const { schemaVersion, declaredAt = null, ...rest } = metadata
      statements.insert.run(
        position,
        stream,
        revision,
        names.addType(type),
        schemaVersion,
        recordedAt,
        declaredAt,
        ids[index],
        JSON.stringify(data),
        JSON.stringify(rest),
      )
    }
    head = position
    if (lasts.size >= REMEMBERED) lasts.clear()
    lasts.set(stream, revision)
    return { revision: BigInt(revision), position: positionOfNumber(position), repeated: false }
  }

  return {
    begun,
    forget: () => {
      begun()
      names.forget()
    },
    append: (name, expected, batch) => {
      const known = names.streamOf(name)
      const last = known === undefined ? NO_EVENTS : lastOf(known)
      if (batch.length === 0) return E.right({ revision: revisionOf(last), repeated: false })
      const ids = batch.map(({ id }) => bytesOfUuid(id))
      const firstAt = (id: Buffer | undefined): number | undefined =>
        known === undefined || id === undefined ? undefined : statements.revisionOfId.get(known, id)
      const verdict = judge(expected, last, batch.length)
      const open = expected === 'any' || expected === 'exists'
      const from = repeatFrom(verdict, expected, open ? firstAt(ids[0]) : undefined)
      if (from !== undefined && known !== undefined) {
        const position = standing(known, ids, from)
        if (position !== undefined)
          return E.right({
            revision: BigInt(from + batch.length - 1),
            position: positionOfNumber(position),
            repeated: true,
          })
      }
      if (verdict.type !== 'fresh')
        return E.left({
          type: 'RevisionConflict',
          stream: name,
          expected,
          actual: revisionOf(last),
        })
      const twice = batch.find((_, index) => firstAt(ids[index]) !== undefined)
      if (twice !== undefined) throw new DuplicateEventId(name, twice.id)
      return E.right(write(known ?? names.addStream(name), last, batch, ids))
    },
  }
}
