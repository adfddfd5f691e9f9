import * as E from 'fp-ts/lib/Either.js'
import type { Log } from '../port.ts'
import type { Position } from '../position.ts'
import type { ConformanceCase, MadeStore } from './case.ts'
import { ConformanceFailure, expectEqual, expectTrue } from './expect.ts'
import { append, appended, event, events, ids, readLog, readStream } from './fixtures.ts'

/** The store twice: two instances on one storage where it can be had, else one instance for both. */
const pair = async ({ store, reopen }: MadeStore): Promise<readonly [Log, Log]> => [
  store,
  reopen === undefined ? store : await reopen(),
]

const oneWinner: ConformanceCase = {
  id: '09',
  title:
    'of writers from the same revision exactly one wins, the others get the conflict and no other error',
  needs: [],
  run: async (makeStore) => {
    const stores = await pair(await makeStore())
    await appended(stores[0], 'a-1', 'noStream', events(1, 1))
    for (const writers of [2, 10]) {
      const at = (await readStream(stores[0], 'a-1')).length - 1
      const answers = await Promise.all(
        Array.from({ length: writers }, (_, index) =>
          append(stores[index % 2 === 0 ? 0 : 1], 'a-1', BigInt(at), [
            event(writers * 100 + index),
          ]),
        ),
      )
      expectEqual(`winners of ${writers}`, answers.filter(E.isRight).length, 1)
      const errors = answers.filter(E.isLeft).map(({ left }) => left)
      const wanted = errors.map(() => ({
        type: 'RevisionConflict',
        stream: 'a-1',
        expected: BigInt(at),
        actual: BigInt(at + 1),
      }))
      expectEqual('what the others were told', errors, wanted)
    }
  },
}

const noInterleaving: ConformanceCase = {
  id: '10',
  title: 'writers to different streams never conflict, and no batch is interleaved with another',
  needs: [],
  run: async (makeStore) => {
    const stores = await pair(await makeStore())
    const write = async (writer: number): Promise<void> => {
      for (let batch = 0; batch < 10; batch += 1) {
        const first = writer * 1000 + batch * 10
        const expected = batch === 0 ? 'noStream' : BigInt(batch * 5 - 1)
        const store = stores[writer % 2 === 0 ? 0 : 1]
        await appended(store, `a-${writer}`, expected, events(first, first + 4))
      }
    }
    await Promise.all(Array.from({ length: 10 }, (_, writer) => write(writer)))
    const all = await readLog(stores[0])
    expectEqual('the number of events', all.length, 500)
    for (let index = 0; index < all.length; index += 5) {
      const batch = all.slice(index, index + 5)
      const { stream = '', data } = batch[0] ?? {}
      expectEqual(
        `the batch at ${index}`,
        batch.map((recorded) => [recorded.stream, recorded.data]),
        [0, 1, 2, 3, 4].map((step) => [
          stream,
          // Every event of these batches holds its number.
          { number: (data as { readonly number: number }).number + step },
        ]),
      )
    }
  },
}

/** Pages through the log as a follower does, until it was told to stop and nothing more comes. */
const follow = async (store: Log, done: () => boolean): Promise<ReadonlyArray<string>> => {
  const seen: Array<string> = []
  let after: Position | undefined
  for (let reads = 0; reads < 100_000; reads += 1) {
    const last = done()
    const page = await readLog(store, after === undefined ? { limit: 7 } : { after, limit: 7 })
    for (const { id, position } of page) {
      seen.push(id)
      after = position
    }
    if (last && page.length === 0) return seen
    await Promise.resolve()
  }
  throw new ConformanceFailure(
    'a follower that reads all the time keeps the writers from their turn',
  )
}

const writeAll = async (store: Log, writer: number): Promise<void> => {
  for (let batch = 0; batch < 12; batch += 1) {
    const first = writer * 1000 + batch * 10
    await append(store, `a-${writer}`, 7777n, events(first + 5, first + 6))
    await appended(store, `a-${writer}`, 'any', events(first, first + (batch % 4)))
  }
}

const nothingSkipped: ConformanceCase = {
  id: '25',
  title:
    'reading the whole log gives every committed event exactly once, also while others write and are refused',
  needs: [],
  run: async (makeStore) => {
    const stores = await pair(await makeStore())
    let writing = 5
    const write = async (writer: number): Promise<void> => {
      try {
        await writeAll(stores[writer % 2 === 0 ? 0 : 1], writer)
      } finally {
        // Also after a failure: a follower that waits for more would hide it.
        writing -= 1
      }
    }
    const followers = stores.map((store) => follow(store, () => writing === 0))
    await Promise.all([0, 1, 2, 3, 4].map(write))
    const all = ids(await readLog(stores[0]))
    expectEqual('the number of events', all.length, 5 * 30)
    expectEqual('distinct events', new Set(all).size, all.length)
    for (const seen of await Promise.all(followers)) expectEqual('a follower saw', seen, all)
    expectTrue(
      'the other instance reads the same',
      ids(await readLog(stores[1])).join() === all.join(),
    )
  },
}

const twoInstances: ConformanceCase = {
  id: '37',
  title: 'two independent instances on one storage see what the other appended',
  needs: ['secondInstance'],
  run: async (makeStore) => {
    const [one, other] = await pair(await makeStore())
    await appended(one, 'a-1', 'noStream', events(1, 2))
    expectEqual('revision seen by the other', await other.read('a-1').revision(), 1n)
    await appended(other, 'a-1', 1n, events(3, 3))
    expectEqual('read by the one', ids(await readStream(one, 'a-1')), ids(events(1, 3)))
    const stale = await append(one, 'a-1', 1n, events(4, 4))
    expectEqual('a stale append by the one', E.isLeft(stale) && stale.left, {
      type: 'RevisionConflict',
      stream: 'a-1',
      expected: 1n,
      actual: 2n,
    })
    for (const [index, instance] of [one, other, one, other].entries())
      await appended(instance, 'a-1', BigInt(index + 2), events(10 + index, 10 + index))
    expectEqual('heads', await one.head()(), await other.head()())
  },
}

export const concurrencyCases: ReadonlyArray<ConformanceCase> = [
  oneWinner,
  noInterleaving,
  nothingSkipped,
  twoInstances,
]
