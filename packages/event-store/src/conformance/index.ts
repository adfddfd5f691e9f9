import { appendCases } from './append-cases.ts'
import type { ConformanceCase } from './case.ts'
import { concurrencyCases } from './concurrency-cases.ts'
import { contentCases } from './content-cases.ts'
import { deletionCases } from './deletion-cases.ts'
import { readCases } from './read-cases.ts'
import { repeatCases } from './repeat-cases.ts'
import { subscriptionCases } from './subscription-cases.ts'
import { subscriptionEndCases } from './subscription-end-cases.ts'

export { type ConformanceCase, type MadeStore, type MakeStore, type Need } from './case.ts'
export { ConformanceFailure } from './expect.ts'

/** What every store owes, as values: run them under any test runner, each on a store of its own. */
export const conformanceCases: ReadonlyArray<ConformanceCase> = [
  ...appendCases,
  ...concurrencyCases,
  ...repeatCases,
  ...readCases,
  ...contentCases,
  ...deletionCases,
  ...subscriptionCases,
  ...subscriptionEndCases,
].toSorted((one, other) => (one.id < other.id ? -1 : 1))
