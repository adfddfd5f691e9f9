import type { Delivery, NewEvent, Recorded } from '@tenure/event-store'
import * as E from 'fp-ts/lib/Either.js'
import type { EventStoreDb } from '../src/index.ts'

/** The n-th event; the same number, the same id. */
export const note = (number: number, type = 'Noted'): NewEvent => ({
  id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
  type,
  data: { number },
  metadata: { schemaVersion: 1 },
})

export const notes = (first: number, last: number): ReadonlyArray<NewEvent> =>
  Array.from({ length: last - first + 1 }, (_, index) => note(first + index))

export const numbers = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

export const numberOf = ({ data }: Recorded): unknown =>
  typeof data === 'object' && data !== null && 'number' in data ? data['number'] : data

export const numbersOf = async (
  events: AsyncIterable<Recorded>,
): Promise<ReadonlyArray<unknown>> => {
  const all: Array<unknown> = []
  for await (const event of events) all.push(numberOf(event))
  return all
}

/** Appends in batches, each of which has to succeed. */
export const filled = async (
  store: EventStoreDb,
  stream: string,
  events: ReadonlyArray<NewEvent>,
): Promise<void> => {
  for (let at = 0; at < events.length; at += 200) {
    const answer = await store.append(stream, 'any', events.slice(at, at + 200))()
    if (E.isLeft(answer)) throw new Error(`an append was refused: ${answer.left.type}`)
  }
}

/** The numbers of the events given, until there are so many. */
export const followed = async (
  deliveries: AsyncIterable<Delivery>,
  count: number,
): Promise<ReadonlyArray<unknown>> => {
  const seen: Array<unknown> = []
  for await (const one of deliveries) {
    if ('event' in one) seen.push(numberOf(one.event))
    if (seen.length === count) break
  }
  return seen
}
