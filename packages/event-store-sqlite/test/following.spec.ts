import { positionOfNumber, type Delivery, type Position } from '@tenure/event-store'
import { describe, expect, it } from 'vitest'
import { startAppending } from './child.ts'
import { newFile, opened } from './new-file.ts'

const fromOne = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => positionOfNumber(index + 1))

/** The positions of the events given, until there are so many. */
const positionsOf = async (
  deliveries: AsyncIterable<Delivery>,
  count: number,
): Promise<ReadonlyArray<Position>> => {
  const seen: Array<Position> = []
  for await (const delivery of deliveries) {
    if ('event' in delivery) seen.push(delivery.event.position)
    if (seen.length === count) break
  }
  return seen
}

describe('a subscription to a file that other processes write', () => {
  it('is given every event once and in order, while two of them write at once', async () => {
    const file = newFile()
    const store = await opened(file)
    const given = positionsOf(store.subscribe(), 480)
    const writers = [startAppending(file, 'one', 120), startAppending(file, 'two', 120)]
    expect(await given).toEqual(fromOne(480))
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0])
  })

  it('goes on after the writer was killed, with what the next one writes', async () => {
    const file = newFile()
    const store = await opened(file)
    const stopping = new AbortController()
    const seen: Array<Position> = []
    const all = (async () => {
      for await (const one of store.subscribe({ signal: stopping.signal }))
        if ('event' in one) seen.push(one.event.position)
    })()
    for (const name of ['one', 'two', 'three']) {
      const writer = startAppending(file, name)
      await writer.printed(20)
      writer.kill()
      await writer.ended
    }
    const head = await store.head()()
    if (!('right' in head) || head.right === undefined) throw new Error('nothing was written')
    await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe(head.right)
    expect(seen).toEqual(fromOne(seen.length))
    stopping.abort()
    await expect(all).rejects.toMatchObject({ error: { type: 'Aborted' } })
  })

  it('never skips what a slow transaction wrote that began before others', async () => {
    const file = newFile()
    const [slow, quick] = [await opened(file), await opened(file)]
    const given = positionsOf(quick.subscribe(), 3)
    const note = () => [
      { id: crypto.randomUUID(), type: 'Noted', data: null, metadata: { schemaVersion: 1 } },
    ]
    const waiting: Array<Promise<unknown>> = []
    await slow.exclusively(async (inside) => {
      await inside.append('slow-1', 'noStream', note())()
      waiting.push(quick.append('quick-1', 'noStream', note())())
      await new Promise((go) => setTimeout(go, 60))
      await inside.append('slow-1', 0n, note())()
    })
    await Promise.all(waiting)
    expect(await given).toEqual(fromOne(3))
  })
})

describe('a waiting subscription', () => {
  it('reads nothing ahead of a consumer that does not pull', async () => {
    const store = await opened(newFile())
    const iterator = store.subscribe()[Symbol.asyncIterator]()
    expect(await iterator.next()).toEqual({ done: false, value: { caughtUp: true } })
    for (let at = 0; at < 50; at += 1)
      await store.append(`a-${at}`, 'noStream', [
        { id: crypto.randomUUID(), type: 'Noted', data: at, metadata: { schemaVersion: 1 } },
      ])()
    expect(await iterator.next()).toMatchObject({ value: { event: { data: 0 } } })
    await iterator.return?.()
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })

  it('passes over ten thousand events that match nothing in stretches, telling how far it is', async () => {
    const store = await opened(newFile())
    const batch = (from: number) =>
      Array.from({ length: 1_000 }, (_, index) => ({
        id: crypto.randomUUID(),
        type: 'Noted',
        data: from + index,
        metadata: { schemaVersion: 1 },
      }))
    for (let at = 0; at < 21; at += 1) await store.append(`a-${at}`, 'noStream', batch(at))()
    const told: Array<unknown> = []
    for await (const one of store.subscribe({ types: ['Unheard'] })) {
      told.push(one)
      if ('caughtUp' in one) break
    }
    expect(told).toEqual([
      { position: positionOfNumber(10_000) },
      { position: positionOfNumber(20_000) },
      { position: positionOfNumber(21_000) },
      { caughtUp: true },
    ])
  })
})
