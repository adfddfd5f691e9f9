import { historicClv, type HistoricClv, type Value } from '@tenure/clv'
import type { Currency } from '@tenure/core/shared'
import type { Command } from 'commander'
import { parseCount } from '../../arguments/parse-count.ts'
import {
  askingOptions,
  currencyOption,
  cutsHelp,
  type AskingOptions,
} from '../../arguments/shared-options.ts'
import type { CutFields } from '../../output/document.ts'
import { amount } from '../../output/figures.ts'
import { cutWords, shown } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'
import type { Surroundings } from '../../surroundings.ts'
import { askValue } from './ask-value.ts'

interface HistoricOptions extends AskingOptions {
  readonly limit: number
}

const row = (name: string, value: Value, currency: Currency): ReadonlyArray<string> => [
  name,
  ...[
    value.paidMinor,
    value.refundedMinor,
    value.reversedMinor,
    value.badDebtMinor,
    value.valueMinor,
  ].map((minor) => amount(minor, currency)),
]

const historicText = (clv: HistoricClv & CutFields, limit: number): string => {
  const { currency, customers, total, excluded } = clv
  const best = customers.toSorted((a, b) => b.valueMinor - a.valueMinor).slice(0, limit)
  return titled(
    `Value so far in ${currency} ${cutWords(clv)}: ${best.length} of ${customers.length} customers`,
    [
      text('customer'),
      number('paid'),
      number('refunded'),
      number('reversed'),
      number('bad debt'),
      number('value'),
    ],
    [
      ...best.map((customer) => row(customer.customerId, customer, currency)),
      row('(without a customer)', excluded.withoutCustomer, currency),
      row('(all)', total, currency),
    ],
  )
}

/** `tenure clv historic`: what every customer has been worth so far. */
export const addHistoricCommand = (clv: Command, surroundings: Surroundings): void => {
  const command = clv
    .command('historic')
    .summary('what customers have been worth so far')
    .description('What each customer has paid, less refunds, reversed payments and bad debt.')
  askingOptions(command)
  currencyOption(command)
    .option(
      '--limit <n>',
      'so many customers in the table; --json lists all',
      (value) => parseCount(value, '--limit', 1),
      20,
    )
    .addHelpText(
      'after',
      `${cutsHelp}\n\nExamples:\n  tenure clv historic --as-of 2026-03-31 --currency EUR`,
    )
    .action((options: HistoricOptions) =>
      askValue(surroundings, options, 'clv historic', ({ cut, rows, currency, survivors }) =>
        shown(
          cut,
          historicClv(rows.value, { asOf: cut.asOf, currency, survivors }),
          'historic value',
          (value) => historicText(value, options.limit),
        ),
      ),
    )
}
