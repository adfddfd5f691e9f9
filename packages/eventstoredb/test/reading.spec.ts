import { positionOfNumber } from '@tenure/event-store'
import { describe, expect, it } from 'vitest'
import { filled, note, notes, numbers, numbersOf } from './notes.ts'
import { opened, started } from './server-under-test.ts'

describe('reads that are left early', () => {
  it('leave no call open, also 150 of them on one connection [trap 1]', async () => {
    const { url, openReads } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 2_000))
    for (let round = 0; round < 150; round += 1) {
      const all = round % 2 === 0 ? store.read('a-1') : store.readAll()
      for await (const { data } of all) {
        expect(data).toEqual({ number: 1 })
        break
      }
    }
    expect(await store.append('a-1', 'any', [note(3_000)])()).toMatchObject({ _tag: 'Right' })
    await expect.poll(openReads).toBe(0)
  })

  it('do not keep the store from being closed, also with a limit [trap 19]', async () => {
    const { url } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 500))
    for await (const event of store.read('a-1', { limit: 400 })) if (event.revision === 3n) break
    expect(await numbersOf(store.readAll({ limit: 0 }))).toEqual([])
    expect(await numbersOf(store.read('a-1', { limit: 0 }))).toEqual([])
    await store.close()
    await expect(numbersOf(store.readAll())).rejects.toMatchObject({
      error: { type: 'StoreUnavailable', reason: 'The store has been closed.' },
    })
  })
})

describe('a read whose connection is lost', () => {
  it('goes on at the next event, without loss or repetition [trap 7]', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 300))
    faults.brokenReads = { after: 40, times: 5 }
    expect(await numbersOf(store.read('a-1'))).toEqual(numbers(1, 300))
    faults.brokenReads = { after: 40, times: 5 }
    expect(await numbersOf(store.readAll())).toEqual(numbers(1, 300))
    faults.brokenReads = { after: 40, times: 5 }
    const backwards = await numbersOf(store.read('a-1', { backwards: true, limit: 250 }))
    expect(backwards).toEqual(numbers(51, 300).toReversed())
  })

  it('gives up where nothing comes any more', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 10))
    faults.unavailable = 1_000
    await expect(numbersOf(store.read('a-1'))).rejects.toMatchObject({
      error: { type: 'StoreUnavailable', outcome: 'notDone' },
    })
  })

  it('does not wait longer than the deadline for a server that says nothing [trap 3]', async () => {
    const { url, faults } = await started()
    const store = opened(url, { deadlineMs: 40 })
    await filled(store, 'a-1', notes(1, 10))
    faults.isSilent = true
    await expect(numbersOf(store.read('a-1'))).rejects.toMatchObject({
      error: { type: 'StoreUnavailable', outcome: 'notDone' },
    })
    expect(await store.head()()).toMatchObject({ left: { type: 'StoreUnavailable' } })
  })

  it('can be aborted while it waits, and closing the store ends it', async () => {
    const { url, faults } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 10))
    faults.isSilent = true
    const stopping = new AbortController()
    const aborted = numbersOf(store.read('a-1', { signal: stopping.signal }))
    setTimeout(() => stopping.abort(), 20)
    await expect(aborted).rejects.toMatchObject({ error: { type: 'Aborted' } })
    const closed = numbersOf(store.readAll())
    setTimeout(() => void store.close(), 20)
    await expect(closed).rejects.toMatchObject({ error: { reason: 'The store has been closed.' } })
  })
})

describe('positions [trap 14]', () => {
  it('are texts that compare as the log runs, and nothing else is taken for one', async () => {
    const store = opened((await started()).url)
    await filled(store, 'a-1', notes(1, 20))
    const all: Array<string> = []
    for await (const { position } of store.readAll()) all.push(position)
    expect(all).toEqual(all.toSorted())
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
    expect(all[0]).toMatch(/^\d{20}\.\d{20}$/)
    const foreign = positionOfNumber(1)
    await expect(numbersOf(store.readAll({ after: foreign }))).rejects.toThrow('not a position')
  })

  it('of a log that was longer are refused, and not waited for [trap 20]', async () => {
    const [longer, shorter] = [opened((await started()).url), opened((await started()).url)]
    await filled(longer, 'a-1', notes(1, 30))
    await filled(shorter, 'a-1', notes(1, 3))
    const head = await longer.head()()
    const after = 'right' in head ? head.right : undefined
    if (after === undefined) throw new Error('nothing was written')
    const refused = { error: { reason: expect.stringContaining('beyond the end of this log') } }
    await expect(numbersOf(shorter.readAll({ after }))).rejects.toMatchObject(refused)
    const next = shorter.subscribe({ after })[Symbol.asyncIterator]().next()
    await expect(next).rejects.toMatchObject(refused)
  })
})

describe('what others have written', () => {
  it('is left out where it is of the server, and unreadable where it is of another program', async () => {
    const { url, log } = await started()
    const store = opened(url)
    await filled(store, 'a-1', notes(1, 2))
    await store.delete('a-1', 'any', 'soft')()
    expect(await numbersOf(store.readAll())).toEqual([1, 2])
    const foreign = log.all.at(-1)
    if (foreign === undefined) throw new Error('nothing was written')
    log.all.push({ ...foreign, stream: 'b-1', type: 'Foreign', place: foreign.place + 500n })
    await expect(numbersOf(store.readAll())).rejects.toMatchObject({
      error: { type: 'EventUnreadable', stream: 'b-1' },
    })
    expect(await numbersOf(store.readAll({ types: ['Noted'] }))).toEqual([1, 2])
  })
})
