import type { EventDefinition, Fact } from '@tenure/core/shared'
import { isLeft } from 'fp-ts/lib/Either.js'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { compileCodec, refused, type Decode } from './compiled-codec.ts'
import { exactJson } from './json.ts'
import { StoreFailure, type Json, type Recorded } from './port.ts'

export interface JsonObject {
  readonly [key: string]: Json
}

/** Turns one old stored form into the next: from (`type`, `version`) to (`into`, `version` + 1). */
export interface Upcaster {
  readonly type: string
  readonly version: number
  /** Where the event got a new name. */
  readonly into?: string
  readonly upcast: (data: JsonObject) => JsonObject
}

/** A fact in its stored form. `data` is the body without its `type`, frozen. */
export interface Encoded {
  readonly type: string
  readonly schemaVersion: number
  readonly data: Json
}

/** The one way in and out of the log: codecs on both sides, old versions upcast on the way out. */
export interface Registry {
  /** A body that its codec refuses is a bug of the rules, and throws with a report. */
  readonly encode: (fact: Fact) => Encoded
  /** Throws StoreFailure EventUnreadable: a type or version unknown here, or a body its codec refuses. */
  readonly decode: (
    recorded: Pick<Recorded, 'type' | 'data' | 'stream' | 'revision'> & {
      readonly metadata: { readonly schemaVersion: number }
    },
  ) => Fact
  /**
   * Whether this program has heard of the event's form: `unknown` is a type that no definition or upcaster
   * names, or a version above the one known. Says nothing of the body.
   */
  readonly knows: (
    recorded: Pick<Recorded, 'type'> & { readonly metadata: { readonly schemaVersion: number } },
  ) => 'known' | 'unknown'
  /** The names under which events of this type may stand in the log: its own, and its older ones. */
  readonly storedTypes: (type: string) => ReadonlyArray<string>
}

type Readable = Parameters<Registry['decode']>[0]

const unreadable = ({ stream, revision, type }: Readable, why: string): never => {
  throw new StoreFailure({
    type: 'EventUnreadable',
    stream,
    revision,
    reason: `event ${revision} of ${stream}, ${type}: ${why}`,
  })
}

const report = (result: Parameters<typeof PathReporter.report>[0]): string =>
  PathReporter.report(result).join('; ')

const upcastKey = (type: string, version: number): string => `${version} ${type}`

interface Form {
  readonly type: string
  readonly version: number
  readonly data: Json
}

const isObject = (data: Json): data is JsonObject =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** The form that today's codec reads, through as many upcasters as it takes. */
const current = (
  recorded: Readable,
  definition: EventDefinition | undefined,
  upcasters: ReadonlyMap<string, Upcaster>,
): Form => {
  let form: Form = {
    type: recorded.type,
    version: recorded.metadata.schemaVersion,
    data: recorded.data,
  }
  if (definition?.version === form.version) return form
  for (;;) {
    const step = upcasters.get(upcastKey(form.type, form.version))
    if (step === undefined || !isObject(form.data)) return form
    form = {
      type: step.into ?? form.type,
      version: form.version + 1,
      data: step.upcast(form.data),
    }
  }
}

const byType = (
  definitions: ReadonlyArray<EventDefinition>,
): ReadonlyMap<string, EventDefinition> => {
  const known = new Map<string, EventDefinition>()
  for (const definition of definitions) {
    if (known.has(definition.type))
      throw new TypeError(`two definitions of the event ${definition.type}`)
    known.set(definition.type, definition)
  }
  return known
}

const byForm = (upcasters: ReadonlyArray<Upcaster>): ReadonlyMap<string, Upcaster> => {
  const known = new Map<string, Upcaster>()
  for (const upcaster of upcasters) {
    const key = upcastKey(upcaster.type, upcaster.version)
    if (known.has(key))
      throw new TypeError(`two upcasters of ${upcaster.type} version ${upcaster.version}`)
    known.set(key, upcaster)
  }
  return known
}

const encodeWith =
  (definitions: ReadonlyMap<string, EventDefinition>) =>
  (fact: Fact): Encoded => {
    const definition = definitions.get(fact.type)
    if (definition === undefined)
      throw new TypeError(`the event ${fact.type} is in no catalogue given to this registry`)
    const checked = definition.codec.decode(fact)
    if (isLeft(checked))
      throw new TypeError(
        `the rules made a ${fact.type} that its codec refuses: ${report(checked)}`,
      )
    const body: object = definition.codec.encode(checked.right)
    const { type: _, ...data } = { type: undefined, ...body }
    return { type: fact.type, schemaVersion: definition.version, data: exactJson(data) }
  }

const decodeWith =
  (
    definitions: ReadonlyMap<string, EventDefinition>,
    upcasters: ReadonlyMap<string, Upcaster>,
    decoders: ReadonlyMap<string, Decode>,
  ): Registry['decode'] =>
  (recorded) => {
    const form = current(recorded, definitions.get(recorded.type), upcasters)
    const definition = definitions.get(form.type)
    if (definition === undefined) return unreadable(recorded, 'no such event is known here')
    if (definition.version !== form.version)
      return unreadable(
        recorded,
        `version ${form.version} is stored, and version ${definition.version} is known here`,
      )
    if (!isObject(form.data)) return unreadable(recorded, 'its body is no object')
    const body = { type: form.type, ...form.data }
    const decoded = decoders.get(form.type)?.(body) ?? refused
    // The compiled decoder says no more than no: the codec itself is asked why.
    if (decoded === refused) return unreadable(recorded, report(definition.codec.decode(body)))
    // Every codec of the catalogue decodes to a body of its own type, which is a Fact.
    return decoded as Fact
  }

/** The registry of these events. Two definitions of one type, or two upcasters of one form, are a bug. */
export const makeRegistry = (
  definitions: ReadonlyArray<EventDefinition>,
  upcasters: ReadonlyArray<Upcaster> = [],
): Registry => {
  const known = byType(definitions)
  const older = byForm(upcasters)
  const storedTypes = (type: string): ReadonlyArray<string> => {
    const names = new Set([type])
    // Names are few and renamings fewer: widen until nothing is added.
    for (let size = 0; size !== names.size;) {
      size = names.size
      for (const { type: from, into } of upcasters)
        if (into !== undefined && names.has(into)) names.add(from)
    }
    return [...names]
  }
  const decoders = new Map([...known].map(([type, { codec }]) => [type, compileCodec(codec)]))
  const knows: Registry['knows'] = ({ type, metadata: { schemaVersion } }) => {
    const definition = known.get(type)
    const isOlder = older.has(upcastKey(type, schemaVersion))
    return isOlder || (definition !== undefined && schemaVersion <= definition.version)
      ? 'known'
      : 'unknown'
  }
  return {
    knows,
    encode: encodeWith(known),
    decode: decodeWith(known, older, decoders),
    storedTypes,
  }
}
