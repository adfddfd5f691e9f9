import type { ConformanceCase } from './case.ts'
import { expectEqual, expectThrow } from './expect.ts'
import { append, appended, event, events, ids, readLog, readStream } from './fixtures.ts'

const lookalikes: ReadonlyArray<string> = [
  'a',
  'A',
  'a-',
  'a-1',
  'a-1-',
  'a-10',
  'a_1',
  'a%',
  'a*',
  'a 1',
  ' a',
  'a ',
  'a\u0000',
  'a\u0000b',
  "a'--",
  'caf\u00e9-1',
  'cafe\u0301-1',
  '\u0627\u0644-1',
  '\u{1f98a}-1',
  '__proto__',
  '__proto__-1',
  'constructor-1',
  '-',
  '-a',
]

export const namesApart: ConformanceCase = {
  id: '23',
  title: 'streams with similar names never bleed into each other',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    for (const [index, stream] of lookalikes.entries())
      await appended(store, stream, 'noStream', events(index * 2, index * 2 + 1))
    for (const [index, stream] of lookalikes.entries()) {
      const read = await readStream(store, stream)
      expectEqual(`events of ${stream}`, ids(read), ids(events(index * 2, index * 2 + 1)))
      expectEqual('their stream', read[0]?.stream, stream)
    }
    for (const category of ['a', 'A', 'caf\u00e9', '__proto__', '']) {
      const read = await readLog(store, { categories: [category] })
      const wanted = lookalikes.filter((stream) => stream.split('-')[0] === category)
      expectEqual(
        `streams of category ${category}`,
        [...new Set(read.map((e) => e.stream))],
        wanted,
      )
    }
    for (const name of ['', 'a-\ud800'])
      await expectThrow(
        `the name ${JSON.stringify(name)}`,
        () => append(store, name, 'any', events(900, 900)),
        (thrown) => thrown instanceof TypeError,
      )
    // Bytes cannot tell half a character from the sign that stands for it; a store can.
    await appended(store, 'a-\ufffd', 'noStream', [event(901)])
    expectEqual('events of half a character', await readStream(store, 'a-\ud800'), [])
    expectEqual('its revision', await store.read('a-\ud800').revision(), 'noStream')
  },
}
