import {
  explainImportError,
  importFiles,
  type ImportError,
  type ImportOptions,
} from '@tenure/import'
import * as E from 'fp-ts/lib/Either.js'
import { Option, type Command } from 'commander'
import {
  databaseOption,
  jsonOption,
  zoneOption,
  type DatabaseOptions,
} from '../arguments/shared-options.ts'
import { exitCodes } from '../exit-code.ts'
import { badInput, Failure } from '../failure.ts'
import { openFailure } from '../open-database.ts'
import { formatVersion } from '../output/document.ts'
import type { Surroundings } from '../surroundings.ts'
import { importProgress } from './import-progress.ts'
import { importText, refusal } from './import-text.ts'

interface ImportCommandOptions extends DatabaseOptions {
  readonly map?: string
  readonly allowRejects?: boolean
  readonly rejects?: string
  readonly late: 'refuse' | 'now'
  readonly dryRun?: boolean
  readonly json?: boolean
}

const failureOf = (error: ImportError): Failure => {
  if (error.type === 'DatabaseUnusable') return openFailure(error.error)
  const sentence = explainImportError(error)
  if (error.type === 'Aborted') return new Failure(exitCodes.aborted, sentence)
  if (error.type === 'UnknownZone') return new Failure(exitCodes.usage, sentence)
  return badInput(sentence)
}

const optionsOf = (
  { signal, now }: Surroundings,
  { allowRejects, dryRun, late, rejects, zone }: ImportCommandOptions,
): ImportOptions => ({
  late,
  signal,
  clock: now,
  ...(allowRejects === undefined ? {} : { allowRejects }),
  ...(dryRun === undefined ? {} : { dryRun }),
  ...(rejects === undefined ? {} : { rejectsFile: rejects }),
  ...(zone === undefined ? {} : { zone }),
})

const carryOut = async (
  surroundings: Surroundings,
  files: ReadonlyArray<string>,
  options: ImportCommandOptions,
): Promise<void> => {
  const { write, notice } = surroundings
  const progress = importProgress(surroundings)
  const request = {
    database: options.db,
    files,
    options: optionsOf(surroundings, options),
    ...(options.map === undefined ? {} : { mapping: options.map }),
  }
  const imported = await importFiles(request, progress.at)().finally(progress.end)
  if (E.isLeft(imported)) throw failureOf(imported.left)
  const result = imported.right
  for (const sentence of result.notices) notice(sentence)
  if (options.json === true)
    await write(`${JSON.stringify({ formatVersion, command: 'import', result }, null, 2)}\n`)
  else await write(importText(result))
  progress.sayRate(result.rows.read)
  const allowed = options.allowRejects === true
  if (result.rows.rejected === 0) return
  const sentence = refusal(result, { allowed, mapped: options.map !== undefined })
  if (!allowed) throw badInput(sentence)
  notice(sentence)
}

/** `tenure import`: real history in. */
export const addImportCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('import')
    .summary('record the history of files')
    .description(
      'Records the history that files hold, all of it or nothing. The same files again add nothing; longer ones add what is new.',
    )
    .argument('<files...>', 'CSV, or with no --map NDJSON of our own events; plain or .gz')
    .option('--map <file>', 'the mapping that says what the columns mean')
  databaseOption(command)
    .option('--allow-rejects', 'records the rows without a fault although others have one')
    .option('--rejects <file>', 'where faults are listed (default: <db>.rejects.csv)')
    .addOption(
      new Option(
        '--late <what>',
        "a fact declared for a day before its stream's last event: a fault, or learned now",
      )
        .choices(['refuse', 'now'])
        .default('refuse'),
    )
    .option('--dry-run', 'finds every fault, and records nothing')
  zoneOption(command, 'without --map: the zone of a new history (with it, the mapping says it)')
  jsonOption(command)
    .addHelpText(
      'after',
      `
Examples:
  tenure import --map examples/mappings/late-payments.json late-payments.csv
  tenure import --map shop.json --dry-run 2024.csv.gz 2025.csv.gz
  tenure events --ndjson > log.ndjson && tenure import --db copy.db log.ndjson`,
    )
    .action((files: ReadonlyArray<string>, options: ImportCommandOptions) =>
      carryOut(surroundings, files, options),
    )
}
