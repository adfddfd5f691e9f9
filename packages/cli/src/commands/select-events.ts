import type { Log, Position, Recorded } from '@tenure/event-store'

export interface EventFilter {
  readonly type: ReadonlyArray<string>
  readonly stream?: string
  readonly customer?: string
  readonly after?: Position
  readonly limit?: number
  readonly signal: AbortSignal
}

const customerOf = ({ data }: Recorded): unknown =>
  typeof data === 'object' && data !== null && 'customerId' in data ? data['customerId'] : undefined

const source = (log: Log, filter: EventFilter): AsyncIterable<Recorded> => {
  const { stream, after, type, signal } = filter
  if (stream !== undefined) return log.read(stream, { signal })
  return log.readAll({
    signal,
    ...(after === undefined ? {} : { after }),
    ...(type.length === 0 ? {} : { types: type }),
  })
}

/** The events that pass the filter, in the order of the log, at most `limit` of them. */
export async function* selectEvents(log: Log, filter: EventFilter): AsyncGenerator<Recorded> {
  const { type, customer, after, limit = Infinity } = filter
  let found = 0
  if (limit === 0) return
  for await (const recorded of source(log, filter)) {
    if (type.length > 0 && !type.includes(recorded.type)) continue
    if (after !== undefined && recorded.position <= after) continue
    if (customer !== undefined && customerOf(recorded) !== customer) continue
    yield recorded
    found += 1
    if (found >= limit) return
  }
}
