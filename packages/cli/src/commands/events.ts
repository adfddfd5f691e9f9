import { catalogue } from '@tenure/core/catalogue'
import { toCloudEvent } from '@tenure/event-store/cloud-events'
import { numberOfPosition, type Position, type Recorded } from '@tenure/event-store'
import { Option, type Command } from 'commander'
import { parseCount } from '../arguments/parse-count.ts'
import {
  databaseOption,
  jsonOption,
  repeated,
  type DatabaseOptions,
} from '../arguments/shared-options.ts'
import { usage } from '../failure.ts'
import { openDatabase } from '../open-database.ts'
import { answerDocument } from '../output/document.ts'
import { eventLine } from '../output/event-line.ts'
import type { Surroundings } from '../surroundings.ts'
import { eventsTable } from './events-table.ts'
import { selectEvents } from './select-events.ts'

interface EventsOptions extends DatabaseOptions {
  readonly type: ReadonlyArray<string>
  readonly stream?: string
  readonly customer?: string
  readonly after?: Position
  readonly limit?: number
  readonly json?: boolean
  readonly ndjson?: boolean
  readonly cloudevents?: boolean
}

/** So many events are shown on a screen where nobody says how many. */
const screenful = 20

/** So many characters are written at once: a call for each line would take most of the time. */
const pageLength = 65_536

const knownTypes = new Set(catalogue.map(({ type }) => type))

const parseType = (type: string): string => {
  if (knownTypes.has(type)) return type
  const sameWord = [...knownTypes].find((known) => known.toLowerCase() === type.toLowerCase())
  const hint =
    sameWord === undefined
      ? `known are ${[...knownTypes].join(', ')}.`
      : `did you mean ${sameWord}?`
  throw usage(`--type ${JSON.stringify(type)} names no event: ${hint}`)
}

const parsePosition = (text: string): Position => {
  // Checked by what reads it: a position is opaque here.
  const position = text as Position
  try {
    numberOfPosition(position)
    return position
  } catch {
    throw usage(`--after ${JSON.stringify(text)} is no position of a log: copy one that it shows.`)
  }
}

const writeLines = async (
  { write }: Surroundings,
  events: AsyncIterable<Recorded>,
  lineOf: (recorded: Recorded) => object,
): Promise<void> => {
  let lines = ''
  for await (const recorded of events) {
    lines += `${JSON.stringify(lineOf(recorded))}\n`
    if (lines.length < pageLength) continue
    await write(lines)
    lines = ''
  }
  await write(lines)
}

const show = async (surroundings: Surroundings, options: EventsOptions): Promise<void> => {
  const { write, notice, signal } = surroundings
  const database = await openDatabase(surroundings, options)
  try {
    const isWhole = options.json ?? options.ndjson ?? options.cloudevents
    const shown = isWhole === true ? undefined : screenful
    const limit = options.limit ?? shown
    const events = selectEvents(database.store, {
      type: options.type,
      signal,
      ...(options.stream === undefined ? {} : { stream: options.stream }),
      ...(options.customer === undefined ? {} : { customer: options.customer }),
      ...(options.after === undefined ? {} : { after: options.after }),
      ...(limit === undefined ? {} : { limit }),
    })
    if (options.ndjson === true) return await writeLines(surroundings, events, eventLine)
    if (options.cloudevents === true)
      return await writeLines(surroundings, events, (recorded) => toCloudEvent(recorded))
    const found: Array<Recorded> = []
    for await (const recorded of events) found.push(recorded)
    if (options.json === true) {
      const results = found.map(eventLine)
      return await write(answerDocument('events', database.zone, results))
    }
    await write(eventsTable(found))
    const last = found.at(-1)
    if (last !== undefined && found.length === limit)
      notice(`Perhaps more follow: --after ${last.position} shows the next ${limit}.`)
  } finally {
    await database.close()
  }
}

/** `tenure events`: looks at the log itself. */
export const addEventsCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('events')
    .summary('look at the log')
    .description('Shows events as they were recorded, in the order of the log.')
  databaseOption(command)
    .addOption(
      repeated('--type <name>', 'only events of this type; may be repeated', parseType, 'all'),
    )
    .option('--stream <name>', 'only this stream, such as receivables-USD-0379-NEVHP')
    .option('--customer <id>', 'only events about this customer')
    .option('--after <position>', 'only events after this position of the log', parsePosition)
    .option('--limit <n>', `at most so many (tables: ${screenful})`, (value) =>
      parseCount(value, '--limit', 1),
    )
  jsonOption(command)
    .addOption(
      new Option(
        '--ndjson',
        'a line of JSON each, with the whole envelope: `tenure import` reads them',
      ).conflicts('json'),
    )
    .addOption(
      new Option('--cloudevents', 'a line each as a CloudEvent 1.0, for other programs').conflicts([
        'json',
        'ndjson',
      ]),
    )
    .addHelpText(
      'after',
      `
Examples:
  tenure events --type InvoiceIssued --limit 5
  tenure events --customer 0379-NEVHP
  tenure events --ndjson > log.ndjson && tenure import --db copy.db log.ndjson`,
    )
    .action((options: EventsOptions) => show(surroundings, options))
}
