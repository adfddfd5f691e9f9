import type { Command } from 'commander'
import type { Surroundings } from '../../surroundings.ts'
import { addHistoricCommand } from './historic.ts'
import { addAovCommand, addFrequencyCommand } from './orders.ts'
import { addRfmCommand } from './rfm.ts'
import { addSimpleCommand } from './simple.ts'

/** `tenure clv`: what customers are worth. */
export const addClvCommand = (program: Command, surroundings: Surroundings): void => {
  const clv = program
    .command('clv')
    .summary('what customers are worth: RFM, order value, frequency, simple and historic value')
    .description('Answers what customers are worth, for each currency by itself.')
    .addHelpText(
      'after',
      `
Examples:
  tenure clv rfm --calibration-end 1997-09-30 --holdout-end 1998-06-30
  tenure clv historic --as-of 2026-03-31 --currency EUR`,
    )
  addRfmCommand(clv, surroundings)
  addAovCommand(clv, surroundings)
  addFrequencyCommand(clv, surroundings)
  addSimpleCommand(clv, surroundings)
  addHistoricCommand(clv, surroundings)
}
