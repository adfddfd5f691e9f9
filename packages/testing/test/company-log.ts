import { catalogue } from '@tenure/core/catalogue'
import { makeRegistry, openLog, type KnownFact, type Log, type Recorded } from '@tenure/event-store'

export const recordedIn = async (log: Log): Promise<ReadonlyArray<Recorded>> => {
  const events: Recorded[] = []
  for await (const event of log.readAll()) events.push(event)
  return events
}

export const factsIn = async (log: Log): Promise<ReadonlyArray<KnownFact>> => {
  const facts: KnownFact[] = []
  for await (const fact of openLog(log, makeRegistry(catalogue)).readAll()) facts.push(fact)
  return facts
}

/** An event as it stands in any store: all but the position and the store's own clock. */
export const contentOf = ({ id, type, data, stream, revision }: Recorded) => ({
  id,
  type,
  data,
  stream,
  revision,
})
