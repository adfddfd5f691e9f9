import { nullable, Text, type EventDefinition } from '@tenure/core/shared'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { makeRegistry, openLog, type Recorded, type UnknownEvents } from '../src/index.ts'
import { memoryStore } from '../src/memory/index.ts'

const define = (type: string, version: number, facts: t.Props): EventDefinition => ({
  type,
  version,
  codec: t.strict({ type: t.literal(type), ...facts }, type),
})
const registry = makeRegistry(
  [define('Noted', 2, { text: Text }), define('Left', 1, { why: nullable(Text) })],
  [{ type: 'Written', version: 1, into: 'Noted', upcast: (data) => data }],
)

const log = async (
  ...events: ReadonlyArray<readonly [string, number, { readonly [key: string]: string }]>
) => {
  const store = memoryStore()
  for (const [type, schemaVersion, data] of events)
    await store.append('a-1', 'any', [
      { id: crypto.randomUUID(), type, data, metadata: { schemaVersion } },
    ])()
  return store
}
const read = async (store: ReturnType<typeof memoryStore>, policy?: UnknownEvents) => {
  const types: Array<string> = []
  for await (const { body } of openLog(store, registry, policy).readAll()) types.push(body.type)
  return types
}

describe('an event that this program has never heard of', () => {
  it('ends the read, unless it was agreed to pass it over; then it is told', async () => {
    const store = await log(
      ['Noted', 2, { text: 'one' }],
      ['Noted', 3, { words: 'of a newer program' }],
      ['Unheard', 1, {}],
      ['Written', 1, { text: 'an older name' }],
    )
    await expect(read(store)).rejects.toMatchObject({
      error: { type: 'EventUnreadable', revision: 1n },
    })
    const told: Array<Recorded> = []
    const policy = {
      unknown: 'passOver',
      onPassedOver: (one: Recorded) => void told.push(one),
    } as const
    expect(await read(store, policy)).toEqual(['Noted', 'Noted'])
    expect(told.map(({ type, revision }) => [type, revision])).toEqual([
      ['Noted', 1n],
      ['Unheard', 2n],
    ])
  })

  it('is not one whose body a known codec refuses, nor one that lost its upcaster', async () => {
    const policy = { unknown: 'passOver' } as const
    for (const broken of [
      ['Noted', 2, { text: '' }],
      ['Noted', 1, { text: 'of version 1, from which nothing leads on' }],
    ] as const)
      await expect(read(await log(broken), policy)).rejects.toMatchObject({
        error: { type: 'EventUnreadable' },
      })
  })
})
