import { catalogue } from '@tenure/core/catalogue'
import { rooms } from '@tenure/core/rooms'
import { asyncApiDocument, jsonSchemaDocument } from '@tenure/event-store/schema'
import { Option, type Command } from 'commander'
import type { Surroundings } from '../surroundings.ts'
import { version } from '../version.ts'

interface SchemaOptions {
  readonly as: 'json-schema' | 'asyncapi'
}

const documentOf = ({ as }: SchemaOptions): object =>
  as === 'json-schema'
    ? jsonSchemaDocument(catalogue)
    : asyncApiDocument(
        Object.values(rooms).map(({ category, events }) => ({ category, events })),
        { title: 'Tenure', version },
      )

/** `tenure schema`: the stored form of every event, for programs of other languages. */
export const addSchemaCommand = (program: Command, { write }: Surroundings): void => {
  program
    .command('schema')
    .summary('print the form of every event')
    .description(
      'Prints the stored form of every event as one JSON document, for programs that read `tenure events --ndjson` or the log in another language.',
    )
    .addOption(
      new Option(
        '--as <kind>',
        'JSON Schema (draft 2020-12), or AsyncAPI 3.0 with streams and envelope',
      )
        .choices(['json-schema', 'asyncapi'])
        .default('json-schema'),
    )
    .addHelpText(
      'after',
      `
Examples:
  tenure schema > events.schema.json
  tenure schema --as asyncapi > tenure.asyncapi.json`,
    )
    .action((options: SchemaOptions) => write(`${JSON.stringify(documentOf(options), null, 2)}\n`))
}
