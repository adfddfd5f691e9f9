import type { ReadOptions, Recorded, StreamRead } from '@tenure/event-store'
import { StoreFailure } from '@tenure/event-store'
import { pulled, resuming, type Reading } from './pulled.ts'
import { recordedOf } from './recorded.ts'
import { lastOf, revisionOf } from './stream-state.ts'

/** No revision is larger. */
export const LAST_REVISION = 2n ** 63n - 1n

/** Whether a stream of this name can hold anything that this store gives. */
export const canBeRead = (name: string): boolean =>
  // Bytes cannot tell half a character from the sign that stands for it.
  name !== '' && !name.startsWith('$') && name.isWellFormed()

interface Bounds {
  readonly first: bigint | 'end'
  readonly last: bigint
  readonly isEmpty: boolean
}

const boundsOf = ({ from, to, backwards = false, limit = Infinity }: ReadOptions): Bounds => {
  if (backwards) {
    const first = from === undefined || from > LAST_REVISION ? 'end' : from
    const last = to === undefined || to < 0n ? 0n : to
    const isEmpty = limit <= 0 || (first !== 'end' && first < last) || last > LAST_REVISION
    return { first, last, isEmpty }
  }
  const first = from === undefined || from < 0n ? 0n : from
  const last = to ?? LAST_REVISION
  return { first, last, isEmpty: limit <= 0 || first > last || first > LAST_REVISION }
}

async function* streamEvents(
  reading: Reading,
  name: string,
  options: ReadOptions,
): AsyncGenerator<Recorded> {
  const { backwards = false, limit = Infinity, signal } = options
  if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
  const { first, last, isEmpty } = boundsOf(options)
  if (!canBeRead(name)) return
  if (isEmpty) {
    // Also who asks for nothing is told that the stream was deleted for good.
    await lastOf({ ...reading, signal }, name)
    return
  }
  const step = backwards ? -1n : 1n
  let [next, left] = [first, limit]
  const isOver = (revision: bigint): boolean => (backwards ? revision < last : revision > last)
  const attempt = () =>
    pulled(
      reading.connection.client().readStream(name, {
        fromRevision: next,
        direction: backwards ? 'backwards' : 'forwards',
        ...(Number.isFinite(left) && { maxCount: left }),
      }),
      reading,
    )
  for await (const { event } of resuming({ ...reading, stream: name }, attempt)) {
    if (event === undefined) continue
    if (isOver(event.revision)) return
    // Where the connection is lost, the read goes on from here.
    next = event.revision + step
    left -= 1
    yield recordedOf(event)
    if (left <= 0 || next < 0n || isOver(next)) return
  }
}

export const readOf = (reading: Reading, name: string, options: ReadOptions): StreamRead => {
  const asking: Reading = { ...reading, signal: options.signal }
  const revision = () =>
    canBeRead(name) ? revisionOf(reading, name) : Promise.resolve('noStream' as const)
  return {
    [Symbol.asyncIterator]: () => streamEvents(asking, name, options),
    exists: async () => (await revision()) !== 'noStream',
    revision,
  }
}
