import type { CivilDate, Decider, EventDefinition, Fact, Room } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Log } from '../src/index.ts'

/** A small room for these specs: purses, what was put into them, and no more taken out than is there. */
export interface Change {
  readonly purse: string
  readonly changeId: string
  /** Negative: taken out. Each coin is an event of its own. */
  readonly coins: ReadonlyArray<number>
}

export interface CoinMoved extends Fact {
  readonly type: 'CoinMoved'
  readonly changeId: string
  readonly coin: number
}

export interface Purse {
  coins: number
  readonly changes: Set<string>
  readonly moves: Array<{ readonly coin: number }>
}

export interface TooFewCoins {
  readonly type: 'TooFewCoins'
  readonly coins: number
}

const CoinMovedCodec = t.strict(
  {
    type: t.literal('CoinMoved'),
    effectiveOn: t.string,
    customerId: t.null,
    changeId: t.string,
    coin: t.number,
  },
  'CoinMoved',
)

export const purseEvents: ReadonlyArray<EventDefinition> = [
  { type: 'CoinMoved', version: 1, codec: CoinMovedCodec },
]

export const coinMoved = (changeId: string, coin: number): CoinMoved => ({
  type: 'CoinMoved',
  // A civil date by its form.
  effectiveOn: '2026-01-31' as CivilDate,
  customerId: null,
  changeId,
  coin,
})

const decider: Decider<Change, CoinMoved, Purse, TooFewCoins> = {
  initial: () => ({ coins: 0, changes: new Set(), moves: [] }),
  decide:
    ({ changeId, coins }) =>
    (purse) => {
      if (purse.changes.has(changeId)) return E.right([])
      const after = coins.reduce((sum, coin) => sum + coin, purse.coins)
      if (after < 0) return E.left({ type: 'TooFewCoins', coins: purse.coins })
      return E.right(coins.map((coin) => coinMoved(changeId, coin)))
    },
  evolve: (purse, { changeId, coin }) => {
    purse.coins += coin
    purse.changes.add(changeId)
    purse.moves.push({ coin })
  },
}

export const purseRoom: Room<Change, CoinMoved, Purse, TooFewCoins> = {
  category: 'purse',
  decider,
  events: purseEvents,
  streamOf: ({ purse }) => `purse-${purse}`,
  doorOf: ({ coins }) => (coins.length === 1 ? 'record' : 'ask'),
  explain: ({ coins }) => `only ${coins} coins are there`,
}

let changes = 0

/** A change that no other is the same as. */
export const change = (...coins: ReadonlyArray<number>): Change => {
  changes += 1
  return { purse: 'ann', changeId: `change ${changes}`, coins }
}

/** A log that calls back before each append and each reading of a stream, and may answer an append itself. */
export const watched = (
  store: Log,
  hooks: {
    readonly append?: (
      number: number,
      write: ReturnType<Log['append']>,
    ) => ReturnType<ReturnType<Log['append']>>
    readonly read?: (stream: string, from: bigint | undefined) => void
  },
): Log => {
  let appends = 0
  return {
    ...store,
    append: (stream, expected, events) => () => {
      const write = store.append(stream, expected, events)
      appends += 1
      return hooks.append === undefined ? write() : hooks.append(appends, write)
    },
    read: (stream, options) => {
      hooks.read?.(stream, options?.from)
      return store.read(stream, options)
    },
  }
}

export const collect = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}
