import { parseArgs } from 'node:util'
import { parseCount } from './arguments/parse-count.ts'
import { exitCodes } from './exit-code.ts'
import { Failure } from './failure.ts'
import { runStart, type StartOptions } from './start/run-start.ts'
import { processSurroundings } from './surroundings.ts'

// `pnpm start` names no option; the others make a smaller company, for a first look and for tests.
const optionsOf = (args: ReadonlyArray<string>): StartOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      db: { type: 'string', default: 'tenure.db' },
      out: { type: 'string', default: 'tenure-report.html' },
      customers: { type: 'string', default: '2000' },
      days: { type: 'string', default: '731' },
      seed: { type: 'string', default: '1' },
    },
  })
  return {
    db: values.db,
    out: values.out,
    customers: parseCount(values.customers, '--customers', 1),
    days: parseCount(values.days, '--days', 1),
    seed: parseCount(values.seed, '--seed', 0),
  }
}

const surroundings = processSurroundings()
try {
  await runStart(optionsOf(process.argv.slice(2)), surroundings)
} catch (error) {
  if (surroundings.signal.aborted) {
    surroundings.notice('tenure: interrupted; the same command goes on from here.')
    process.exitCode = exitCodes.aborted
  } else if (error instanceof Failure) {
    surroundings.notice(`tenure: ${error.message}`)
    process.exitCode = error.code
  } else throw error
}
