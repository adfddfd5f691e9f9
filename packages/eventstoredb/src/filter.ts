import { eventTypeFilter, excludeSystemEvents, streamNameFilter } from '@eventstore/db-client'
import type { LogPosition } from './position.ts'
import type { Filters } from './read-log.ts'

const oneOf = (texts: ReadonlyArray<string>): string =>
  `(?:${texts.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join('|')})`

/**
 * What the server is asked to leave out. It takes one filter: where types and categories are both wanted, the
 * types are its part, and the categories are looked at here.
 */
export const serverFilter = (
  { types, categories }: Filters,
  checkpointReached: (place: LogPosition) => void,
) => {
  const told = { checkpointReached: (_: unknown, place: LogPosition) => checkpointReached(place) }
  if (types !== undefined) return eventTypeFilter({ regex: `^${oneOf(types)}$`, ...told })
  if (categories !== undefined)
    return streamNameFilter({ regex: `^${oneOf(categories)}(?:-|$)`, ...told })
  return excludeSystemEvents(told)
}
