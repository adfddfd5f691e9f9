import type { Currency } from '@tenure/core/shared'
import {
  mergedCustomers,
  monthlyCohorts,
  purchaseMonths,
  survivorsOf,
  type Maturity,
  type MonthlyCohorts,
} from '@tenure/retention'
import { Option, type Command } from 'commander'
import {
  askingOptions,
  currencyOption,
  cutsHelp,
  type AskingOptions,
} from '../../arguments/shared-options.ts'
import { ask } from '../../ask.ts'
import { writeAnswer } from '../../output/answer.ts'
import { chosenCurrencies } from '../../output/chosen-currencies.ts'
import { shown } from '../../output/shown.ts'
import type { Surroundings } from '../../surroundings.ts'
import { cohortsText } from './cohorts-text.ts'

interface CohortsOptions extends AskingOptions {
  readonly maturity: Maturity
}

const models = { purchases: purchaseMonths, merged: mergedCustomers }

const onlyIn = (table: MonthlyCohorts, currency: Currency | undefined): MonthlyCohorts => {
  if (currency === undefined) return table
  return {
    ...table,
    currencies: table.currencies.filter((one) => one === currency),
    cohorts: table.cohorts.map((cohort) => ({
      ...cohort,
      cells: cohort.cells.map((cell) => ({
        ...cell,
        revenue: cell.revenue.filter((revenue) => revenue.currency === currency),
      })),
    })),
  }
}

const answer = async (surroundings: Surroundings, options: CohortsOptions): Promise<void> => {
  const { maturity, currency } = options
  const { zone, seen } = await ask(surroundings, options, models)
  const tables = seen.map(({ cut, rows }) => {
    const survivors = survivorsOf(rows.merged)
    return { cut, table: monthlyCohorts(rows.purchases, { asOf: cut.asOf, maturity, survivors }) }
  })
  // Customers are counted over all currencies: one that is not there leaves the table without revenue.
  const found = [...new Set(tables.flatMap(({ table }) => table.currencies))].toSorted()
  chosenCurrencies(surroundings, found, currency)
  const results = tables.map(({ cut, table }) =>
    shown(cut, onlyIn(table, currency), 'Retention by cohort', cohortsText),
  )
  const command = 'retention cohorts'
  await writeAnswer(surroundings, options, { command, zone, results })
}

/** `tenure retention cohorts`: who came in which month, and who came back. */
export const addCohortsCommand = (retention: Command, surroundings: Surroundings): void => {
  const command = retention
    .command('cohorts')
    .summary('customers by the month of their first purchase')
    .description('Who came in which month, and how many of them bought again in each later month.')
  askingOptions(command).addOption(
    new Option(
      '--maturity <complete|observed>',
      'complete: finished months only; observed: the unfinished month too, marked',
    )
      .choices(['complete', 'observed'])
      .makeOptionMandatory(),
  )
  currencyOption(command)
    .addHelpText(
      'after',
      `${cutsHelp}

Examples:
  tenure retention cohorts --maturity complete --as-of 1998-06-30
  tenure retention cohorts --maturity observed --currency USD --json`,
    )
    .action((options: CohortsOptions) => answer(surroundings, options))
}
