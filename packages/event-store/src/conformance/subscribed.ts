import type { Delivery, Log, Subscribable, SubscribeOptions } from '../port.ts'
import type { Position } from '../position.ts'
import { ConformanceFailure } from './expect.ts'

export const subscribable = (store: Log & Partial<Subscribable>): Log & Subscribable => {
  const { subscribe } = store
  if (subscribe === undefined) throw new ConformanceFailure('the store has no `subscribe`')
  return { ...store, subscribe }
}

/** A subscription, pulled by hand. */
export interface Follower {
  /** The next delivery; undefined at the end. */
  readonly next: () => Promise<Delivery | undefined>
  /** Pulls until this many events came; their numbers, as in `event(number)`. */
  readonly numbers: (count: number) => Promise<ReadonlyArray<unknown>>
  /** Pulls until everything was given; the numbers that came before that. */
  readonly untilCaughtUp: () => Promise<ReadonlyArray<unknown>>
  /** The last position told, by an event or by itself. */
  readonly position: () => Position | undefined
  readonly stop: () => Promise<void>
}

const numberIn = (delivery: Delivery): ReadonlyArray<unknown> => {
  if (!('event' in delivery)) return []
  const { data } = delivery.event
  return [typeof data === 'object' && data !== null && 'number' in data ? data['number'] : data]
}

export const follower = (store: Subscribable, options?: SubscribeOptions): Follower => {
  const iterator = store.subscribe(options)[Symbol.asyncIterator]()
  let position: Position | undefined
  const next = async (): Promise<Delivery | undefined> => {
    const { done, value } = await iterator.next()
    if (done === true) return undefined
    if ('event' in value) position = value.event.position
    if ('position' in value) position = value.position
    return value
  }
  const pull = async (
    enough: (numbers: ReadonlyArray<unknown>, last: Delivery) => boolean,
  ): Promise<ReadonlyArray<unknown>> => {
    const numbers: Array<unknown> = []
    for (;;) {
      const delivery = await next()
      if (delivery === undefined) throw new ConformanceFailure('the subscription ended by itself')
      numbers.push(...numberIn(delivery))
      if (enough(numbers, delivery)) return numbers
    }
  }
  return {
    next,
    numbers: (count) => pull((numbers) => numbers.length === count),
    untilCaughtUp: () => pull((_, last) => 'caughtUp' in last),
    position: () => position,
    stop: async () => {
      await iterator.return?.()
    },
  }
}
