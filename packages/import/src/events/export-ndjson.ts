import { formatInstant } from '@tenure/core/shared'
import type { Log, ReadAllOptions, Recorded } from '@tenure/event-store'

const lineOf = (event: Recorded): string => {
  const { id, stream, revision, type, data, recordedAt } = event
  const { schemaVersion, declaredAt, commandId, actor, onBehalfOf, via, ...rest } = event.metadata
  const { correlationId, causationId, door } = rest
  return JSON.stringify({
    id,
    stream,
    revision: Number(revision),
    type,
    schemaVersion,
    recordedAt: formatInstant(recordedAt),
    ...(declaredAt !== undefined && { declaredAt: formatInstant(declaredAt) }),
    ...(commandId !== undefined && { commandId }),
    ...(actor !== undefined && { actor }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(via !== undefined && { via }),
    ...(correlationId !== undefined && { correlationId }),
    ...(causationId !== undefined && { causationId }),
    ...(door !== undefined && { door }),
    data,
  })
}

/** The log as NDJSON, one event a line in the order of the log, without line ends. `importFiles` reads it. */
export async function* exportNdjson(
  log: Log,
  options: ReadAllOptions = {},
): AsyncGenerator<string> {
  for await (const event of log.readAll(options)) yield lineOf(event)
}
