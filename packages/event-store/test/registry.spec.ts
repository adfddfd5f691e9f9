import { catalogue } from '@tenure/core/catalogue'
import type { Fact } from '@tenure/core/shared'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  makeRegistry,
  openLog,
  StoreFailure,
  type Json,
  type Registry,
  type StoreError,
} from '../src/index.ts'
import { memoryStore } from '../src/memory/index.ts'
import { coinMoved, collect, purseEvents } from './purse.ts'

const id = '3b241101-e2bb-4255-8caf-4136c566a962'

const stored = (type: string, schemaVersion: number, data: Json) => ({
  type,
  data,
  metadata: { schemaVersion },
  stream: 'purse-ann',
  revision: 7n,
})

const errorOf = (read: () => unknown): StoreError | undefined => {
  try {
    read()
    return undefined
  } catch (thrown) {
    if (thrown instanceof StoreFailure) return thrown.error
    throw thrown
  }
}

const unreadable = (reason: string): StoreError => ({
  type: 'EventUnreadable',
  stream: 'purse-ann',
  revision: 7n,
  reason,
})

describe('a registry of events', () => {
  const registry = makeRegistry(purseEvents)

  it('stores a fact under its type and version, its body without the type', () => {
    expect(registry.encode(coinMoved('one', 3))).toEqual({
      type: 'CoinMoved',
      schemaVersion: 1,
      data: { effectiveOn: '2026-01-31', customerId: null, changeId: 'one', coin: 3 },
    })
  })

  it('reads back exactly what it stored', () => {
    const fact = coinMoved('__proto__', -3)
    const { type, schemaVersion, data } = registry.encode(fact)
    expect(registry.decode(stored(type, schemaVersion, data))).toEqual(fact)
  })

  it('calls a body that its codec refuses a bug, and says which field', () => {
    const wrong = { ...coinMoved('one', 3), coin: 'three' }
    expect(() => registry.encode(wrong)).toThrow(/made a CoinMoved that its codec refuses.*coin/)
  })

  it('calls a fact of no catalogue a bug', () => {
    const other = { ...coinMoved('one', 3), type: 'constructor' }
    expect(() => registry.encode(other)).toThrow('the event constructor is in no catalogue')
  })

  it('cannot read a type it does not know, and says where it stands', () => {
    expect(errorOf(() => registry.decode(stored('toString', 1, {})))).toEqual(
      unreadable('event 7 of purse-ann, toString: no such event is known here'),
    )
  })

  it('cannot read a version it does not know', () => {
    expect(errorOf(() => registry.decode(stored('CoinMoved', 2, {})))).toEqual(
      unreadable(
        'event 7 of purse-ann, CoinMoved: version 2 is stored, and version 1 is known here',
      ),
    )
  })

  it('cannot read a body that its codec refuses, and says which field', () => {
    const error = errorOf(() => registry.decode(stored('CoinMoved', 1, { coin: 'three' })))
    expect(error).toMatchObject({ type: 'EventUnreadable', revision: 7n })
    expect(error !== undefined && 'reason' in error ? error.reason : '').toMatch(/coin/)
  })

  it('refuses two definitions of one event', () => {
    expect(() => makeRegistry([...purseEvents, ...purseEvents])).toThrow(
      'two definitions of the event CoinMoved',
    )
  })

  it('holds the whole catalogue, each type once', () => {
    expect(catalogue.length).toBeGreaterThan(20)
    expect(() => makeRegistry(catalogue)).not.toThrow()
  })
})

describe('an event that has changed twice, and its name once', () => {
  const CoinMoved3 = t.strict({
    type: t.literal('CoinMoved'),
    effectiveOn: t.string,
    customerId: t.null,
    coin: t.number,
    metal: t.string,
  })
  const registry: Registry = makeRegistry(
    [{ type: 'CoinMoved', version: 3, codec: CoinMoved3 }],
    [
      {
        type: 'PennyMoved',
        version: 1,
        into: 'CoinMoved',
        upcast: ({ pence = 0, ...data }) => ({ ...data, coin: pence }),
      },
      { type: 'CoinMoved', version: 2, upcast: (data) => ({ ...data, metal: 'copper' }) },
    ],
  )
  const about = { effectiveOn: '2026-01-31', customerId: null }

  it('is read in its newest form, from any older one', () => {
    const now = { type: 'CoinMoved', ...about, coin: 3, metal: 'copper' }
    const forms = [
      stored('PennyMoved', 1, { ...about, pence: 3 }),
      stored('CoinMoved', 2, { ...about, coin: 3 }),
      stored('CoinMoved', 3, { ...about, coin: 3, metal: 'copper' }),
    ]
    expect(forms.map(registry.decode)).toEqual([now, now, now])
  })

  it('is found under its older name too, when the log is asked for its newer one', async () => {
    const store = memoryStore()
    const metadata = { schemaVersion: 1 }
    const data = { ...about, pence: 4 }
    await store.append('purse-ann', 'any', [{ id, type: 'PennyMoved', data, metadata }])()
    const found = await collect(openLog(store, registry).readAll({ types: ['CoinMoved'] }))
    const bodies: ReadonlyArray<Fact> = found.map(({ body }) => body)
    expect(bodies).toEqual([{ type: 'CoinMoved', ...about, coin: 4, metal: 'copper' }])
  })

  it('has one upcaster for each older form', () => {
    const upcaster = { type: 'CoinMoved', version: 1, upcast: () => ({}) }
    expect(() => makeRegistry([], [upcaster, upcaster])).toThrow(
      'two upcasters of CoinMoved version 1',
    )
  })
})

describe('the log seen through its codecs', () => {
  it('gives each fact with its envelope, in which nothing of the body stands again', async () => {
    const store = memoryStore()
    const registry = makeRegistry(purseEvents)
    const { type, schemaVersion, data } = registry.encode(coinMoved('one', 3))
    const metadata = { schemaVersion, commandId: id, door: 'record' } as const
    await store.append('purse-ann', 'any', [{ id, type, data, metadata }])()
    const [recorded] = await collect(store.readAll())
    expect(await collect(openLog(store, registry).readAll())).toEqual([
      {
        body: coinMoved('one', 3),
        envelope: {
          id,
          stream: 'purse-ann',
          revision: 0n,
          position: recorded?.position,
          recordedAt: recorded?.recordedAt,
          schemaVersion: 1,
          commandId: id,
          door: 'record',
        },
      },
    ])
  })
})
