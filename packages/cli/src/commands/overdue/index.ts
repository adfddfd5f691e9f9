import { overdueModels } from '@tenure/overdue'
import { Argument, type Command } from 'commander'
import { parseBoundaries } from '../../arguments/parse-boundaries.ts'
import { parseCount, parseDays } from '../../arguments/parse-count.ts'
import { parseDay } from '../../arguments/parse-day.ts'
import { askingOptions, currencyOption, cutsHelp } from '../../arguments/shared-options.ts'
import { ask } from '../../ask.ts'
import { usage } from '../../failure.ts'
import { writeAnswer } from '../../output/answer.ts'
import { chosenCurrencies } from '../../output/chosen-currencies.ts'
import type { Surroundings } from '../../surroundings.ts'
import type { OverdueOptions, View } from './view.ts'
import { views } from './views.ts'

const special = ['from', 'days', 'boundaries', 'limit'] as const

const checkOptions = (name: string, view: View, options: OverdueOptions): void => {
  for (const option of special)
    if (options[option] !== undefined && !view.understands.includes(option)) {
      const others = [...views].filter(([, { understands }]) => understands.includes(option))
      const names = others.map(([other]) => other).join(' and ')
      throw usage(`--${option} says nothing to the view ${name}: it is for ${names}.`)
    }
}

const answer = async (
  surroundings: Surroundings,
  name: string,
  options: OverdueOptions,
): Promise<void> => {
  const view = views.get(name)
  if (view === undefined) throw new Error(`the view ${name} was let through`)
  checkOptions(name, view, options)
  const { zone, seen } = await ask(surroundings, options, overdueModels)
  const all = seen.flatMap(({ cut, rows }) => view.show(rows, cut, options))
  const found = [...new Set(all.map(({ currency }) => currency))].toSorted()
  const chosen = chosenCurrencies(surroundings, found, options.currency)
  const results = all.filter(({ currency }) => chosen.includes(currency))
  await writeAnswer(surroundings, options, { command: `overdue ${name}`, zone, results })
}

const viewsHelp = [...views]
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')

/** The options that only some views understand. */
const viewOptions = (command: Command): Command =>
  command
    .option(
      '--from <day>',
      'cei, days-late: first day of the period that ends with --as-of',
      (day) => parseDay(day, '--from'),
    )
    .option('--days <n>', 'dso: the days of sales (default: 90)', (value) =>
      parseDays(value, '--days'),
    )
    .option(
      '--boundaries <days>',
      'ageing: the last day of each bucket (default: 30,60,90)',
      parseBoundaries,
    )
    .option('--limit <n>', 'worklist: so many customers in the table (default: 20)', (value) =>
      parseCount(value, '--limit', 1),
    )

/** `tenure overdue`: who owes what since when. */
export const addOverdueCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('overdue')
    .summary('who owes what since when: book, ageing, DSO, CEI, worklist')
    .description('Answers what is open and overdue, for each currency by itself.')
    .addArgument(
      new Argument('[view]', 'what to look at').choices([...views.keys()]).default('book'),
    )
  askingOptions(command)
  currencyOption(command)
  viewOptions(command)
    .addHelpText(
      'after',
      `
Views:
${viewsHelp}
${cutsHelp}

Examples:
  tenure overdue --as-of 2012-03-31
  tenure overdue ageing --as-of 2012-03-31 --as-of 2012-04-30 --boundaries 30,60,90,180
  tenure overdue --as-of 2012-03-31 --known-at 2012-03-31 --known-at 2012-06-30 --json
  tenure overdue worklist --currency USD`,
    )
    .action((name: string, options: OverdueOptions) => answer(surroundings, name, options))
}
