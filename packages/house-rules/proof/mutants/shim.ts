import { expect } from 'vitest'

// Stands in for the test runner's own words while mutants are tried: it only remembers the tests, so that
// they can be run again and again in one process.

export { expect }

export interface Test {
  readonly title: string
  readonly run: () => unknown
}

export const tests: Array<Test> = []
const path: Array<string> = []
/** What every group around the next test does after each of its tests. */
const afters: Array<() => unknown> = []

export const afterEach = (run: () => unknown): void => {
  afters.push(run)
}

type Rows = ReadonlyArray<unknown>
const argsOf = (row: unknown): Rows => (Array.isArray(row) ? row : [row])

const add = (title: string, run: (...args: Rows) => unknown, args: Rows = []): void => {
  const cleanings = [...afters]
  tests.push({
    title: [...path, title].join(' > '),
    run: async () => {
      try {
        await run(...args)
      } finally {
        for (const clean of cleanings) await clean()
      }
    },
  })
}
export const it = Object.assign((title: string, run: () => unknown) => add(title, run), {
  each: (rows: Rows) => (title: string, run: (...args: Rows) => unknown) =>
    rows.forEach((row, index) => add(`${title} #${index}`, run, argsOf(row))),
})
export const test = it

const group = (title: string, body: (...args: Rows) => unknown, args: Rows = []): void => {
  const outside = afters.length
  path.push(title)
  body(...args)
  path.pop()
  afters.length = outside
}
export const describe = Object.assign((title: string, body: () => unknown) => group(title, body), {
  each: (rows: Rows) => (title: string, body: (...args: Rows) => unknown) =>
    rows.forEach((row, index) => group(`${title} #${index}`, body, argsOf(row))),
})
