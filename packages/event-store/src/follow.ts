import * as E from 'fp-ts/lib/Either.js'
import { StoreFailure, type Delivery, type Log, type SubscribeOptions } from './port.ts'
import { numberOfPosition, positionOfNumber, type Position } from './position.ts'
import { stoppable } from './stoppable.ts'

/** How a numbering store tells that its log has moved. */
export interface Changes {
  /** A count that has grown after every append that was committed before this call. */
  readonly seen: () => number
  /** Waits until the count is above `seen`. Throws a StoreFailure when the store is closed. */
  readonly beyond: (seen: number, signal: AbortSignal) => Promise<void>
}

/** So many positions are looked at between two deliveries: filters that match nothing still get on. */
const STRETCH = 10_000

const headOf = async (log: Pick<Log, 'head'>): Promise<Position | undefined> => {
  const head = await log.head()()
  if (E.isLeft(head)) throw new StoreFailure(head.left)
  return head.right
}

async function* stretch(
  log: Pick<Log, 'readAll'>,
  from: number,
  upTo: Position,
  options: SubscribeOptions,
): AsyncGenerator<Delivery> {
  const { types, categories, signal } = options
  const filters = { ...(types && { types }), ...(categories && { categories }) }
  let last = positionOfNumber(from)
  const bounds = { after: last, upTo, ...filters, ...(signal && { signal }) }
  for await (const event of log.readAll(bounds)) {
    last = event.position
    yield { event }
  }
  if (last !== upTo) yield { position: upTo }
}

async function* deliveries(
  log: Pick<Log, 'readAll' | 'head'>,
  changes: Changes,
  options: SubscribeOptions,
  signal: AbortSignal,
): AsyncGenerator<Delivery> {
  const start = options.after === 'end' ? await headOf(log) : options.after
  // Where the subscription begins is told in band: what is appended after this delivery will be given.
  if (options.after === 'end' && start !== undefined) yield { position: start }
  let done = start === undefined ? 0 : numberOfPosition(start)
  let isFirst = true
  for (;;) {
    // Looked at before the log is: what is appended meanwhile wakes at once.
    const seen = changes.seen()
    const head = await headOf(log)
    const end = head === undefined ? 0 : numberOfPosition(head)
    const isBehind = done < end
    while (done < end) {
      const upTo = Math.min(end, done + STRETCH)
      yield* stretch(log, done, positionOfNumber(upTo), { ...options, signal })
      done = upTo
    }
    if (isBehind || isFirst) yield { caughtUp: true }
    isFirst = false
    await changes.beyond(seen, signal)
  }
}

/**
 * For stores that number their log without gaps: a subscription made of `readAll`, `head` and of being told
 * that the log has moved. It pulls one page at a time, and only when the consumer does.
 */
export const follow = (
  log: Pick<Log, 'readAll' | 'head'>,
  changes: Changes,
  options: SubscribeOptions = {},
): AsyncIterable<Delivery> =>
  stoppable((signal) => deliveries(log, changes, options, signal), options.signal)
