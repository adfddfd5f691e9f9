import type { Envelope, Fact } from '@tenure/core/shared'
import type { Log, ReadAllOptions, Recorded } from './port.ts'
import type { Registry } from './registry.ts'

/** One fact of the log: what it says, and what the store and the command made of it. */
export interface KnownFact {
  readonly body: Fact
  readonly envelope: Envelope
}

/** A log seen through its codecs; a projection's `History`. */
export interface EventLog {
  /** Decoded facts in the order of the log. `types` are today's names: older ones are read too. */
  readonly readAll: (options?: ReadAllOptions) => AsyncIterable<KnownFact>
}

export const envelopeOf = (recorded: Recorded): Envelope => ({
  id: recorded.id,
  stream: recorded.stream,
  revision: recorded.revision,
  position: recorded.position,
  recordedAt: recorded.recordedAt,
  ...recorded.metadata,
})

/** What is to become of events that this program has never heard of. */
export interface UnknownEvents {
  /**
   * `throw`: the read ends with `EventUnreadable`, the default: a figure that leaves facts out is no figure.
   * `passOver`: they are left out, and told. For programs that run beside newer ones. A body that a known codec
   * refuses is never passed over.
   */
  readonly unknown: 'throw' | 'passOver'
  readonly onPassedOver?: (recorded: Recorded) => void
}

async function* decoded(
  store: Log,
  registry: Registry,
  { unknown, onPassedOver }: UnknownEvents,
  options: ReadAllOptions,
): AsyncGenerator<KnownFact> {
  const types = options.types?.flatMap(registry.storedTypes)
  const wanted = types === undefined ? options : { ...options, types }
  for await (const recorded of store.readAll(wanted)) {
    if (unknown === 'passOver' && registry.knows(recorded) === 'unknown') onPassedOver?.(recorded)
    else yield { body: registry.decode(recorded), envelope: envelopeOf(recorded) }
  }
}

export const openLog = (
  store: Log,
  registry: Registry,
  policy: UnknownEvents = { unknown: 'throw' },
): EventLog => ({
  readAll: (options = {}) => decoded(store, registry, policy, options),
})
