import type { AllStreamRecordedEvent, AllStreamSubscription } from '@eventstore/db-client'
import type { Position } from '@tenure/event-store'
import { Dropped } from './failure.ts'
import { serverFilter } from './filter.ts'
import { checkWanted, within } from './patience.ts'
import { isPlace, placeOf, type LogPosition } from './position.ts'
import { leave, type Reading } from './pulled.ts'
import type { Filters } from './read-log.ts'

/** What one connection gives: events, and between them what the server said at that very place. */
export type Item =
  | { readonly event: AllStreamRecordedEvent }
  | { readonly checkpoint: LogPosition }
  | { readonly isCaughtUp: true }
  | { readonly isConfirmed: true }

/** The server says it beside the events; here it waits for those that came before it. */
interface Marker {
  readonly at: number
  readonly item: Item
}

interface Wire {
  readonly stream: AllStreamSubscription
  readonly markers: Array<Marker>
  /** Events taken so far. */
  consumed: number
  ended: Error | undefined
  wake: () => void
}

const open = (reading: Reading, after: Position | undefined, filters: Filters): Wire => {
  const mark = (item: Item): void => {
    wire.markers.push({ at: wire.consumed + wire.stream.readableLength, item })
    wire.wake()
  }
  // Called within the client's own reading: it must not throw.
  const filter = serverFilter(filters, (checkpoint) => {
    if (isPlace(checkpoint)) mark({ checkpoint })
  })
  const stream = reading.connection.client().subscribeToAll({
    fromPosition: after === undefined ? 'start' : placeOf(after),
    filter,
  })
  const wire: Wire = { stream, markers: [], consumed: 0, ended: undefined, wake: () => {} }
  const end = (why: Error): void => {
    wire.ended ??= why
    wire.wake()
  }
  stream.on('confirmation', () => mark({ isConfirmed: true }))
  stream.on('caughtUp', () => mark({ isCaughtUp: true }))
  stream.on('readable', () => wire.wake())
  stream.on('error', end)
  stream.on('end', () => end(new Dropped('The server has ended the subscription.')))
  stream.on('close', () => end(new Dropped('The subscription was closed.')))
  return wire
}

/** Waits until there is something to look at. */
const stirred = (wire: Wire, reading: Reading, isConfirmed: boolean): Promise<void> => {
  const { connection: closing, deadlineMs, signal } = reading
  const stir = new Promise<void>((resolve) => {
    wire.wake = resolve
  })
  // Before its confirmation a subscription is a question like any other; afterwards silence is no failure.
  return within(stir, { closing, signal, ...(!isConfirmed && { deadlineMs }) })
}

const nextOf = (wire: Wire): Item | undefined => {
  const { stream, markers, consumed } = wire
  const [marker] = markers
  if (marker !== undefined && marker.at <= consumed) {
    markers.shift()
    return marker.item
  }
  // The stream gives what `subscribeToAll` says it gives.
  const resolved = stream.read() as { readonly event?: AllStreamRecordedEvent } | null
  if (resolved === null) return undefined
  wire.consumed += 1
  return resolved.event === undefined ? nextOf(wire) : { event: resolved.event }
}

/** What has arrived may still be on its way through the client. */
const settled = (): Promise<void> => new Promise((go) => setImmediate(go))

/**
 * One subscription of the client, pulled one by one; it ends only by throwing. After the first rush the server
 * does not say again that all has been given: it is said here, whenever all that had come was given.
 */
export async function* connected(
  reading: Reading,
  after: Position | undefined,
  filters: Filters,
): AsyncGenerator<Item> {
  const wire = open(reading, after, filters)
  let [isConfirmed, isLive, isOwing] = [false, false, false]
  try {
    for (;;) {
      checkWanted({ closing: reading.connection, signal: reading.signal })
      if (wire.ended !== undefined) throw wire.ended
      let item = nextOf(wire)
      if (item === undefined && isLive && isOwing) {
        await settled()
        item = nextOf(wire) ?? { isCaughtUp: true }
      }
      if (item === undefined) {
        await stirred(wire, reading, isConfirmed)
        continue
      }
      if ('isConfirmed' in item) isConfirmed = true
      if ('isCaughtUp' in item) [isLive, isOwing] = [true, false]
      if ('event' in item) isOwing = true
      yield item
    }
  } finally {
    leave(wire.stream, () => wire.stream.unsubscribe())
  }
}
