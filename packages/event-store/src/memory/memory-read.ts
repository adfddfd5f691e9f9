import { toldRevision } from '../expectation.ts'
import { endOf, type MemoryLog } from './memory-log.ts'
import {
  StoreFailure,
  type ReadAllOptions,
  type ReadOptions,
  type Recorded,
  type StreamRead,
} from '../port.ts'
import { numberOfPosition } from '../position.ts'
import { categoryOf } from '../stream-name.ts'
import { windowOf } from '../window.ts'

const checkSignal = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
}

async function* eventsOf(
  log: MemoryLog,
  name: string,
  options: ReadOptions,
): AsyncGenerator<Recorded> {
  checkSignal(options.signal)
  const stream = log.streams.get(name)
  if (stream?.isTombstoned === true) throw new StoreFailure({ type: 'StreamDeleted', stream: name })
  const events = stream?.events ?? []
  const { first, count, step } = windowOf(options, endOf(stream))
  for (let index = 0; index < count; index += 1) {
    checkSignal(options.signal)
    const event = events[first + index * step]
    if (event !== undefined) yield event
  }
}

export const readOf = (log: MemoryLog, name: string, options: ReadOptions): StreamRead => ({
  [Symbol.asyncIterator]: () => eventsOf(log, name, options),
  exists: async () => toldRevision(endOf(log.streams.get(name))) !== 'noStream',
  revision: async () => toldRevision(endOf(log.streams.get(name))),
})

/** A consistent prefix: what is appended after the first pull is left to the next read. */
export async function* readAllOf(
  log: MemoryLog,
  options: ReadAllOptions,
): AsyncGenerator<Recorded> {
  const { after, upTo, limit = Infinity, signal } = options
  const types = options.types && new Set(options.types)
  const categories = options.categories && new Set(options.categories)
  checkSignal(signal)
  const head = log.all.length
  const end = upTo === undefined ? head : Math.min(head, numberOfPosition(upTo))
  let given = 0
  for (let index = after === undefined ? 0 : numberOfPosition(after); index < end; index += 1) {
    if (given >= limit) return
    checkSignal(signal)
    const event = log.all[index]
    if (event === undefined) return
    if (types?.has(event.type) === false) continue
    if (categories?.has(categoryOf(event.stream)) === false) continue
    given += 1
    yield event
  }
}
