import * as E from 'fp-ts/lib/Either.js'
import { StoreFailure, type Deletable, type Log } from '../port.ts'
import type { ConformanceCase, MakeStore } from './case.ts'
import { ConformanceFailure, expectEqual, expectThrow } from './expect.ts'
import {
  append,
  appended,
  conflict,
  event,
  events,
  ids,
  readLog,
  readStream,
  revisions,
} from './fixtures.ts'

const made = async (makeStore: MakeStore): Promise<Log & Deletable> => {
  const { store } = await makeStore()
  const { delete: remove } = store
  if (remove === undefined) throw new ConformanceFailure('the store has no `delete`')
  return { ...store, delete: remove }
}

const deleted = (stream: string): E.Either<unknown, never> =>
  E.left({ type: 'StreamDeleted', stream })
const done = E.right(undefined)

const softDeletion: ConformanceCase = {
  id: 'delete-soft',
  title:
    'a stream deleted softly is read as one that never was; the log and other streams keep all',
  needs: ['deleting'],
  run: async (makeStore) => {
    const store = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 3))
    await appended(store, 'a-2', 'noStream', events(4, 4))
    const head = await store.head()()
    expectEqual('the deletion', await store.delete('a-1', 2n, 'soft')(), done)
    expectEqual('deleted again', await store.delete('a-1', 'any', 'soft')(), done)
    expectEqual('its events', ids(await readStream(store, 'a-1')), [])
    expectEqual('backwards', ids(await readStream(store, 'a-1', { backwards: true })), [])
    expectEqual('its existence', await store.read('a-1').exists(), false)
    expectEqual('its revision', await store.read('a-1').revision(), 'noStream')
    expectEqual('the other stream', revisions(await readStream(store, 'a-2')), [0])
    expectEqual('the head', await store.head()(), head)
    expectEqual('the log', ids(await readLog(store)), ids(events(1, 4)))
    expectEqual(
      'whoever expects it',
      await append(store, 'a-1', 'exists', events(5, 5)),
      deleted('a-1'),
    )
    expectEqual(
      'an append of nothing',
      await append(store, 'a-1', 'any', []),
      E.right({ revision: 'noStream', repeated: false }),
    )
  },
}

const begunAgain: ConformanceCase = {
  id: 'delete-revive',
  title: 'a stream begun again after its deletion goes on counting, and shows only what is new',
  needs: ['deleting'],
  run: async (makeStore) => {
    const store = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 3))
    expectEqual('the deletion', await store.delete('a-1', 'exists', 'soft')(), done)
    const again = await appended(store, 'a-1', 'noStream', events(4, 5))
    expectEqual('its revision', again.revision, 4n)
    expectEqual('what is read', revisions(await readStream(store, 'a-1')), [3, 4])
    expectEqual(
      'from the beginning',
      revisions(await readStream(store, 'a-1', { from: 0n, limit: 1 })),
      [3],
    )
    expectEqual('up to what is hidden', ids(await readStream(store, 'a-1', { to: 2n })), [])
    expectEqual(
      'who believes in none',
      await append(store, 'a-1', 'noStream', events(6, 6)),
      conflict('a-1', 'noStream', 4n),
    )
    expectEqual('the next', (await appended(store, 'a-1', 4n, events(6, 6))).revision, 5n)
    expectEqual('deleted once more', await store.delete('a-1', 5n, 'soft')(), done)
    expectEqual('what is read then', ids(await readStream(store, 'a-1')), [])
    expectEqual('the log', ids(await readLog(store)), ids(events(1, 6)))
  },
}

const retries: ConformanceCase = {
  id: 'delete-retry',
  title:
    'an append sent again after a deletion is no success: what it wrote is gone. A revival sent again is one',
  needs: ['deleting'],
  run: async (makeStore) => {
    const store = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 3))
    await store.delete('a-1', 'any', 'soft')()
    for (const expected of ['noStream', 'any'] as const)
      expectEqual(
        `again, at ${expected}`,
        await append(store, 'a-1', expected, events(1, 3)),
        deleted('a-1'),
      )
    expectEqual(
      'again, at its revision',
      await append(store, 'a-1', 1n, events(3, 3)),
      deleted('a-1'),
    )
    const revival = await appended(store, 'a-1', 'noStream', events(4, 5))
    const repeat = await appended(store, 'a-1', 'noStream', events(4, 5))
    expectEqual('the revival again', repeat, { ...revival, repeated: true })
    expectEqual('the oldest again', await append(store, 'a-1', 'any', events(1, 1)), deleted('a-1'))
    expectEqual('what is read', revisions(await readStream(store, 'a-1')), [3, 4])
  },
}

const tombstone: ConformanceCase = {
  id: 'delete-tombstone',
  title: 'after a tombstone nothing can be appended, read or deleted there any more',
  needs: ['deleting'],
  run: async (makeStore) => {
    const store = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 2))
    expectEqual('the deletion', await store.delete('a-1', 1n, 'tombstone')(), done)
    expectEqual('of no stream', await store.delete('a-2', 'noStream', 'tombstone')(), done)
    for (const stream of ['a-1', 'a-2']) {
      for (const expected of ['any', 'noStream', 'exists', 1n] as const) {
        const answer = await append(store, stream, expected, [event(9)])
        expectEqual(`an append to ${stream} at ${expected}`, answer, deleted(stream))
        for (const how of ['soft', 'tombstone'] as const)
          expectEqual(
            `a deletion (${how})`,
            await store.delete(stream, expected, how)(),
            deleted(stream),
          )
      }
      expectEqual('an append of nothing', await append(store, stream, 'any', []), deleted(stream))
      expectEqual('its existence', await store.read(stream).exists(), false)
      await expectThrow(
        `a read of ${stream}`,
        () => readStream(store, stream),
        (thrown) => thrown instanceof StoreFailure && thrown.error.type === 'StreamDeleted',
      )
    }
    expectEqual('the log', ids(await readLog(store)), ids(events(1, 2)))
    await appended(store, 'a-3', 'noStream', [event(3)])
    expectEqual('the next event', ids(await readStream(store, 'a-3')), ids([event(3)]))
  },
}

const wrongExpectation: ConformanceCase = {
  id: 'delete-expected',
  title:
    'a deletion at a wrong revision, or softly of no stream, is a conflict and deletes nothing',
  needs: ['deleting'],
  run: async (makeStore) => {
    const store = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 2))
    for (const expected of ['noStream', 0n, 2n] as const)
      for (const how of ['soft', 'tombstone'] as const)
        expectEqual(
          `at ${expected}`,
          await store.delete('a-1', expected, how)(),
          conflict('a-1', expected, 1n),
        )
    for (const expected of ['any', 'noStream', 'exists', 0n] as const)
      expectEqual(
        `of no stream, at ${expected}`,
        await store.delete('a-2', expected, 'soft')(),
        conflict('a-2', expected, 'noStream'),
      )
    expectEqual('what is read', revisions(await readStream(store, 'a-1')), [0, 1])
    expectEqual('the next', (await appended(store, 'a-1', 1n, events(3, 3))).revision, 2n)
  },
}

export const deletionCases: ReadonlyArray<ConformanceCase> = [
  softDeletion,
  begunAgain,
  retries,
  tombstone,
  wrongExpectation,
]
