import {
  endOf,
  knownKey,
  write,
  writeCut,
  type NewRecord,
  type ServerLog,
  type Stored,
} from './log.ts'

export type Expectation = 'any' | 'noStream' | 'exists' | bigint

export type Verdict =
  | { readonly type: 'written'; readonly revision: bigint; readonly place: bigint }
  /** The events stand there already; without a place where they cannot be read any more. */
  | { readonly type: 'known'; readonly revision: bigint; readonly place: bigint | undefined }
  | { readonly type: 'wrong'; readonly actual: bigint }
  | { readonly type: 'deleted' }

const known = (log: ServerLog, last: Stored): Verdict => {
  const { before } = endOf(log, last.stream)
  const place = last.revision < before ? undefined : last.place
  return { type: 'known', revision: last.revision, place }
}

/** By the memory of ids: order and bodies are not looked at. */
const byMemory = (
  log: ServerLog,
  stream: string,
  records: ReadonlyArray<NewRecord>,
): Verdict | 'fresh' => {
  const stored = records.map(({ id }) => log.known.get(knownKey(stream, id)))
  if (stored[0] === undefined) return 'fresh'
  const last = stored.at(-1)
  return stored.includes(undefined) || last === undefined
    ? { type: 'wrong', actual: endOf(log, stream).last }
    : known(log, last)
}

/** By the events that follow the expected revision. */
const byRevision = (
  log: ServerLog,
  stream: string,
  expected: bigint,
  records: ReadonlyArray<NewRecord>,
): Verdict | 'fresh' => {
  const { last, isSoftDeleted } = endOf(log, stream)
  if (expected === last) return 'fresh'
  if (expected > last) return { type: 'wrong', actual: last }
  const from = Number(expected) + 1
  const stored = (log.streams.get(stream) ?? []).slice(from, from + records.length)
  const isSame =
    stored.length === records.length && records.every(({ id }, at) => stored[at]?.id === id)
  const newest = stored.at(-1)
  if (isSame && newest !== undefined) return known(log, newest)
  const isNew = !log.known.has(knownKey(stream, records[0]?.id ?? ''))
  return expected === -1n && isSoftDeleted && isNew ? 'fresh' : { type: 'wrong', actual: last }
}

/** What an append means to the server, in the order in which it asks. */
export const commit = (
  log: ServerLog,
  stream: string,
  expected: Expectation,
  records: ReadonlyArray<NewRecord>,
): Verdict => {
  const { last, isTombstoned, isSoftDeleted, hasMetadata } = endOf(log, stream)
  if (isTombstoned) return { type: 'deleted' }
  if (expected === 'exists' && isSoftDeleted) return { type: 'deleted' }
  if (expected === 'exists' && last < 0n && !hasMetadata) return { type: 'wrong', actual: last }
  const isOpen = expected === 'any' || expected === 'exists'
  const verdict = isOpen
    ? byMemory(log, stream, records)
    : byRevision(log, stream, expected === 'noStream' ? -1n : expected, records)
  if (verdict !== 'fresh') return verdict
  if (isSoftDeleted) writeCut(log, stream, last + 1n)
  const stored = write(log, stream, records).at(-1)
  if (stored === undefined) return { type: 'known', revision: last, place: log.place }
  return { type: 'written', revision: stored.revision, place: stored.place }
}
