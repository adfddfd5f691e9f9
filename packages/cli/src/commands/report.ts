import type { CivilDate } from '@tenure/core/shared'
import type { Command } from 'commander'
import { parseDay } from '../arguments/parse-day.ts'
import { currencyOption, databaseOption, zoneOption } from '../arguments/shared-options.ts'
import type { ReportOptions } from '../report/index.ts'
import type { Surroundings } from '../surroundings.ts'

interface Options extends ReportOptions {
  readonly asOf?: CivilDate
}

const make = async (surroundings: Surroundings, options: Options): Promise<void> => {
  // Loaded only now: what draws charts is large, and no other command needs it.
  const { report } = await import('../report/index.ts')
  const { reportTables } = await import('../start/tables.ts')
  const data = await report(options, surroundings)
  await surroundings.write(reportTables(data))
  surroundings.notice(`The same with charts: ${options.out}`)
}

/** `tenure report`: one page with a chart for each family. */
export const addReportCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('report')
    .summary('write one page with charts')
    .description(
      'Answers a day and the same day a year earlier, as known then and as known now: as tables, and as one HTML page that needs nothing else.',
    )
  databaseOption(command)
    .option('--as-of <day>', 'the day of the report (default: today)', (day) =>
      parseDay(day, '--as-of'),
    )
    .option('--out <file>', 'the page', 'tenure-report.html')
  zoneOption(command, 'where a day ends (default: the zone of the history)')
  currencyOption(command)
    .addHelpText(
      'after',
      `
Examples:
  tenure report --as-of 2025-12-31
  tenure report --db shop.db --currency EUR --out shop.html`,
    )
    .action((options: Options) => make(surroundings, options))
}
