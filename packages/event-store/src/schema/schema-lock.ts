import type { EventDefinition } from '@tenure/core/shared'
import { eventSchemas } from './event-schemas.ts'
import type { JsonSchema } from './schema.ts'

/** The stored forms that were committed to, as they lie in a file beside the code. */
export interface SchemaLock {
  /** The version under whose tag these forms were released; null before the first: they may still change. */
  readonly released: string | null
  /** By name. */
  readonly values: Readonly<Record<string, JsonSchema>>
  /** By `Type.vN`. */
  readonly events: Readonly<Record<string, JsonSchema>>
}

export const schemaLock = (
  definitions: ReadonlyArray<EventDefinition>,
  released: string | null,
): SchemaLock => {
  const { events, values } = eventSchemas(definitions)
  const forms = events
    .map(({ type, version, data }) => [`${type}.v${version}`, data] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { released, values: Object.fromEntries(values), events: Object.fromEntries(forms) }
}

const own = (record: Readonly<Record<string, JsonSchema>>, key: string): string | undefined =>
  Object.hasOwn(record, key) ? JSON.stringify(record[key]) : undefined

/**
 * What a change breaks of the committed forms, in sentences; none: what was stored can still be read.
 *
 * A form or a named value that changed without a new version, a form that left although no upcaster reads
 * it any more, and a new form that is not committed yet. `read` says whether an older form is still read,
 * through an upcaster.
 */
export const brokenLocks = (
  committed: SchemaLock,
  today: SchemaLock,
  read: (type: string, version: number) => boolean,
): ReadonlyArray<string> => {
  const changed = (what: 'values' | 'events', key: string): ReadonlyArray<string> => {
    const [before, now] = [own(committed[what], key), own(today[what], key)]
    if (before === now) return []
    if (before === undefined) return [`${key} is new: commit its form to the lock`]
    if (now !== undefined)
      return [
        what === 'events'
          ? `${key} has another form than the one committed: give the new form a new version and an upcaster`
          : `the value ${key} has another form than the one committed: every event that holds it needs a new version`,
      ]
    if (what === 'values') return []
    const [, type = key, version = '0'] = /^(.*)\.v(\d+)$/.exec(key) ?? []
    return read(type, Number(version))
      ? []
      : [`${key} is read by nothing any more: keep an upcaster from it`]
  }
  const keysOf = (what: 'values' | 'events'): ReadonlyArray<string> => [
    ...new Set([...Object.keys(committed[what]), ...Object.keys(today[what])]),
  ]
  return [
    ...keysOf('values').flatMap((key) => changed('values', key)),
    ...keysOf('events').flatMap((key) => changed('events', key)),
  ]
}
