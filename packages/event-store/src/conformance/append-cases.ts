import { allOrNothing, noIdTwice } from './all-or-nothing-case.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual, expectTrue } from './expect.ts'
import { append, appended, conflict, event, events, ids, readLog, readStream } from './fixtures.ts'

const appendsAtRevisions: ConformanceCase = {
  id: '01',
  title: 'an append at no stream, then at revision 0, then at 2 after a batch of two succeeds',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const results = [
      await appended(store, 'a-1', 'noStream', events(1, 1)),
      await appended(store, 'a-1', 0n, events(2, 3)),
      await appended(store, 'a-1', 2n, events(4, 4)),
    ]
    expectEqual(
      'the revisions answered',
      results.map(({ revision }) => revision),
      [0n, 2n, 3n],
    )
    expectEqual('the ids read back', ids(await readStream(store, 'a-1')), ids(events(1, 4)))
  },
}

const anyAppends: ConformanceCase = {
  id: '02',
  title: '`any` appends without a check, repeatedly, and keeps the order',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    for (let number = 1; number <= 20; number += 1)
      await appended(store, 'a-1', 'any', [event(number)])
    expectEqual('the ids read back', ids(await readStream(store, 'a-1')), ids(events(1, 20)))
  },
}

const noStreamOnce: ConformanceCase = {
  id: '03',
  title: '`noStream` succeeds once, and is refused where the stream exists',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    await appended(store, 'a-1', 'noStream', events(1, 2))
    const again = await append(store, 'a-1', 'noStream', events(3, 3))
    expectEqual('the second answer', again, conflict('a-1', 'noStream', 1n))
    await appended(store, 'a-2', 'noStream', events(4, 4))
  },
}

const existsChecked: ConformanceCase = {
  id: '04',
  title: '`exists` is refused where there is no stream, and accepted where there is one',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const none = await append(store, 'a-1', 'exists', events(1, 1))
    expectEqual('the answer without a stream', none, conflict('a-1', 'exists', 'noStream'))
    await appended(store, 'a-1', 'any', events(1, 1))
    const { revision } = await appended(store, 'a-1', 'exists', events(2, 2))
    expectEqual('the revision', revision, 1n)
  },
}

const wrongRevision: ConformanceCase = {
  id: '05',
  title: 'a wrong revision is refused with the expected and the actual one, on any stream',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    for (const expected of [0n, -1n]) {
      const missing = await append(store, 'a-1', expected, events(1, 1))
      expectEqual(`${expected} on none`, missing, conflict('a-1', expected, 'noStream'))
    }
    await appended(store, 'a-1', 'noStream', events(1, 3))
    for (const expected of [-1n, 0n, 1n, 3n, 7n]) {
      const answer = await append(store, 'a-1', expected, events(8, 9))
      expectEqual(`expecting ${expected}`, answer, conflict('a-1', expected, 2n))
    }
  },
}

const returnedRevision: ConformanceCase = {
  id: '06',
  title: 'the revision and the position answered are those of the last event written',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const results = [
      await appended(store, 'a-1', 'noStream', events(1, 1)),
      await appended(store, 'b-1', 'noStream', events(2, 5)),
      await appended(store, 'a-1', 0n, events(6, 6)),
      await appended(store, 'a-1', 1n, events(7, 7)),
    ]
    const all = await readLog(store)
    const last = [1, 5, 6, 7].map((count) => all[count - 1])
    expectEqual(
      'what was answered',
      results,
      last.map((recorded) => ({
        revision: recorded?.revision,
        position: recorded?.position,
        repeated: false,
      })),
    )
  },
}

const emptyAppend: ConformanceCase = {
  id: '08',
  title: 'an append of no events writes nothing and answers the current revision',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const missing = await appended(store, 'a-1', 'any', [])
    expectEqual('without a stream', missing, { revision: 'noStream', repeated: false })
    expectTrue('no stream came to be', !(await store.read('a-1').exists()))
    await appended(store, 'a-1', 'noStream', events(1, 3))
    for (const expected of ['any', 'exists', 2n] as const)
      expectEqual(`expecting ${expected}`, await appended(store, 'a-1', expected, []), {
        revision: 2n,
        repeated: false,
      })
    expectEqual('the log', ids(await readLog(store)), ids(events(1, 3)))
  },
}

export const appendCases: ReadonlyArray<ConformanceCase> = [
  appendsAtRevisions,
  anyAppends,
  noStreamOnce,
  existsChecked,
  wrongRevision,
  returnedRevision,
  allOrNothing,
  noIdTwice,
  emptyAppend,
]
