import type { Delivery, Recorded } from '@tenure/event-store'
import { describe, expect, it } from 'vitest'
import { filled, followed, note, notes, numberOf, numbers, numbersOf } from './notes.ts'
import { opened, started } from './server-under-test.ts'

describe('a subscription whose server drops it', () => {
  it('gives every event once and in order through 480 drops [trap 8]', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    faults.resetAfter = 2
    const following = store.subscribe()
    const given = followed(following, 1_000)
    await filled(store, 'a-1', notes(1, 1_000))
    expect(await given).toEqual(numbers(1, 1_000))
    expect(following.health().drops).toBeGreaterThanOrEqual(480)
  }, 60_000)

  it('goes on where the server ends it as if all were well [trap 8]', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 20))
    faults.endAfter = 3
    expect(await followed(store.subscribe(), 20)).toEqual(numbers(1, 20))
  })

  it('goes on where it is said to be too slow [trap 13]', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 20))
    faults.tooSlow = 3
    const following = store.subscribe()
    expect(await followed(following, 20)).toEqual(numbers(1, 20))
    expect(following.health()).toMatchObject({
      drops: 3,
      lastReason: expect.stringContaining('too slow'),
    })
  })

  it('waits for a server that is away, and goes on after its restart', async () => {
    const server = await started()
    const store = opened(server.url, { deadlineMs: 1_000 })
    await filled(store, 'a-1', notes(1, 5))
    const following = store.subscribe()
    const seen: Array<unknown> = []
    const all = (async () => {
      for await (const one of following) {
        if ('event' in one) seen.push(numberOf(one.event))
        if (seen.length === 7) return
      }
    })()
    await expect.poll(() => following.health().state).toBe('live')
    server.stop()
    await expect.poll(() => following.health().state).toBe('reconnecting')
    await server.restart()
    await expect.poll(() => following.health().state, { timeout: 20_000 }).toBe('live')
    await filled(store, 'a-1', notes(6, 7))
    await all
    expect(seen).toEqual(numbers(1, 7))
  })

  it('goes on where a connection is taken and nothing is said', async () => {
    const { url, faults } = await started()
    const store = opened(url, { deadlineMs: 60 })
    await filled(store, 'a-1', notes(1, 5))
    faults.isSilent = true
    const following = store.subscribe()
    const given = followed(following, 5)
    await expect.poll(() => following.health().drops).toBeGreaterThan(1)
    faults.isSilent = false
    expect(await given).toEqual(numbers(1, 5))
  })
})

describe('what a subscription says of itself', () => {
  const takeUntilCaughtUp = async (deliveries: AsyncIterable<Delivery>) => {
    const all: Array<Delivery> = []
    for await (const one of deliveries) {
      all.push(one)
      // Slower than the server: what it says beside the events comes long before they are taken.
      if (all.length % 10 === 0) await new Promise((go) => setTimeout(go, 1))
      if ('caughtUp' in one) return all
    }
    return all
  }

  it('is told at its place: no position and no end of the rush before the events [traps 9, 10]', async () => {
    const { url } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 400))
    const all = await takeUntilCaughtUp(store.subscribe({ types: ['Noted'] }))
    const events = all.flatMap((one) => ('event' in one ? [numberOf(one.event)] : []))
    expect(events).toEqual(numbers(1, 400))
    let last = ''
    for (const one of all) {
      const position = 'event' in one ? one.event.position : 'position' in one ? one.position : last
      expect(position >= last).toBe(true)
      last = position
    }
  })

  it('moves on through stretches that the filters pass over', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 300))
    await filled(store, 'b-1', [note(301, 'Heard')])
    const all = await takeUntilCaughtUp(store.subscribe({ types: ['Heard'], categories: ['b'] }))
    expect(all.filter((one) => 'position' in one).length).toBeGreaterThan(3)
    expect(all.flatMap((one) => ('event' in one ? [numberOf(one.event)] : []))).toEqual([301])
  })

  it('tells positions from which nothing is lost, in reading and in following', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 200))
    const told = await takeUntilCaughtUp(store.subscribe({ types: ['Unheard'] }))
    const places = told.flatMap((one) => ('position' in one ? [one.position] : []))
    expect(places.length).toBeGreaterThan(5)
    const all: Array<Recorded> = []
    for await (const event of store.readAll()) all.push(event)
    for (const after of places) {
      const wanted = all.filter(({ position }) => position > after).map(numberOf)
      expect(await numbersOf(store.readAll({ after }))).toEqual(wanted)
      const given = await takeUntilCaughtUp(store.subscribe({ after }))
      expect(given.flatMap((one) => ('event' in one ? [numberOf(one.event)] : []))).toEqual(wanted)
    }
  })

  it('never tells the place that is none, which a small store makes the server say [trap 18]', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 3))
    const head = await store.head()()
    const all = await takeUntilCaughtUp(store.subscribe({ types: ['Unheard'] }))
    expect(all).toEqual([
      { position: 'right' in head ? head.right : undefined },
      { caughtUp: true },
    ])
    const [{ position: after } = { position: undefined }] = all.filter((one) => 'position' in one)
    if (after === undefined) throw new Error('no position was told')
    const given = followed(store.subscribe({ after, types: ['Unheard'] }), 1)
    await filled(store, 'a-1', [note(4, 'Unheard')])
    expect(await given).toEqual([4])
  })

  it('is how it fares: connecting, live, and where it is', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 3))
    const following = store.subscribe()
    expect(following.health()).toEqual({ state: 'connecting', drops: 0 })
    await takeUntilCaughtUp(following)
    const head = await store.head()()
    expect(following.health()).toEqual({
      state: 'live',
      drops: 0,
      position: 'right' in head ? head.right : undefined,
    })
  })
})

describe('a consumer', () => {
  it('is given one delivery at a time, and its slowness reaches the server [trap 12]', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 200))
    const iterator = store.subscribe()[Symbol.asyncIterator]()
    const seen: Array<unknown> = []
    for (let at = 0; at < 200; at += 1) {
      const { value } = await iterator.next()
      if (at % 50 === 0) await new Promise((go) => setTimeout(go, 5))
      if (value !== undefined && 'event' in value) seen.push(numberOf(value.event))
    }
    expect(seen).toEqual(numbers(1, 200))
    await iterator.return?.()
  })

  it('that leaves early leaves no call open [trap 1]', async () => {
    const { url, openReads } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 500))
    for (let round = 0; round < 120; round += 1)
      expect(await followed(store.subscribe(), 2)).toEqual([1, 2])
    await expect.poll(openReads).toBe(0)
  })
})
