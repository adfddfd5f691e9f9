import type { CivilDate, Currency } from '@tenure/core/shared'
import { Option, type Command } from 'commander'
import { parseCurrency } from './parse-currency.ts'
import { parseDay } from './parse-day.ts'
import { parseKnownAt, type KnownAtText } from './parse-known-at.ts'
import { parseZone } from './parse-zone.ts'

export interface DatabaseOptions {
  readonly db: string
  readonly zone?: string
}

/** What every question understands. */
export interface AskingOptions extends DatabaseOptions {
  readonly asOf: ReadonlyArray<CivilDate>
  readonly knownAt: ReadonlyArray<KnownAtText>
  readonly currency?: Currency
  readonly json?: boolean
}

export const databaseOption = (command: Command): Command =>
  command.option('--db <file>', 'the database', 'tenure.db')

export const jsonOption = (command: Command): Command =>
  command.option('--json', 'one JSON document on stdout instead of tables')

export const zoneOption = (command: Command, description: string): Command =>
  command.option('--zone <zone>', description, parseZone)

export const currencyOption = (command: Command): Command =>
  command.option('--currency <code>', 'only this currency (ISO 4217)', parseCurrency)

/** An option that may be repeated; `otherwise` words what its absence means. */
export const repeated = <A>(
  flags: string,
  description: string,
  parse: (text: string) => A,
  otherwise: string,
): Option =>
  new Option(flags, description)
    .argParser((text, earlier: ReadonlyArray<A>) => [...earlier, parse(text)])
    .default([], otherwise)

/** `--db`, `--as-of`, `--known-at`, `--zone` and `--json`. */
export const askingOptions = (command: Command): Command => {
  databaseOption(command)
    .addOption(
      repeated(
        '--as-of <day>',
        'the answer at the end of this day; may be repeated',
        (text) => parseDay(text, '--as-of'),
        'today',
      ),
    )
    .addOption(
      repeated(
        '--known-at <day|instant>',
        'as known by the end of this day, or at this instant; may be repeated',
        parseKnownAt,
        'all that is known',
      ),
    )
  zoneOption(command, 'where a --known-at day ends (default: the zone of the history)')
  return jsonOption(command)
}

/** Said once below the help of every question. */
export const cutsHelp = `
Several cuts are answered in one pass over the log: as many --as-of as --known-at pair up in
order; a single one of either is combined with each of the other.`
