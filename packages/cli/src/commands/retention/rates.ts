import type { CivilDate } from '@tenure/core/shared'
import {
  churnRate,
  customerStanding,
  mergedCustomers,
  purchaseMonths,
  retentionRate,
  survivorsOf,
  type PeriodQuestion,
} from '@tenure/retention'
import type { Command } from 'commander'
import { parseDays } from '../../arguments/parse-count.ts'
import { parseDay } from '../../arguments/parse-day.ts'
import { askingOptions, cutsHelp, type AskingOptions } from '../../arguments/shared-options.ts'
import { ask, type Seen } from '../../ask.ts'
import { usage } from '../../failure.ts'
import { writeAnswer } from '../../output/answer.ts'
import { cutFields } from '../../output/document.ts'
import { shown } from '../../output/shown.ts'
import type { Surroundings } from '../../surroundings.ts'
import { ratesText, type Rates } from './rates-text.ts'

interface RatesOptions extends AskingOptions {
  readonly from?: CivilDate
  readonly to?: CivilDate
  readonly windowDays?: number
}

const models = { purchases: purchaseMonths, standings: customerStanding, merged: mergedCustomers }

type At = Seen<typeof models>

/** The ends of the periods asked for: `--from` and `--to`, or two and more `--as-of`. */
export const periodEnds = ({
  from,
  to,
  asOf,
}: Pick<RatesOptions, 'from' | 'to' | 'asOf'>): ReadonlyArray<CivilDate> => {
  if (from !== undefined && to !== undefined && asOf.length === 0) return [from, to]
  if (from === undefined && to === undefined && asOf.length >= 2) return asOf
  throw usage(
    'a rate is asked over a period: give --from and --to, or two and more times --as-of, and not both.',
  )
}

const backwards = (ends: ReadonlyArray<CivilDate>): CivilDate | undefined =>
  ends.find((day, index) => day < (ends[index - 1] ?? day))

const rateOf = (start: At, end: At, windowDays: number | undefined): Rates => {
  const question: PeriodQuestion = {
    start: { asOf: start.cut.asOf, rows: start.rows.purchases },
    end: { asOf: end.cut.asOf, rows: end.rows.purchases },
    activity:
      windowDays === undefined
        ? { kind: 'recorded', start: start.rows.standings, end: end.rows.standings }
        : { kind: 'window', windowDays },
    survivors: survivorsOf(end.rows.merged),
  }
  const rate = retentionRate(question)
  const { definition, churn } = churnRate(question)
  return {
    startKnownAt: cutFields(start.cut).knownAt,
    ...cutFields(end.cut),
    ...rate,
    churn,
    definition: `Retention: ${rate.definition} Churn: ${definition}`,
  }
}

const answer = async (surroundings: Surroundings, options: RatesOptions): Promise<void> => {
  const ends = periodEnds(options)
  const late = backwards(ends)
  if (late !== undefined) throw usage(`a period cannot end on ${late}, before it starts.`)
  const { zone, seen } = await ask(surroundings, { ...options, asOf: ends }, models)
  // With several moments of knowledge for one day each, neighbours are still the ends of one period.
  const results = seen.slice(1).flatMap((end, index) => {
    const start = seen[index]
    if (start === undefined) return []
    const rates = rateOf(start, end, options.windowDays)
    return [shown(end.cut, rates, 'Retention and churn', ratesText)]
  })
  const command = 'retention rates'
  await writeAnswer(surroundings, options, { command, zone, results })
}

/** `tenure retention rates`: who stayed and who left over a period. */
export const addRatesCommand = (retention: Command, surroundings: Surroundings): void => {
  const command = retention
    .command('rates')
    .summary('retention and churn over a period')
    .description('Of the customers active at the start of a period, who stayed, and who left.')
  askingOptions(command)
    .option('--from <day>', 'the period is what follows this day', (day) => parseDay(day, '--from'))
    .option('--to <day>', 'its last day', (day) => parseDay(day, '--to'))
    .option(
      '--window-days <n>',
      'active: bought in the n days that end with the day (default: not recorded as gone)',
      (value) => parseDays(value, '--window-days'),
    )
    .addHelpText(
      'after',
      `
Each two neighbouring --as-of are the ends of one period, so 13 month-ends give 12 rates.
${cutsHelp}

Examples:
  tenure retention rates --from 1997-12-31 --to 1998-03-31 --window-days 90
  tenure retention rates --as-of 2026-01-31 --as-of 2026-02-28 --as-of 2026-03-31 --json`,
    )
    .action((options: RatesOptions) => answer(surroundings, options))
}
