import { Command } from 'commander'
import { addClvCommand } from './commands/clv/index.ts'
import { addDbCommand } from './commands/db/index.ts'
import { addEventsCommand } from './commands/events.ts'
import { addReportCommand } from './commands/report.ts'
import { addRetentionCommand } from './commands/retention/index.ts'
import { addImportCommand } from './commands/import.ts'
import { addOverdueCommand } from './commands/overdue/index.ts'
import { addSchemaCommand } from './commands/schema.ts'
import { addSimulateCommand } from './commands/simulate.ts'
import type { Surroundings } from './surroundings.ts'
import { version } from './version.ts'

const epilogue = `
Answers go to stdout; notices, progress and failures to stderr.
Exit codes: 0 done, 1 a bug of tenure, 2 usage, 3 faults in the input, 4 the database, 130 interrupted.

Examples:
  tenure import --map examples/mappings/late-payments.json late-payments.csv
  tenure overdue --as-of 2012-03-31
  tenure overdue --as-of 2012-03-31 --known-at 2012-03-31 --json
  tenure retention cohorts --maturity complete
  tenure clv rfm --calibration-end 1997-09-30 --holdout-end 1998-06-30`

/** The whole command line, wired to what it may touch. */
export const makeProgram = (surroundings: Surroundings): Command => {
  const program = new Command('tenure')
    .description(
      'Replays the recorded history of a business, and answers what was overdue, who stayed and what customers are worth, for any day and as known at any time.',
    )
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (written) => void surroundings.write(written),
      writeErr: (written) => surroundings.notice(written.trimEnd()),
      outputError: (message, writeError) => writeError(message.replace(/^error: /, 'tenure: ')),
    })
    .addHelpText('after', epilogue)
  addImportCommand(program, surroundings)
  addOverdueCommand(program, surroundings)
  addRetentionCommand(program, surroundings)
  addClvCommand(program, surroundings)
  addEventsCommand(program, surroundings)
  addDbCommand(program, surroundings)
  addSchemaCommand(program, surroundings)
  addSimulateCommand(program, surroundings)
  addReportCommand(program, surroundings)
  return program
}
