import { minorUnits } from '@tenure/core/shared'
import { type Log, type NewEvent } from '@tenure/event-store'
import { memoryStore } from '@tenure/event-store/memory'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  playCompany,
  recordCompany,
  StreamTaken,
  type PlayedCompany,
} from '../src/company/index.ts'
import { contentOf, recordedIn } from './company-log.ts'

let company: PlayedCompany
beforeAll(async () => {
  company = await playCompany({ customers: 12, days: 200 })
})

/** A store that dies at its n-th append, as after a kill: what was appended before stays. */
const dyingAfter = (store: Log, appends: number): Log => {
  let left = appends
  return {
    ...store,
    append: (...append) => {
      if (left === 0) throw new Error('killed')
      left -= 1
      return store.append(...append)
    },
  }
}

const withoutClock = async (log: Log) =>
  (await recordedIn(log)).map((event) => ({ ...contentOf(event), metadata: event.metadata }))

const cleanLog = async () => {
  const target = memoryStore()
  await recordCompany(company.log, target)
  return withoutClock(target)
}

const foreign: NewEvent = {
  id: '11111111-1111-4111-8111-111111111111',
  type: 'OrderConfirmed',
  data: { effectiveOn: '2024-01-01', customerId: null, orderId: 'x', amount: minorUnits(1) },
  metadata: { schemaVersion: 1 },
}

describe('recording a company into an empty store', () => {
  it('writes the same events in the same order, declared for the instant at which it learned them', async () => {
    const expected = (await recordedIn(company.log)).map((event) => ({
      ...contentOf(event),
      metadata: { ...event.metadata, declaredAt: event.recordedAt },
    }))
    expect(await cleanLog()).toEqual(expected)
  })

  it('writes nothing the second time', async () => {
    const target = memoryStore()
    const events = company.summary.events
    expect(await recordCompany(company.log, target)).toEqual({ events, written: events })
    expect(await recordCompany(company.log, target)).toEqual({ events, written: 0 })
    expect(await recordedIn(target)).toHaveLength(events)
  })

  it('tells how far it is, to the end', async () => {
    const told: number[] = []
    const onProgress = (done: number) => void told.push(done)
    await recordCompany(company.log, memoryStore(), { chunkEvents: 100, onProgress })
    expect(told.at(0)).toBe(0)
    expect(told.at(-1)).toBe(company.summary.events)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })
})

describe('a recording that was killed', () => {
  it.each([0, 1, 2, 17, 90, 200])('after %i appends is completed by the next', async (appends) => {
    const target = memoryStore()
    await expect(recordCompany(company.log, dyingAfter(target, appends))).rejects.toThrow('killed')
    const stood = (await recordedIn(target)).length
    const { events, written } = await recordCompany(company.log, target)
    expect(written).toBe(events - stood)
    expect(await withoutClock(target)).toEqual(await cleanLog())
  })
})

describe('a store that holds other things', () => {
  it('keeps streams of other names as they are', async () => {
    const target = memoryStore()
    await target.append('order-x', 'noStream', [foreign])()
    const { written } = await recordCompany(company.log, target)
    expect(written).toBe(company.summary.events)
    const [first] = await recordedIn(target)
    expect(first?.id).toBe(foreign.id)
  })

  it('is refused whole where a stream of the company holds another event', async () => {
    const target = memoryStore()
    await target.append('customer-C-00003', 'noStream', [foreign])()
    await expect(recordCompany(company.log, target)).rejects.toEqual(
      new StreamTaken('customer-C-00003', 0n),
    )
    expect(await recordedIn(target)).toHaveLength(1)
  })

  it('is refused whole where a stream of the company goes on after its end', async () => {
    const target = memoryStore()
    await recordCompany(company.log, target)
    await target.append('customer-C-00003', 'exists', [foreign])()
    const revision = BigInt(
      (await recordedIn(company.log)).filter(({ stream }) => stream === 'customer-C-00003').length,
    )
    await expect(recordCompany(company.log, target)).rejects.toEqual(
      new StreamTaken('customer-C-00003', revision),
    )
  })
})
