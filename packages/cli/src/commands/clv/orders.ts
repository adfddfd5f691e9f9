import {
  averageOrderValue,
  purchaseFrequency,
  type AverageOrderValue,
  type PurchaseFrequency,
} from '@tenure/clv'
import type { CivilDate } from '@tenure/core/shared'
import type { Command } from 'commander'
import { parseDays } from '../../arguments/parse-count.ts'
import { parseDay } from '../../arguments/parse-day.ts'
import {
  askingOptions,
  currencyOption,
  cutsHelp,
  type AskingOptions,
} from '../../arguments/shared-options.ts'
import { usage } from '../../failure.ts'
import type { CutFields } from '../../output/document.ts'
import { amount, count, decimal, meanAmount } from '../../output/figures.ts'
import { cutWords, shown } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'
import type { Surroundings } from '../../surroundings.ts'
import { askValue } from './ask-value.ts'

interface OrderOptions extends AskingOptions {
  readonly after?: CivilDate
  readonly perDays?: number
}

const afterOf = ({ after, asOf }: OrderOptions): CivilDate | null => {
  const early = asOf.find((day) => after !== undefined && day < after)
  if (early !== undefined)
    throw usage(`a period cannot end on ${early} and start after ${after ?? ''}.`)
  return after ?? null
}

const since = (after: CivilDate | null): string => (after === null ? '' : ` after ${after}`)

const aovText = (value: AverageOrderValue & CutFields): string =>
  titled(
    `Average order value in ${value.currency}${since(value.after)} ${cutWords(value)}`,
    [text(''), number('figure')],
    [
      ['orders', count(value.orders)],
      ['net', amount(value.netMinor, value.currency)],
      ['average', meanAmount(value.averageOrderValue.value, value.currency)],
    ],
  )

const frequencyText = (value: PurchaseFrequency & CutFields): string =>
  titled(
    `Purchase frequency in ${value.currency}${since(value.after)} ${cutWords(value)}`,
    [text(''), number('figure')],
    [
      ['orders', count(value.orders)],
      ['customers who ordered', count(value.customers)],
      ['days', count(value.periodDays)],
      ['orders a customer', decimal(value.ordersPerCustomer.value)],
      [`orders a customer in ${value.perDays} days`, decimal(value.frequency.value)],
      ['orders without a customer, left out', count(value.excluded.withoutCustomer.orders)],
    ],
  )

const periodOptions = (command: Command): Command => {
  askingOptions(command)
  return currencyOption(command).option(
    '--after <day>',
    'only orders after this day (default: since the first)',
    (day) => parseDay(day, '--after'),
  )
}

/** `tenure clv aov`: what an order came to. */
export const addAovCommand = (clv: Command, surroundings: Surroundings): void => {
  const command = clv
    .command('aov')
    .summary('average order value')
    .description('What an order came to on average, net of tax.')
  periodOptions(command)
    .addHelpText(
      'after',
      `${cutsHelp}\n\nExamples:\n  tenure clv aov --after 2025-12-31 --as-of 2026-03-31`,
    )
    .action((options: OrderOptions) => {
      const after = afterOf(options)
      return askValue(surroundings, options, 'clv aov', ({ cut, rows, currency, survivors }) =>
        shown(
          cut,
          averageOrderValue(rows.value, { asOf: cut.asOf, after, currency, survivors }),
          'average order value',
          aovText,
        ),
      )
    })
}

/** `tenure clv frequency`: how often a customer orders. */
export const addFrequencyCommand = (clv: Command, surroundings: Surroundings): void => {
  const command = clv
    .command('frequency')
    .summary('orders of a customer')
    .description('How often the customers of a period order.')
  periodOptions(command)
    .option(
      '--per-days <n>',
      'the unit of the answer',
      (value) => parseDays(value, '--per-days'),
      365,
    )
    .addHelpText(
      'after',
      `${cutsHelp}\n\nExamples:\n  tenure clv frequency --after 2025-03-31 --as-of 2026-03-31 --per-days 30`,
    )
    .action((options: OrderOptions) => {
      const after = afterOf(options)
      const perDays = options.perDays ?? 365
      return askValue(surroundings, options, 'clv frequency', (asked) => {
        const { cut, rows, currency, survivors } = asked
        const question = { asOf: cut.asOf, after, currency, survivors, perDays }
        return shown(cut, purchaseFrequency(rows.value, question), 'frequency', frequencyText)
      })
    })
}
