import type { NewEvent, Recorded } from '@tenure/event-store'
import { describe, expect, it } from 'vitest'
import { newFile, opened } from './new-file.ts'

const event = (): NewEvent => ({
  id: crypto.randomUUID(),
  type: 'Noted',
  data: { text: 'x'.repeat(100) },
  metadata: { schemaVersion: 1 },
})

const numbers = async (items: AsyncIterable<Recorded>): Promise<ReadonlyArray<number>> => {
  const all: Array<number> = []
  for await (const { position } of items) all.push(Number(position))
  return all
}

describe('work that has the file to itself', () => {
  it('sees what it appends, and everybody else sees it only after it returned', async () => {
    const file = newFile()
    const store = await opened(file)
    const other = await opened(file)
    await store.append('a-1', 'noStream', [event()])()
    const result = await store.exclusively(async (inside) => {
      expect(await inside.append('a-1', 0n, [event(), event()])()).toMatchObject({
        right: { revision: 2n },
      })
      await inside.append('b-1', 'noStream', [event()])()
      expect(await numbers(inside.readAll())).toEqual([1, 2, 3, 4])
      expect(await inside.read('a-1').revision()).toBe(2n)
      expect(await inside.head()()).toMatchObject({ right: '0000000000000004' })
      for (const outside of [store, other]) {
        expect(await numbers(outside.readAll())).toEqual([1])
        expect(await outside.read('b-1').exists()).toBe(false)
      }
      return 'done'
    })
    expect(result).toBe('done')
    for (const outside of [store, other])
      expect(await numbers(outside.readAll())).toEqual([1, 2, 3, 4])
  })

  it('has written nothing when it throws, and leaves no gap', async () => {
    const store = await opened(newFile())
    const failing = store.exclusively(async (inside) => {
      await inside.append('a-1', 'noStream', [event(), event()])()
      store.setZone('Europe/Berlin')
      throw new Error('row 7 has no date')
    })
    await expect(failing).rejects.toThrow('row 7 has no date')
    expect(await store.read('a-1').exists()).toBe(false)
    expect(store.zone()).toBeUndefined()
    expect(await store.append('a-1', 'noStream', [event()])()).toMatchObject({
      right: { revision: 0n, position: '0000000000000001' },
    })
    await store.exclusively((inside) => inside.append('a-1', 0n, [event()])())
    expect(await numbers(store.readAll())).toEqual([1, 2])
  })

  it('makes others wait their turn, in this process and through another instance', async () => {
    const file = newFile()
    const store = await opened(file)
    const other = await opened(file)
    const waiting: Array<Promise<unknown>> = []
    await store.exclusively(async (inside) => {
      waiting.push(store.append('a-1', 'any', [event()])(), other.append('a-1', 'any', [event()])())
      for (let round = 0; round < 20; round += 1) {
        await inside.append('b-1', 'any', [event()])()
        await new Promise((go) => setTimeout(go, 5))
      }
    })
    expect(await Promise.all(waiting)).toMatchObject([{ _tag: 'Right' }, { _tag: 'Right' }])
    const streams: Array<string> = []
    for await (const { stream } of store.readAll()) streams.push(stream)
    expect(streams).toEqual([...Array.from({ length: 20 }, () => 'b-1'), 'a-1', 'a-1'])
  })

  it('may not go on appending after it has returned', async () => {
    const store = await opened(newFile())
    const inside = await store.exclusively(async (log) => log)
    await expect(inside.append('a-1', 'any', [event()])()).rejects.toThrow('has ended')
  })
})

describe('a disk that has no room left', () => {
  it('is told as not done, and the log is as before', async () => {
    const store = await opened(newFile())
    await store.append('a-1', 'noStream', [event()])()
    const full = {
      type: 'StoreUnavailable',
      outcome: 'notDone',
      reason: 'The disk is full.',
    }
    await store.exclusively(async (_, database) => database.pragma('max_page_count = 20'))
    const big = Array.from({ length: 2000 }, event)
    expect(await store.append('a-1', 0n, big)()).toEqual({ _tag: 'Left', left: full })
    const inside = store.exclusively((log) => log.append('a-1', 0n, big)())
    await expect(inside).rejects.toMatchObject({ error: full })
    expect(await numbers(store.readAll())).toEqual([1])
    await store.exclusively(async (_, database) => database.pragma('max_page_count = 100000'))
    expect(await store.append('a-1', 0n, big)()).toMatchObject({ right: { revision: 2000n } })
  })
})
