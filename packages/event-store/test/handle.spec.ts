import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  eventIds,
  handle,
  type Handled,
  type HandleFailure,
  type Log,
  type Recorded,
  type StoreError,
} from '../src/index.ts'
import { memoryStore } from '../src/memory/index.ts'
import {
  change,
  coinMoved,
  collect,
  purseRoom,
  watched,
  type CoinMoved,
  type Purse,
} from './purse.ts'

const commandId = '3b241101-e2bb-4255-8caf-4136c566a962'

const log = async (store: Log): Promise<ReadonlyArray<Recorded>> => collect(store.readAll())

const coinsIn = async (store: Log): Promise<ReadonlyArray<unknown>> =>
  (await log(store)).map(({ data }) => (data as { readonly coin: number }).coin)

const accepted = <R>(
  result: E.Either<HandleFailure<R>, Handled<Purse, CoinMoved>>,
): Handled<Purse, CoinMoved> => {
  if (E.isLeft(result)) throw new Error(`refused: ${JSON.stringify(result.left)}`)
  return result.right
}

const lost: StoreError = { type: 'StoreUnavailable', outcome: 'unknown', reason: 'no reply' }

describe('a command on a stream that nobody else writes', () => {
  it('is appended, and answered with its events, the state after it and where it stands', async () => {
    const store = memoryStore()
    const command = change(5, -2)
    const done = accepted(await handle(store, purseRoom)(command)())
    expect(done).toEqual({
      stream: 'purse-ann',
      events: [coinMoved(command.changeId, 5), coinMoved(command.changeId, -2)],
      state: {
        coins: 3,
        changes: new Set([command.changeId]),
        moves: [{ coin: 5 }, { coin: -2 }],
      },
      revision: 1n,
      position: (await log(store)).at(-1)?.position,
      repeated: false,
    })
  })

  it('names its events by its own id, and puts who, for whom, by what way and why into their envelopes [0-08] [0-16]', async () => {
    const store = memoryStore()
    const context = {
      commandId: commandId.toUpperCase(),
      actor: 'ann',
      onBehalfOf: 'Ада',
      via: 'telephone',
      correlationId: 'c',
      causationId: 'd',
    }
    await handle(store, purseRoom)(change(1, 1, 1), context)()
    const stored = await log(store)
    expect(stored.map(({ id }) => id)).toEqual(eventIds(commandId, 3))
    expect(stored.map(({ metadata }) => metadata)).toEqual(
      stored.map(() => ({
        schemaVersion: 1,
        commandId,
        door: 'ask',
        actor: 'ann',
        onBehalfOf: 'Ада',
        via: 'telephone',
        correlationId: 'c',
        causationId: 'd',
      })),
    )
  })

  it('leaves absent what its context does not say, and names the door it came through', async () => {
    const store = memoryStore()
    await handle(store, purseRoom, { newCommandId: () => commandId })(change(1))()
    const [stored] = await log(store)
    expect(stored?.metadata).toEqual({ schemaVersion: 1, commandId, door: 'record' })
  })

  it('is refused with the rejection of the room, and nothing is written [inv 39]', async () => {
    const store = memoryStore()
    const run = handle(store, purseRoom)
    await run(change(2))()
    expect(await run(change(-3))()).toEqual(
      E.left({ type: 'Rejected', rejection: { type: 'TooFewCoins', coins: 2 } }),
    )
    expect(await coinsIn(store)).toEqual([2])
  })

  it('is carried out in turn with others that were asked for at the same time', async () => {
    const store = watched(memoryStore(), {})
    const run = handle(store, purseRoom, { attempts: 1 })
    const all = await Promise.all(Array.from({ length: 20 }, () => run(change(1))()))
    expect(all.map((result) => accepted(result).revision)).toEqual(
      Array.from({ length: 20 }, (_, index) => BigInt(index)),
    )
  })
})

describe('the states that a handle keeps', () => {
  it('are never handed out: what a caller holds is frozen, and stays as it was', async () => {
    const run = handle(memoryStore(), purseRoom)
    const first = accepted(await run(change(1))())
    const second = accepted(await run(change(2))())
    const early = second.state
    for (let round = 0; round < 200; round += 1) await run(change(1))()
    // Asked for only now, after the stream has moved on.
    expect(first.state.coins).toBe(1)
    expect(first.state.moves).toEqual([{ coin: 1 }])
    expect(early.coins).toBe(3)
    expect(second.state).toBe(early)
    expect(() => {
      early.coins = 99
    }).toThrow(TypeError)
    expect(() => early.moves.push({ coin: 1 })).toThrow(TypeError)
    expect(() => early.changes.add('x')).toThrow()
    expect(accepted(await run(change(1))()).state.coins).toBe(204)
  })

  it('do not change with the list of events that a caller was given', async () => {
    const run = handle(memoryStore(), purseRoom)
    const { events } = accepted(await run(change(1))())
    expect(() => (events as Array<CoinMoved>).pop()).toThrow(TypeError)
    expect(accepted(await run(change(2))()).state.moves).toEqual([{ coin: 1 }, { coin: 2 }])
  })

  it('spare the reading of the stream while only this handle writes', async () => {
    const reads: Array<bigint | undefined> = []
    const store = watched(memoryStore(), { read: (_, from) => reads.push(from) })
    const run = handle(store, purseRoom)
    for (let round = 0; round < 5; round += 1) await run(change(1))()
    expect(reads).toEqual([0n])
  })

  it('are bounded: what was used longest ago is read again, and answers are the same', async () => {
    const streams: Array<string> = []
    const store = watched(memoryStore(), { read: (stream) => streams.push(stream) })
    const run = handle(store, purseRoom, { cacheSize: 2 })
    for (const purse of ['a', 'b', 'a', 'c', 'a', 'b']) await run({ ...change(1), purse })()
    expect(streams).toEqual(['purse-a', 'purse-b', 'purse-c', 'purse-b'])
    const last = accepted(await run({ ...change(1), purse: 'a' })())
    expect(last.state.coins).toBe(4)
  })
})

describe('what appends nothing is believed only of a state that was just read', () => {
  it('a rejection from a kept state is checked against the tail, which may turn it', async () => {
    const store = memoryStore()
    const run = handle(store, purseRoom)
    await run(change(1))()
    await handle(store, purseRoom)(change(10))()
    const done = accepted(await run(change(-5))())
    expect(done.state.coins).toBe(6)
    expect(await coinsIn(store)).toEqual([1, 10, -5])
  })

  it('and stands when the tail was empty, after exactly one look at it', async () => {
    const reads: Array<bigint | undefined> = []
    const store = watched(memoryStore(), { read: (_, from) => reads.push(from) })
    const run = handle(store, purseRoom)
    await run(change(1))()
    await run(change(-5))()
    expect(reads).toEqual([0n, 1n])
  })

  it('"already so" is told of the newest revision', async () => {
    const store = memoryStore()
    const run = handle(store, purseRoom)
    const command = change(1)
    await run(command)()
    await handle(store, purseRoom)(change(10))()
    const again = accepted(await run(command)())
    expect({ ...again, state: again.state.coins }).toEqual({
      stream: 'purse-ann',
      events: [],
      state: 11,
      revision: 1n,
      repeated: false,
    })
  })
})

describe('where another writer was first', () => {
  it('the command is decided again on what stands there now', async () => {
    const store = memoryStore()
    const run = handle(store, purseRoom)
    await run(change(5))()
    await handle(store, purseRoom)(change(-4))()
    expect(await run(change(-3))()).toEqual(
      E.left({ type: 'Rejected', rejection: { type: 'TooFewCoins', coins: 1 } }),
    )
    expect(await coinsIn(store)).toEqual([5, -4])
  })

  it('and when others are first each time, it gives up after the attempts it has, and says so', async () => {
    const inner = memoryStore()
    const rival = handle(inner, purseRoom)
    const store = watched(inner, {
      append: async (_, write) => {
        await rival(change(1))()
        return write()
      },
    })
    const result = await handle(store, purseRoom, { attempts: 3 })(change(100))()
    expect(result).toEqual(
      E.left({
        type: 'AttemptsExhausted',
        attempts: 3,
        last: { type: 'RevisionConflict', stream: 'purse-ann', expected: 1n, actual: 2n },
      }),
    )
    expect(await coinsIn(inner)).toEqual([1, 1, 1])
  })
})

describe('an append whose outcome is unknown', () => {
  it('that was written is sent again unchanged, recognised, and answered as repeated', async () => {
    const inner = memoryStore()
    const store = watched(inner, {
      append: async (number, write) => {
        const written = await write()
        return number === 1 ? E.left(lost) : written
      },
    })
    const run = handle(store, purseRoom)
    const command = change(3, 4)
    const done = accepted(await run(command)())
    expect({ ...done, state: done.state.coins }).toEqual({
      stream: 'purse-ann',
      events: [coinMoved(command.changeId, 3), coinMoved(command.changeId, 4)],
      state: 7,
      revision: 1n,
      position: (await log(inner)).at(-1)?.position,
      repeated: true,
    })
    expect(await coinsIn(inner)).toEqual([3, 4])
    expect(accepted(await run(change(1))()).state.coins).toBe(8)
  })

  it('that was not written is written by the second try, with the same ids', async () => {
    const inner = memoryStore()
    const store = watched(inner, {
      append: async (number, write) => (number === 1 ? E.left(lost) : write()),
    })
    const done = accepted(await handle(store, purseRoom)(change(3, 4), { commandId })())
    expect(done.repeated).toBe(false)
    expect(done.state.coins).toBe(7)
    expect((await log(inner)).map(({ id }) => id)).toEqual(eventIds(commandId, 2))
  })

  it('is never decided again, also where others wrote behind it', async () => {
    const inner = memoryStore()
    const store = watched(inner, {
      append: async (number, write) => {
        if (number > 1) return write()
        await write()
        await handle(inner, purseRoom)(change(-3))()
        return E.left(lost)
      },
    })
    const done = accepted(await handle(store, purseRoom)(change(3))())
    expect({ ...done, state: done.state.coins }).toMatchObject({
      state: 3,
      revision: 0n,
      repeated: true,
    })
    expect(await coinsIn(inner)).toEqual([3, -3])
  })

  it('is reported as unknown when it stays so, and the same command later writes nothing more', async () => {
    const inner = memoryStore()
    let replies = false
    const store = watched(inner, {
      append: async (_, write) => {
        const written = await write()
        return replies ? written : E.left(lost)
      },
    })
    const run = handle(store, purseRoom, { resends: 2 })
    const command = change(3)
    expect(await run(command, { commandId })()).toEqual(
      E.left({ type: 'StoreFailed', error: lost }),
    )
    replies = true
    expect(accepted(await run(command, { commandId })()).events).toEqual([])
    expect(await coinsIn(inner)).toEqual([3])
  })
})

describe('a command whose id was used before by another process', () => {
  it('is answered with what stands in the stream, not with what it would have written', async () => {
    const store = memoryStore()
    const run = handle(store, purseRoom)
    await run(change(1))()
    const other = change(5)
    await handle(store, purseRoom)(other, { commandId })()
    const done = accepted(await run(change(3), { commandId })())
    expect({ ...done, state: done.state.coins }).toMatchObject({
      events: [coinMoved(other.changeId, 5)],
      state: 6,
      revision: 1n,
      repeated: true,
    })
    expect(await coinsIn(store)).toEqual([1, 5])
    expect(accepted(await run(change(-6))()).state.coins).toBe(0)
  })
})

describe('what is nobody’s refusal', () => {
  it('a failing store is told as it is, once, and the next command starts from what stands there', async () => {
    const inner = memoryStore()
    const full: StoreError = { type: 'StoreUnavailable', outcome: 'notDone', reason: 'full' }
    let appends = 0
    const store = watched(inner, {
      append: async (number, write) => {
        appends = number
        return number === 1 ? E.left(full) : write()
      },
    })
    const run = handle(store, purseRoom)
    expect(await run(change(3))()).toEqual(E.left({ type: 'StoreFailed', error: full }))
    expect(appends).toBe(1)
    expect(accepted(await run(change(4))()).state.coins).toBe(4)
  })

  it('a stored event that cannot be read is told with its place', async () => {
    const store = memoryStore()
    const metadata = { schemaVersion: 1 }
    await store.append('purse-ann', 'any', [
      { id: commandId, type: 'CoinMoved', data: { coin: 'three' }, metadata },
    ])()
    const result = await handle(store, purseRoom)(change(1))()
    expect(result).toMatchObject({
      left: {
        type: 'StoreFailed',
        error: { type: 'EventUnreadable', stream: 'purse-ann', revision: 0n },
      },
    })
  })

  it('a commandId that is no UUID is a bug and throws', async () => {
    const run = handle(memoryStore(), purseRoom)
    await expect(run(change(1), { commandId: 'one' })()).rejects.toThrow(
      'a commandId is a UUID, and this is not: one',
    )
  })
})
