import { importFiles, type ImportOptions } from '@tenure/import'
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
import { formatVersion } from '../output/document.ts'
import type { Surroundings } from '../surroundings.ts'
import { importFailure } from './import-failure.ts'
import { importProgress } from './import-progress.ts'
import { listBack, takeBack } from './import-reverse.ts'
import { importText, refusal } from './import-text.ts'

interface ImportCommandOptions extends DatabaseOptions {
  readonly map?: string
  readonly allowRejects?: boolean
  readonly rejects?: string
  readonly late: 'refuse' | 'now'
  readonly dryRun?: boolean
  readonly reverse?: string
  readonly batches?: boolean
  readonly json?: boolean
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
  if (E.isLeft(imported)) throw importFailure(imported.left)
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

/** Files come in; with one of two options instead, what came in before is listed, or goes. */
const chosen = (
  surroundings: Surroundings,
  files: ReadonlyArray<string>,
  options: ImportCommandOptions,
): Promise<void> => {
  const { reverse, batches } = options
  if (reverse === undefined && batches !== true) {
    if (files.length === 0) throw new Failure(exitCodes.usage, "missing required argument 'files'")
    return carryOut(surroundings, files, options)
  }
  if (files.length > 0 || options.map !== undefined || (reverse !== undefined && batches === true))
    throw new Failure(
      exitCodes.usage,
      '--reverse and --batches take no files, and each stands alone',
    )
  return reverse === undefined
    ? listBack(surroundings, options)
    : takeBack(surroundings, { ...options, batch: reverse })
}

/** `tenure import`: real history in. */
export const addImportCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('import')
    .summary('record the history of files')
    .description(
      'Records the history that files hold, all of it or nothing. The same files again add nothing; longer ones add what is new.',
    )
    .argument('[files...]', 'CSV, or with no --map NDJSON of our own events; plain or .gz')
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
    .option('--batches', 'lists the imports that were made, and those that were taken back')
    .option(
      '--reverse <batch>',
      'takes an import back, whole: its files may then be imported again',
    )
  zoneOption(command, 'without --map: the zone of a new history (with it, the mapping says it)')
  jsonOption(command)
    .addHelpText(
      'after',
      `
Examples:
  tenure import --map examples/mappings/late-payments.json late-payments.csv
  tenure import --map shop.json --dry-run 2024.csv.gz 2025.csv.gz
  tenure import --batches
  tenure import --reverse shop-2
  tenure events --ndjson > log.ndjson && tenure import --db copy.db log.ndjson`,
    )
    .action((files: ReadonlyArray<string>, options: ImportCommandOptions) =>
      chosen(surroundings, files, options),
    )
}
