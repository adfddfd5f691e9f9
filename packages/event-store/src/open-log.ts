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

async function* decoded(
  store: Log,
  registry: Registry,
  options: ReadAllOptions,
): AsyncGenerator<KnownFact> {
  const types = options.types?.flatMap(registry.storedTypes)
  for await (const recorded of store.readAll(types === undefined ? options : { ...options, types }))
    yield { body: registry.decode(recorded), envelope: envelopeOf(recorded) }
}

export const openLog = (store: Log, registry: Registry): EventLog => ({
  readAll: (options = {}) => decoded(store, registry, options),
})
