import type { Instant } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import { checkBatch, DuplicateEventId } from '../batch.ts'
import { makeBell } from '../bell.ts'
import { judge, repeatFrom, toldRevision } from '../expectation.ts'
import { follow } from '../follow.ts'
import {
  closedError,
  type Appended,
  type Deletable,
  type Expected,
  type Log,
  type NewEvent,
  type Recorded,
  type StoreError,
  type Subscribable,
} from '../port.ts'
import { positionOfNumber } from '../position.ts'
import { remove } from './memory-delete.ts'
import { endOf, newStream, type MemoryLog, type MemoryStream } from './memory-log.ts'
import { readAllOf, readOf } from './memory-read.ts'

/** The batch as it stands in the stream already: contiguous, in order, from its first event on. */
const standing = (
  stream: MemoryStream,
  batch: ReadonlyArray<NewEvent>,
  from: number,
): Recorded | undefined => {
  const same = batch.every(({ id }, index) => stream.events[from + index]?.id === id)
  return same ? stream.events[from + batch.length - 1] : undefined
}

const repeated = ({ revision, position }: Recorded): Appended => ({
  revision,
  position,
  repeated: true,
})

const write = (
  log: MemoryLog,
  name: string,
  stream: MemoryStream,
  batch: ReadonlyArray<NewEvent>,
  recordedAt: Instant,
): Appended => {
  for (const event of batch) {
    const revision = stream.events.length
    const recorded: Recorded = Object.freeze({
      ...event,
      stream: name,
      revision: BigInt(revision),
      position: positionOfNumber(log.all.length + 1),
      recordedAt,
    })
    stream.events.push(recorded)
    stream.revisionOf.set(event.id, revision)
    log.all.push(recorded)
  }
  log.streams.set(name, stream)
  return {
    revision: BigInt(stream.events.length - 1),
    position: positionOfNumber(log.all.length),
    repeated: false,
  }
}

const append = (
  log: MemoryLog,
  clock: () => Instant,
  name: string,
  expected: Expected,
  events: ReadonlyArray<NewEvent>,
): E.Either<StoreError, Appended> => {
  const batch = checkBatch(name, events)
  const stream = log.streams.get(name) ?? newStream()
  const end = endOf(stream)
  const verdict = judge(expected, end, batch.length)
  const deleted = E.left({ type: 'StreamDeleted' as const, stream: name })
  if (verdict.type === 'deleted') return deleted
  const first = batch[0]
  if (first === undefined) return E.right({ revision: toldRevision(end), repeated: false })
  const firstAt = stream.revisionOf.get(first.id)
  const from = repeatFrom(verdict, expected, firstAt)
  const same = from === undefined ? undefined : standing(stream, batch, from)
  if (same !== undefined && same.revision >= end.before) return E.right(repeated(same))
  // It was written, and then the stream was deleted: neither a success nor anybody's conflict.
  if (firstAt !== undefined && firstAt < end.before) return deleted
  if (verdict.type !== 'fresh')
    return E.left({ type: 'RevisionConflict', stream: name, expected, actual: toldRevision(end) })
  const twice = batch.find(({ id }) => stream.revisionOf.has(id))
  if (twice !== undefined) throw new DuplicateEventId(name, twice.id)
  return E.right(write(log, name, stream, batch, clock()))
}

/** The log in memory: for tests, for a first program, and for playing a company before it is recorded. */
export const memoryStore = (
  options: { readonly clock?: () => Instant } = {},
): Log & Subscribable & Deletable => {
  // Date.now gives whole milliseconds within the range of an Instant.
  const clock = options.clock ?? (() => Date.now() as Instant)
  const log: MemoryLog = { all: [], streams: new Map() }
  const bell = makeBell()
  const store: Log = {
    append: (stream, expected, events) => async () => {
      const answer = append(log, clock, stream, expected, events)
      if (E.isRight(answer) && !answer.right.repeated) bell.ring()
      return answer
    },
    read: (stream, bounds = {}) => readOf(log, stream, bounds),
    readAll: (bounds = {}) => readAllOf(log, bounds),
    head: () => async () => E.right(log.all.at(-1)?.position),
    close: async () => bell.close(closedError),
  }
  return {
    ...store,
    subscribe: (wanted) => follow(store, bell, wanted),
    delete: (stream, expected, deletion) => async () => remove(log, stream, expected, deletion),
  }
}
