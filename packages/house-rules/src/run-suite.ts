import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as t from 'io-ts'
import { judgeCoverage, type Counts } from './demands/judge.ts'

// The whole suite: everything once, then what reads a calendar once more in a far zone.
// The last line counts both runs together.

const root = fileURLToPath(new URL('../../../', import.meta.url))
const scratch = `${root}.tmp`

const Report = t.type({
  success: t.boolean,
  numPassedTests: t.number,
  numFailedTests: t.number,
  numPendingTests: t.number,
  numTodoTests: t.number,
  testResults: t.array(
    t.intersection([
      t.type({
        status: t.string,
        name: t.string,
        assertionResults: t.array(
          t.intersection([
            t.type({ status: t.string, fullName: t.string }),
            t.partial({ failureMessages: t.union([t.array(t.string), t.null]) }),
          ]),
        ),
      }),
      t.partial({ message: t.string }),
    ]),
  ),
})
type Report = t.TypeOf<typeof Report>

/** What failed, told once more at the end: whoever sees only the end of a run's output must see why. */
const failuresOf = (zone: string, { testResults }: Report): ReadonlyArray<string> =>
  testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = `${zone}: ${name.startsWith(root) ? name.slice(root.length) : name}`
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file}: ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`)
    return tests.length > 0 || status !== 'failed' ? tests : [`${file}: not loaded\n${message}`]
  })

const failures: Array<string> = []

/** One run of vitest. A file that could not even be loaded counts as a failure. */
const run = (zone: string, filters: ReadonlyArray<string>): Counts => {
  const file = `${scratch}/report-${zone.replace('/', '-')}.json`
  rmSync(file, { force: true })
  console.log(`\nTime zone ${zone}${filters.length > 0 ? `: ${filters.join(' ')}` : ''}`)
  const { status } = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters],
    { cwd: root, env: { ...process.env, TZ: zone }, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!Report.is(report)) throw new Error(`vitest wrote no report to ${file}`)
  failures.push(...failuresOf(zone, report))
  const failed = report.numFailedTests
  const broken = status !== 0 && failed === 0 ? 1 : 0
  return {
    passed: report.numPassedTests,
    failed: failed + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

mkdirSync(scratch, { recursive: true })
const named = process.argv.slice(2)
const runs =
  named.length > 0
    ? [run('UTC', named)]
    : [
        run('UTC', []),
        run('America/Los_Angeles', [
          'packages/core',
          'packages/projection',
          'packages/overdue',
          'packages/retention',
          'packages/clv',
          'packages/cli/test/dates',
        ]),
      ]
if (named.length === 0) runs.push(judgeCoverage(`${scratch}/report-UTC.json`))
const total = (count: keyof Counts): number => runs.reduce((sum, one) => sum + one[count], 0)
if (total('failed') > 0) process.exitCode = 1
for (const failure of failures) console.error(`\nfailed, ${failure.slice(0, 3000)}`)
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
