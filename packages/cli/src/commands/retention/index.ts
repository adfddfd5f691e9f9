import type { Command } from 'commander'
import type { Surroundings } from '../../surroundings.ts'
import { addCohortsCommand } from './cohorts.ts'
import { addRatesCommand } from './rates.ts'

/** `tenure retention`: who stayed. */
export const addRetentionCommand = (program: Command, surroundings: Surroundings): void => {
  const retention = program
    .command('retention')
    .summary('who stayed: cohorts, retention and churn')
    .description('Answers who stayed and who left.')
    .addHelpText(
      'after',
      `
Examples:
  tenure retention cohorts --maturity complete --as-of 1998-06-30
  tenure retention rates --from 1997-12-31 --to 1998-03-31 --window-days 90`,
    )
  addCohortsCommand(retention, surroundings)
  addRatesCommand(retention, surroundings)
}
