import { filesBelow, textOf } from '../tree.ts'
import { coveragePage } from './page.ts'
import { sections } from './rows.ts'
import type { Shown } from './shown-by.ts'

/** Everything that the sources export, and every event's name. */
const namesOfTheHouse = (): ReadonlySet<string> =>
  new Set(
    filesBelow('packages')
      .filter(
        (path) =>
          /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !path.startsWith('packages/house-rules'),
      )
      .flatMap((path) => [...textOf(path).matchAll(/export (?:const|function) (\w+)/g)])
      .map(([, name = '']) => name),
  )

/** What is wrong with the coverage, in sentences: rows without a proof, names that nobody has, ids without a row. */
export const faultsOfCoverage = (
  shown: ReadonlyMap<string, ReadonlyArray<Shown>>,
): ReadonlyArray<string> => {
  const rows = sections.flatMap(([, of]) => of)
  const names = namesOfTheHouse()
  const known = new Set(rows.map(({ id }) => id))
  return [
    ...rows
      .filter(
        ({ id, later, outOfScope }) =>
          !shown.has(id) && later === undefined && outOfScope === undefined,
      )
      .map(({ id, words }) => `no test shows ${id}: ${words}`),
    ...rows.flatMap(({ id, by }) =>
      by
        .filter((name) => !names.has(name))
        .map((name) => `${id} is said to be carried by ${name}, which nobody exports`),
    ),
    ...[...shown.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `a test names ${id}, which is no row`),
  ]
}

/** The page as it should be, where it is not what stands in the docs. */
export const stalePage = (shown: ReadonlyMap<string, ReadonlyArray<Shown>>): string | undefined => {
  const page = coveragePage(shown)
  const path = 'docs/COVERAGE.md'
  return filesBelow('docs').includes(path) && textOf(path) === page ? undefined : page
}
