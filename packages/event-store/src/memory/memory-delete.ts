import * as E from 'fp-ts/lib/Either.js'
import { checkName } from '../batch.ts'
import { judgeDeletion } from '../expectation.ts'
import type { Deletion, Expected, StoreError } from '../port.ts'
import { endOf, newStream, type MemoryLog } from './memory-log.ts'

export const remove = (
  log: MemoryLog,
  name: string,
  expected: Expected,
  deletion: Deletion,
): E.Either<StoreError, void> => {
  checkName('the name of a stream', name)
  const stream = log.streams.get(name) ?? newStream()
  const verdict = judgeDeletion(name, expected, endOf(stream), deletion)
  if (E.isLeft(verdict)) return verdict
  if (verdict.right === 'delete') {
    stream.before = stream.events.length
    stream.isTombstoned = deletion === 'tombstone'
    log.streams.set(name, stream)
  }
  return E.right(undefined)
}
