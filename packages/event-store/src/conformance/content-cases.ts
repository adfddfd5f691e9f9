import type { Instant } from '@tenure/core/shared'
import type { Metadata, NewEvent } from '../port.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual, expectThrow, expectTrue } from './expect.ts'
import { append, appended, event, events, ids, readLog, readStream } from './fixtures.ts'
import { namesApart } from './names-case.ts'
import { hostilePayloads, notJson } from './payloads.ts'

const metadataKept: ConformanceCase = {
  id: '20',
  title:
    'ids, types and all metadata read back as they were given, and what was absent stays absent',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const all: ReadonlyArray<Metadata> = [
      { schemaVersion: 1 },
      {
        schemaVersion: 7,
        commandId: '3b241101-e2bb-4255-8caf-4136c566a962',
        actor: 'ann 🦊',
        onBehalfOf: 'Ада',
        via: 'app',
        correlationId: 'a',
        causationId: '',
        door: 'record',
        // An instant is whole milliseconds; this one lies before 1970.
        declaredAt: -86_400_001 as Instant,
      },
    ]
    const batch = all.map((metadata, index) => ({ ...event(index), metadata }))
    await appended(store, 'a-1', 'noStream', batch)
    const given = batch.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))
    for (const read of [await readStream(store, 'a-1'), await readLog(store)])
      expectEqual(
        'what was read',
        read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
        given,
      )
  },
}

const contiguous: ConformanceCase = {
  id: '21',
  title: 'revisions run from 0 without gaps, and positions grow over all streams',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    for (let round = 0; round < 30; round += 1) {
      const stream = `a-${round % 4}`
      await appended(store, stream, 'any', events(round * 10, round * 10 + (round % 3)))
      await append(store, stream, 999n, events(9_000, 9_001))
    }
    const all = await readLog(store)
    const next = new Map<string, bigint>()
    let before = ''
    for (const { stream, revision, position } of all) {
      expectEqual(`the revision in ${stream}`, revision, next.get(stream) ?? 0n)
      next.set(stream, revision + 1n)
      expectTrue(`the position ${position} is after ${before}`, before < position)
      before = position
    }
    expectEqual('the number of events', all.length, 60)
  },
}

const storeClock: ConformanceCase = {
  id: '21-clock',
  title:
    'recordedAt is the clock of the store, also when that goes back; the order is the positions',
  needs: ['clock'],
  run: async (makeStore) => {
    const times = [1_000, 5_000, 2_000]
    let asked = 0
    const { store } = await makeStore({
      clock: () => {
        asked += 1
        // Whole milliseconds.
        return (times[asked - 1] ?? 9_000) as Instant
      },
    })
    await appended(store, 'a-1', 'noStream', events(1, 2))
    await appended(store, 'a-2', 'noStream', events(3, 3))
    await appended(store, 'a-1', 1n, events(4, 4))
    const all = await readLog(store)
    expectEqual(
      'the times',
      all.map(({ recordedAt }) => recordedAt),
      [1_000, 1_000, 5_000, 2_000],
    )
    expectEqual('the order', ids(all), ids(events(1, 4)))
  },
}

const payloadsKept: ConformanceCase = {
  id: '22',
  title:
    'whatever JSON can carry reads back exactly, and what it cannot carry is refused with its path',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const payloads = hostilePayloads()
    for (const [index, data] of payloads.entries())
      await appended(store, 'a-1', 'any', [event(index, data)])
    const read = await readStream(store, 'a-1')
    expectEqual('the number of events', read.length, payloads.length)
    for (const [index, { data }] of read.entries())
      expectEqual(`payload ${index}`, data, payloads[index])
    for (const [what, value] of notJson) {
      // The type forbids it, and a caller may have lost the type.
      const data = { deep: [{ field: value }] } as unknown as NewEvent['data']
      await expectThrow(
        what,
        () => append(store, 'a-1', 'any', [event(1_000_000, data)]),
        (thrown) => thrown instanceof TypeError && thrown.message.includes('deep[0].field'),
      )
    }
    expectEqual('events after the refusals', (await readLog(store)).length, payloads.length)
  },
}

const headKnown: ConformanceCase = {
  id: '38',
  title: 'the head is undefined on an empty log, and else the position of the newest event',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const empty = await store.head()()
    expectEqual('the head of an empty log', 'right' in empty && empty.right, undefined)
    for (let round = 0; round < 3; round += 1) {
      const { position } = await appended(
        store,
        `a-${round}`,
        'noStream',
        events(round * 10, round * 10 + 2),
      )
      await append(store, `a-${round}`, 'noStream', events(900, 900))
      const head = await store.head()()
      expectEqual('the head', 'right' in head && head.right, position)
    }
  },
}

export const contentCases: ReadonlyArray<ConformanceCase> = [
  metadataKept,
  contiguous,
  storeClock,
  payloadsKept,
  namesApart,
  headKnown,
]
