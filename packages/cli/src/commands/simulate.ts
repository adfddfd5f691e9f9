import type { CivilDate } from '@tenure/core/shared'
import type { Command } from 'commander'
import { parseCount, parseDays } from '../arguments/parse-count.ts'
import { parseDay } from '../arguments/parse-day.ts'
import { databaseOption, jsonOption } from '../arguments/shared-options.ts'
import { formatVersion } from '../output/document.ts'
import type { Surroundings } from '../surroundings.ts'

interface SimulateOptions {
  readonly db: string
  readonly seed: number
  readonly customers: number
  readonly days: number
  readonly from?: CivilDate
  readonly json?: boolean
}

const play = async (surroundings: Surroundings, options: SimulateOptions): Promise<void> => {
  const { json, db, seed, customers, days, from } = options
  // Loaded only now: the company is large, and no other command needs it.
  const { simulate } = await import('../start/simulate.ts')
  const { outcome } = await import('../start/sentences.ts')
  const company = { db, seed, customers, days, ...(from === undefined ? {} : { from }) }
  const simulated = await simulate(company, surroundings)
  const { summary, written, ...result } = simulated
  const counts = { customers, events: summary.events, lateEvents: summary.lateEvents, written }
  const document = { formatVersion, command: 'simulate', result: { ...result, ...counts } }
  await surroundings.write(
    json === true ? `${JSON.stringify(document, null, 2)}\n` : outcome(simulated).trimStart(),
  )
}

/** `tenure simulate`: a history to look at where there is none yet. */
export const addSimulateCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('simulate')
    .summary('record a simulated company')
    .description(
      'Plays a company day by day through the rules and records it. The same options again complete the same company and change nothing else.',
    )
  databaseOption(command)
    .option(
      '--seed <n>',
      'another seed, another company',
      (value) => parseCount(value, '--seed', 0),
      1,
    )
    .option('--customers <n>', 'how many', (value) => parseCount(value, '--customers', 1), 2000)
    .option('--days <n>', 'days of business', (value) => parseDays(value, '--days'), 731)
    .option('--from <day>', 'the first day of business', (day) => parseDay(day, '--from'))
  jsonOption(command)
    .addHelpText(
      'after',
      `
Examples:
  tenure simulate
  tenure simulate --db small.db --customers 200 --days 365 --seed 7`,
    )
    .action((options: SimulateOptions) => play(surroundings, options))
}
