import type { Log } from '../port.ts'
import type { Position } from '../position.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual } from './expect.ts'
import { appended, event, events, ids, readLog, readStream } from './fixtures.ts'

/** At least `until` ids of the log, page after page; fewer where a page was empty. */
const logInPages = async (
  store: Log,
  limit: number,
  until: number,
): Promise<ReadonlyArray<string>> => {
  const seen: Array<string> = []
  let after: Position | undefined
  while (seen.length < until) {
    const page = await readLog(store, { limit, ...(after !== undefined && { after }) })
    if (page.length === 0) break
    seen.push(...ids(page))
    after = page.at(-1)?.position
  }
  return seen
}

const streamInPages = async (
  store: Log,
  stream: string,
  limit: number,
  until: number,
): Promise<ReadonlyArray<string>> => {
  const seen: Array<string> = []
  while (seen.length < until) {
    const page = await readStream(store, stream, { from: BigInt(seen.length), limit })
    if (page.length === 0) break
    seen.push(...ids(page))
  }
  return seen
}

export const orderInPages: ConformanceCase = {
  id: '16',
  title: 'the order is that of the appends, in pages of 1, 2 and 1000',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const numbers: Array<number> = []
    for (let first = 0; first < 2500; first += 50) {
      await appended(store, first % 100 === 0 ? 'a-1' : 'a-2', 'any', events(first, first + 49))
      numbers.push(...Array.from({ length: 50 }, (_, index) => first + index))
    }
    expectEqual('the log', ids(await readLog(store)), ids(numbers.map((number) => event(number))))
    const ofStream = numbers.filter((number) => number % 100 < 50)
    for (const [limit, until] of [
      [1, 40],
      [2, 80],
      [1000, 2500],
    ] as const) {
      const wanted = ids(numbers.slice(0, until).map((number) => event(number)))
      expectEqual(`the log in pages of ${limit}`, await logInPages(store, limit, until), wanted)
      const part = ofStream.slice(0, until).map((number) => event(number))
      const pages = await streamInPages(store, 'a-1', limit, part.length)
      expectEqual(`the stream in pages of ${limit}`, pages, ids(part))
    }
  },
}
