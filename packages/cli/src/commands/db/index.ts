import type { Command } from 'commander'
import type { Surroundings } from '../../surroundings.ts'
import { addBackupCommand } from './backup.ts'
import { addCheckCommand } from './check.ts'

/** `tenure db`: the care of the file itself. */
export const addDbCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('db')
    .summary('verify or copy the database')
    .description('The care of the database file: is it whole, and where is its copy?')
    .addHelpText(
      'after',
      `
Examples:
  tenure db check
  tenure db backup 2026-11-24.db`,
    )
  addCheckCommand(command, surroundings)
  addBackupCommand(command, surroundings)
}
