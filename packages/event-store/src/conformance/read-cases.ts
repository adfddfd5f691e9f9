import type { ReadAllOptions, ReadOptions } from '../port.ts'
import { StoreFailure } from '../port.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual, expectThrow } from './expect.ts'
import { orderInPages } from './paging-case.ts'
import { appended, event, events, ids, readLog, readStream, revisions } from './fixtures.ts'

const unknownStream: ConformanceCase = {
  id: '15',
  title: 'an unknown stream is empty, does not exist and has no revision; it is no error',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    for (const others of [0, 1]) {
      if (others > 0) await appended(store, 'a-10', 'noStream', events(1, 2))
      expectEqual('its events', await readStream(store, 'a-1'), [])
      expectEqual('backwards', await readStream(store, 'a-1', { backwards: true, limit: 1 }), [])
      expectEqual('exists', await store.read('a-1').exists(), false)
      expectEqual('revision', await store.read('a-1').revision(), 'noStream')
    }
  },
}

/** Reads of a stream whose revisions are 0 to 5, and the revisions that they give. */
const windows: ReadonlyArray<readonly [ReadOptions, ReadonlyArray<number>]> = [
  [{}, [0, 1, 2, 3, 4, 5]],
  [{ from: 2n }, [2, 3, 4, 5]],
  [{ to: 2n }, [0, 1, 2]],
  [{ from: 2n, to: 4n }, [2, 3, 4]],
  [{ from: 2n, to: 2n }, [2]],
  [{ from: 4n, to: 2n }, []],
  [{ from: 2n, limit: 2 }, [2, 3]],
  [{ limit: 0 }, []],
  [{ limit: 99 }, [0, 1, 2, 3, 4, 5]],
  [{ to: 99n }, [0, 1, 2, 3, 4, 5]],
  [{ from: 6n }, []],
  [{ from: 99n }, []],
  [{ backwards: true }, [5, 4, 3, 2, 1, 0]],
  [{ backwards: true, limit: 1 }, [5]],
  [{ backwards: true, from: 3n }, [3, 2, 1, 0]],
  [{ backwards: true, to: 3n }, [5, 4, 3]],
  [{ backwards: true, from: 4n, to: 2n }, [4, 3, 2]],
  [{ backwards: true, from: 99n, limit: 2 }, [5, 4]],
  [{ backwards: true, from: 4n, limit: 2 }, [4, 3]],
]

const bounded: ConformanceCase = {
  id: '17',
  title: 'from, to, limit and backwards give exactly the revisions they name, cut to the stream',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    await appended(store, 'b-1', 'noStream', events(100, 103))
    await appended(store, 'a-1', 'noStream', events(1, 4))
    await appended(store, 'b-1', 'exists', events(104, 104))
    await appended(store, 'a-1', 3n, events(5, 6))
    for (const [options, wanted] of windows) {
      const read = await readStream(store, 'a-1', options)
      const what = Object.entries(options).map(([name, value]) => `${name} ${value}`)
      expectEqual(`revisions with ${what.join(', ')}`, revisions(read), wanted)
      expectEqual('their ids', ids(read), ids(wanted.map((revision) => event(revision + 1))))
    }
  },
}

const trueRevision: ConformanceCase = {
  id: '18',
  title: "a bounded read reports the stream's true revision",
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    await appended(store, 'a-1', 'noStream', events(1, 6))
    for (const [options] of windows) {
      const read = store.read('a-1', options)
      expectEqual('exists', await read.exists(), true)
      expectEqual('revision', await read.revision(), 5n)
    }
  },
}

const boundedLog: ConformanceCase = {
  id: '18-log',
  title: 'the whole log is cut by after, upTo, limit, types and categories, alone and together',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    for (let number = 0; number < 12; number += 1) {
      const stream = ['a-1', 'b-1', 'a'][number % 3] ?? ''
      await appended(store, stream, 'any', [event(number, null, number % 2 === 0 ? 'Even' : 'Odd')])
    }
    const at = (await readLog(store)).map(({ position }) => position)
    const [four, eight] = [at[4], at[8]]
    if (four === undefined || eight === undefined) return
    const cuts: ReadonlyArray<readonly [ReadAllOptions, ReadonlyArray<number>]> = [
      [{ after: four }, [5, 6, 7, 8, 9, 10, 11]],
      [{ upTo: four }, [0, 1, 2, 3, 4]],
      [{ after: four, upTo: eight }, [5, 6, 7, 8]],
      [{ after: eight, upTo: four }, []],
      [{ after: four, limit: 2 }, [5, 6]],
      [{ limit: 0 }, []],
      [{ types: ['Odd'] }, [1, 3, 5, 7, 9, 11]],
      [{ types: ['Odd'], limit: 2 }, [1, 3]],
      [{ types: ['Odd', 'Even'], upTo: four }, [0, 1, 2, 3, 4]],
      [{ types: [] }, []],
      [{ types: ['Never'] }, []],
      [{ categories: ['b'] }, [1, 4, 7, 10]],
      [{ categories: ['a'] }, [0, 2, 3, 5, 6, 8, 9, 11]],
      [{ categories: ['a-1'] }, []],
      [{ categories: ['a'], types: ['Even'], after: four, upTo: eight }, [6, 8]],
    ]
    for (const [options, wanted] of cuts)
      expectEqual(
        `the log with ${Object.keys(options).join(', ')}`,
        ids(await readLog(store, options)),
        ids(wanted.map((number) => event(number))),
      )
  },
}

const aborted: ConformanceCase = {
  id: '17-signal',
  title: 'a read whose signal was aborted throws Aborted',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    await appended(store, 'a-1', 'noStream', events(1, 3))
    const signal = AbortSignal.abort()
    const isAborted = (thrown: unknown): boolean =>
      thrown instanceof StoreFailure && thrown.error.type === 'Aborted'
    await expectThrow('a stream', () => readStream(store, 'a-1', { signal }), isAborted)
    await expectThrow('an unknown stream', () => readStream(store, 'b', { signal }), isAborted)
    await expectThrow('the log', () => readLog(store, { signal }), isAborted)
  },
}

export const readCases: ReadonlyArray<ConformanceCase> = [
  unknownStream,
  orderInPages,
  bounded,
  aborted,
  trueRevision,
  boundedLog,
]
