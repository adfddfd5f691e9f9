import * as t from 'io-ts'

/** What vitest writes of a run, as far as it is read here. */
export const RunReport = t.type({
  testResults: t.array(
    t.type({
      name: t.string,
      assertionResults: t.array(t.type({ title: t.string, fullName: t.string, status: t.string })),
    }),
  ),
})
export type RunReport = t.TypeOf<typeof RunReport>

/** A test that ran and passed. */
export interface Shown {
  /** The spec file, from the root of the repository. */
  readonly file: string
  readonly title: string
}

const ids = /\[((?:\d-\d\d)|(?:edge \d+)|(?:inv \d+))\]/g

/** The tests that passed, by the ids in their titles. An id names what the test asserts. */
export const shownBy = (
  report: RunReport,
  root: string,
): ReadonlyMap<string, ReadonlyArray<Shown>> => {
  const shown = new Map<string, Array<Shown>>()
  for (const { name, assertionResults } of report.testResults)
    for (const { title, status } of assertionResults) {
      if (status !== 'passed') continue
      for (const [, id = ''] of title.matchAll(ids)) {
        const words = title.replaceAll(ids, '').trim()
        const test = { file: name.startsWith(root) ? name.slice(root.length) : name, title: words }
        shown.set(id, [...(shown.get(id) ?? []), test])
      }
    }
  return shown
}
