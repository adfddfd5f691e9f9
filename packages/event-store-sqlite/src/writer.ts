import type { Instant } from '@tenure/core/shared'
import {
  DuplicateEventId,
  judge,
  judgeDeletion,
  noStreamYet,
  positionOfNumber,
  repeatFrom,
  toldRevision,
  type Appended,
  type Deletion,
  type Expected,
  type NewEvent,
  type StoreError,
  type StreamEnd,
} from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { makeNames, type Names } from './names.ts'
import { makeTail, type Tail } from './tail.ts'
import { bytesOfUuid } from './uuid-bytes.ts'

/** Appends checked batches, and deletes, within a transaction that the caller began and will end. */
export interface Writer {
  readonly append: (
    name: string,
    expected: Expected,
    batch: ReadonlyArray<NewEvent>,
  ) => E.Either<StoreError, Appended>
  /** Alone in its transaction. */
  readonly remove: (
    name: string,
    expected: Expected,
    deletion: Deletion,
  ) => E.Either<StoreError, void>
  /** At the beginning of a transaction: others may have written since the last one. */
  readonly begun: () => void
  /** After a rollback: forget what was not committed. */
  readonly forget: () => void
}

const statementsOf = (database: Database) => ({
  revisionOfId: database
    .prepare<[number, Buffer], number>('SELECT revision FROM events WHERE stream = ? AND id = ?')
    .pluck(),
  at: database.prepare<[number, number], { readonly id: Buffer; readonly position: number }>(
    'SELECT id, position FROM events WHERE stream = ? AND revision = ?',
  ),
  remove: database.prepare(
    'INSERT OR REPLACE INTO deletions (stream, before, tombstone) VALUES (?, ?, ?)',
  ),
  insert: database.prepare(
    'INSERT INTO events (position, stream, revision, type, schemaVersion, recordedAt, declaredAt, id, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
})

interface Tools {
  readonly statements: ReturnType<typeof statementsOf>
  readonly names: Names
  readonly tail: Tail
  readonly clock: () => Instant
}

/** The answer to a batch that stands in the stream already from a revision on, in order and whole. */
const standing = (
  { statements }: Tools,
  stream: number,
  ids: ReadonlyArray<Buffer>,
  from: number,
): Appended | undefined => {
  let last = 0
  for (const [index, id] of ids.entries()) {
    const there = statements.at.get(stream, from + index)
    if (there === undefined || !there.id.equals(id)) return undefined
    last = there.position
  }
  const revision = BigInt(from + ids.length - 1)
  return { revision, position: positionOfNumber(last), repeated: true }
}

const write = (
  { statements, names, tail, clock }: Tools,
  stream: number,
  end: StreamEnd,
  batch: ReadonlyArray<NewEvent>,
  ids: ReadonlyArray<Buffer>,
): Appended => {
  const recordedAt = clock()
  // The one writer's transaction hands out positions, so that they have no gaps and no late comers.
  let position = tail.head()
  let revision = end.last
  for (const [index, { type, data, metadata }] of batch.entries()) {
    position += 1
    revision += 1
    const { schemaVersion, declaredAt = null, ...rest } = metadata
    const texts = [JSON.stringify(data), JSON.stringify(rest)]
    const typed = [names.addType(type), schemaVersion, recordedAt, declaredAt]
    statements.insert.run(position, stream, revision, ...typed, ids[index], ...texts)
  }
  tail.moved(stream, { ...end, last: revision }, position)
  return { revision: BigInt(revision), position: positionOfNumber(position), repeated: false }
}

const appendWith = (
  tools: Tools,
  name: string,
  expected: Expected,
  batch: ReadonlyArray<NewEvent>,
): E.Either<StoreError, Appended> => {
  const { statements, names, tail } = tools
  const stream = names.streamOf(name)
  const end = stream === undefined ? noStreamYet : tail.endOf(stream)
  const verdict = judge(expected, end, batch.length)
  const deleted = E.left({ type: 'StreamDeleted' as const, stream: name })
  if (verdict.type === 'deleted') return deleted
  const ids = batch.map(({ id }) => bytesOfUuid(id))
  const [first] = ids
  if (first === undefined) return E.right({ revision: toldRevision(end), repeated: false })
  const standsAt = (id: Buffer): number | undefined =>
    stream === undefined ? undefined : statements.revisionOfId.get(stream, id)
  const isOpen = expected === 'any' || expected === 'exists'
  const firstAt = isOpen || end.before > 0 ? standsAt(first) : undefined
  const from = repeatFrom(verdict, expected, firstAt)
  const mayStand = from !== undefined && from >= end.before && stream !== undefined
  const same = mayStand ? standing(tools, stream, ids, from) : undefined
  if (same !== undefined) return E.right(same)
  // It was written, and then the stream was deleted: neither a success nor anybody's conflict.
  if (firstAt !== undefined && firstAt < end.before) return deleted
  if (verdict.type !== 'fresh')
    return E.left({ type: 'RevisionConflict', stream: name, expected, actual: toldRevision(end) })
  const twice = ids.findIndex((id) => standsAt(id) !== undefined)
  if (twice !== -1) throw new DuplicateEventId(name, batch[twice]?.id ?? '')
  return E.right(write(tools, stream ?? names.addStream(name), end, batch, ids))
}

const removeWith = (
  { statements, names, tail }: Tools,
  name: string,
  expected: Expected,
  deletion: Deletion,
): E.Either<StoreError, void> => {
  const stream = names.streamOf(name)
  const end = stream === undefined ? noStreamYet : tail.endOf(stream)
  const verdict = judgeDeletion(name, expected, end, deletion)
  if (E.isLeft(verdict)) return verdict
  if (verdict.right === 'delete') {
    const number = stream ?? names.addStream(name)
    statements.remove.run(number, end.last + 1, deletion === 'tombstone' ? 1 : 0)
  }
  return E.right(undefined)
}

export const makeWriter = (database: Database, clock: () => Instant): Writer => {
  const names = makeNames(database)
  const tail = makeTail(database)
  const tools: Tools = { statements: statementsOf(database), names, tail, clock }
  return {
    append: (name, expected, batch) => appendWith(tools, name, expected, batch),
    remove: (name, expected, deletion) => removeWith(tools, name, expected, deletion),
    begun: tail.forget,
    forget: () => {
      tail.forget()
      names.forget()
    },
  }
}
