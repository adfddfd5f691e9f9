import * as E from 'fp-ts/lib/Either.js'
import { checkName } from '../batch.ts'
import { judgeDeletion, toldRevision } from '../expectation.ts'
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
  const end = endOf(stream)
  const verdict = judgeDeletion(expected, end, deletion)
  if (verdict === 'deleted') return E.left({ type: 'StreamDeleted', stream: name })
  if (verdict === 'conflict')
    return E.left({ type: 'RevisionConflict', stream: name, expected, actual: toldRevision(end) })
  if (verdict === 'delete') {
    stream.before = stream.events.length
    stream.isTombstoned = deletion === 'tombstone'
    log.streams.set(name, stream)
  }
  return E.right(undefined)
}
