import { readFileSync, writeFileSync } from 'node:fs'
import { root } from '../tree.ts'
import { faultsOfCoverage, stalePage } from './check.ts'
import { RunReport, shownBy } from './shown-by.ts'

/** What a run came to, as its last line tells it. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * Judges a run of the whole suite by what the trade asks for: one test more, which passes when every row
 * is carried and `docs/COVERAGE.md` is what this run makes. With `UPDATE_DOCS=1` the page is written.
 */
export const judgeCoverage = (reportFile: string): Counts => {
  const report: unknown = JSON.parse(readFileSync(reportFile, 'utf8'))
  if (!RunReport.is(report)) throw new Error(`vitest wrote no report to ${reportFile}`)
  const shown = shownBy(report, root)
  const faults = [...faultsOfCoverage(shown)]
  const page = stalePage(shown)
  if (page !== undefined && process.env['UPDATE_DOCS'] === '1')
    writeFileSync(`${root}docs/COVERAGE.md`, page)
  else if (page !== undefined)
    faults.push('docs/COVERAGE.md is not what this run makes: run the tests with UPDATE_DOCS=1')
  for (const fault of faults) console.error(`coverage: ${fault}`)
  const failed = faults.length > 0 ? 1 : 0
  return { passed: 1 - failed, failed, skipped: 0 }
}
