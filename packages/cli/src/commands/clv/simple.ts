import {
  averageOrderValue,
  currenciesOf,
  customerValue,
  purchaseFrequency,
  simpleClv,
  type Lifespan,
  type SimpleClv,
} from '@tenure/clv'
import { addDays, type CivilDate, type Currency } from '@tenure/core/shared'
import {
  churnRate,
  customerStanding,
  mergedCustomers,
  purchaseMonths,
  survivorsOf,
  type Survivors,
} from '@tenure/retention'
import type { Command } from 'commander'
import {
  askingOptions,
  currencyOption,
  cutsHelp,
  type AskingOptions,
} from '../../arguments/shared-options.ts'
import { parseCount, parseDays } from '../../arguments/parse-count.ts'
import { parseMargin } from '../../arguments/parse-margin.ts'
import { ask, type Seen } from '../../ask.ts'
import { usage } from '../../failure.ts'
import { writeAnswer } from '../../output/answer.ts'
import { chosenCurrencies } from '../../output/chosen-currencies.ts'
import type { CutFields } from '../../output/document.ts'
import { decimal, meanAmount } from '../../output/figures.ts'
import { cutWords, shown } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'
import type { Surroundings } from '../../surroundings.ts'

interface SimpleOptions extends AskingOptions {
  readonly periodDays: number
  readonly lifespan?: number
  readonly windowDays?: number
  readonly margin?: number
}

const models = {
  value: customerValue,
  purchases: purchaseMonths,
  standings: customerStanding,
  merged: mergedCustomers,
}

type At = Seen<typeof models>

const lifespanOf = (
  { cut, rows, rowsAt }: At,
  after: CivilDate,
  survivors: Survivors,
  { lifespan, windowDays }: SimpleOptions,
): Lifespan => {
  if (lifespan !== undefined) return { kind: 'given', periods: lifespan }
  const before = rowsAt(after)
  const { churn } = churnRate({
    start: { asOf: after, rows: before.purchases },
    end: { asOf: cut.asOf, rows: rows.purchases },
    activity:
      windowDays === undefined
        ? { kind: 'recorded', start: before.standings, end: rows.standings }
        : { kind: 'window', windowDays },
    survivors,
  })
  return { kind: 'fromChurn', churn }
}

const simpleOf = (at: At, currency: Currency, options: SimpleOptions): SimpleClv => {
  const { asOf } = at.cut
  const { periodDays, margin } = options
  const after = addDays(asOf, -periodDays)
  const survivors = survivorsOf(at.rows.merged)
  const question = { asOf, after, currency, survivors }
  return simpleClv({
    asOf,
    currency,
    averageOrderValue: averageOrderValue(at.rows.value, question).averageOrderValue,
    frequency: purchaseFrequency(at.rows.value, { ...question, perDays: periodDays }).frequency,
    lifespan: lifespanOf(at, after, survivors, options),
    ...(margin === undefined ? {} : { marginBasisPoints: margin }),
  })
}

const simpleText = (clv: SimpleClv & CutFields): string =>
  titled(
    `Simple customer lifetime value in ${clv.currency} ${cutWords(clv)}`,
    [text(''), number('figure')],
    [
      ['average order value', meanAmount(clv.averageOrderValue.value, clv.currency)],
      ['orders a period', decimal(clv.frequency.value)],
      ['periods a customer stays', decimal(clv.lifespanPeriods)],
      ['value as revenue', meanAmount(clv.revenueModelMinor, clv.currency)],
      ['value by the margin', meanAmount(clv.marginModelMinor, clv.currency)],
    ],
  )

const answer = async (surroundings: Surroundings, options: SimpleOptions): Promise<void> => {
  if (options.lifespan !== undefined && options.windowDays !== undefined)
    throw usage('--lifespan and --window-days both say how long customers stay: give one of them.')
  const otherDays = (asOf: CivilDate) => [addDays(asOf, -options.periodDays)]
  const { zone, seen } = await ask(surroundings, options, models, otherDays)
  const found = [...new Set(seen.flatMap(({ rows }) => currenciesOf(rows.value)))].toSorted()
  const chosen = chosenCurrencies(surroundings, found, options.currency)
  const results = seen.flatMap((at) =>
    currenciesOf(at.rows.value)
      .filter((currency) => chosen.includes(currency))
      .map((currency) =>
        shown(at.cut, simpleOf(at, currency, options), 'simple value', simpleText),
      ),
  )
  await writeAnswer(surroundings, options, { command: 'clv simple', zone, results })
}

/** `tenure clv simple`: order value × frequency × lifespan. */
export const addSimpleCommand = (clv: Command, surroundings: Surroundings): void => {
  const command = clv
    .command('simple')
    .summary('order value × orders a period × periods a customer stays')
    .description(
      'The textbook value, from the orders and the churn of the period that ends with --as-of.',
    )
  askingOptions(command)
  currencyOption(command)
    .option(
      '--period-days <n>',
      'the days of a period',
      (value) => parseDays(value, '--period-days'),
      365,
    )
    .option(
      '--lifespan <n>',
      'periods a customer stays (default: 1 / churn of the period)',
      (value) => parseCount(value, '--lifespan', 0),
    )
    .option('--window-days <n>', 'for churn: active is who bought in so many days', (value) =>
      parseDays(value, '--window-days'),
    )
    .option('--margin <percent>', 'also the value by this margin', parseMargin)
    .addHelpText(
      'after',
      `${cutsHelp}

Examples:
  tenure clv simple --as-of 2026-03-31 --window-days 180 --margin 30
  tenure clv simple --as-of 2026-03-31 --lifespan 3 --json`,
    )
    .action((options: SimpleOptions) => answer(surroundings, options))
}
