import {
  stoppable,
  StoreFailure,
  type Delivery,
  type Position,
  type SubscribeOptions,
} from '@tenure/event-store'
import { BeyondTheLog, kindOf, storeErrorOf } from './failure.ts'
import { makeHealth, type Health, type SubscriptionHealth } from './health.ts'
import { logEnd } from './log-end.ts'
import { checkWanted, pause, pauseMs } from './patience.ts'
import { tokenOf } from './position.ts'
import type { Reading } from './pulled.ts'
import { checkWithin, passing } from './read-log.ts'
import { recordedOf } from './recorded.ts'
import { connected, type Item } from './subscription.ts'

/** How far a subscription has got: what was told, and what was seen beyond it and passed over. */
interface Progress {
  told: Position | undefined
  seen: Position | undefined
  hasBegun: boolean
  /** Drops since anything came. */
  failures: number
}

const later = (one: Position | undefined, other: Position | undefined): Position | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one

interface Following {
  readonly reading: Reading
  readonly options: SubscribeOptions
  readonly health: Health
  readonly progress: Progress
  readonly passes: ReturnType<typeof passing>
}

function* told(following: Following, item: Item, head: Position | undefined): Generator<Delivery> {
  const { progress, health, passes } = following
  if ('event' in item) {
    progress.seen = tokenOf(item.event.position)
    if (!passes(item.event)) return
    const event = recordedOf(item.event)
    progress.told = progress.seen
    health.told(progress.told)
    yield { event }
    return
  }
  if ('checkpoint' in item) progress.seen = later(progress.seen, tokenOf(item.checkpoint))
  const isCaughtUp = 'isCaughtUp' in item
  // The head was read before the subscription was made, so that all up to there has been looked at.
  if (isCaughtUp) progress.seen = later(progress.seen, head)
  if (
    progress.seen !== undefined &&
    (progress.told === undefined || progress.seen > progress.told)
  ) {
    progress.told = progress.seen
    health.told(progress.told)
    yield { position: progress.told }
  }
  if (isCaughtUp) {
    health.isIn('live')
    yield { caughtUp: true }
  }
}

/** From where the subscription has got to, for as long as one connection lasts. */
async function* whileConnected(following: Following): AsyncGenerator<Delivery> {
  const { reading, options, health, progress } = following
  const { end, head } = await logEnd({ ...reading, tries: 0 })
  if (options.after === 'end' && !progress.hasBegun) {
    progress.seen = head
    progress.told = head
    if (head !== undefined) yield { position: head }
  }
  progress.hasBegun = true
  checkWithin(progress.seen, end)
  for await (const item of connected(reading, progress.seen, options)) {
    if ('isConfirmed' in item) health.isIn('catchingUp')
    else progress.failures = 0
    yield* told(following, item, head)
  }
}

/** What asking again will not mend. */
const isFinal = (thrown: unknown): boolean => {
  if (thrown instanceof BeyondTheLog) return true
  if (thrown instanceof StoreFailure) return thrown.error.type !== 'StoreUnavailable'
  const kind = kindOf(thrown)
  return kind === 'denied' || kind === 'refused' || kind === 'streamDeleted'
}

async function* deliveries(following: Following): AsyncGenerator<Delivery> {
  const { reading, health, progress } = following
  const { connection, signal } = reading
  const asked = { isChange: false, redact: connection.redact }
  for (;;) {
    try {
      yield* whileConnected(following)
    } catch (thrown) {
      checkWanted({ closing: connection, signal })
      const error = storeErrorOf(thrown, asked)
      if (isFinal(thrown)) throw thrown instanceof StoreFailure ? thrown : new StoreFailure(error)
      health.dropped('reason' in error ? error.reason : error.type)
    }
    progress.failures += 1
    await pause(pauseMs(progress.failures), { closing: connection, signal })
  }
}

/** A subscription that says how it fares. */
export interface Followed extends AsyncIterable<Delivery> {
  readonly health: () => SubscriptionHealth
}

/** Supervised: whatever ends it that was not asked for, it goes on from the last position told, for ever. */
export const subscribe = (reading: Reading, options: SubscribeOptions = {}): Followed => {
  const health = makeHealth()
  const after = options.after === 'end' ? undefined : options.after
  const deliver = stoppable((signal) => {
    const progress: Progress = { told: after, seen: after, hasBegun: false, failures: 0 }
    return deliveries({
      reading: { ...reading, signal },
      options,
      health,
      progress,
      passes: passing(options),
    })
  }, options.signal)
  return { ...deliver, health: health.now }
}
