import type { Log, Recorded } from '@tenure/event-store'

/** A stream of the company holds something else in the target: nothing may be written over it. */
export class StreamTaken extends Error {
  override readonly name = 'StreamTaken'
  readonly stream: string
  readonly revision: bigint
  constructor(stream: string, revision: bigint) {
    super(
      `the stream ${stream} holds another event at revision ${revision} than this company: ` +
        'record it into another file, or move this one away',
    )
    this.stream = stream
    this.revision = revision
  }
}

const sameEvent = (ours: Recorded, theirs: Recorded): boolean =>
  ours.id === theirs.id &&
  ours.type === theirs.type &&
  JSON.stringify(ours.data) === JSON.stringify(theirs.data)

const byStream = (
  events: ReadonlyArray<Recorded>,
): ReadonlyMap<string, ReadonlyArray<Recorded>> => {
  const streams = new Map<string, Recorded[]>()
  for (const event of events) {
    const stream = streams.get(event.stream)
    if (stream === undefined) streams.set(event.stream, [event])
    else stream.push(event)
  }
  return streams
}

/**
 * How many events of each of the company's streams stand in the target already, found by one reading of
 * it. Throws `StreamTaken` at the first that differs.
 */
export const standingEvents = async (
  company: ReadonlyArray<Recorded>,
  target: Log,
): Promise<ReadonlyMap<string, bigint>> => {
  const ours = byStream(company)
  const standing = new Map<string, bigint>()
  for await (const theirs of target.readAll()) {
    const stream = ours.get(theirs.stream)
    if (stream === undefined) continue
    const own = stream[Number(theirs.revision)]
    if (own === undefined || !sameEvent(own, theirs))
      throw new StreamTaken(theirs.stream, theirs.revision)
    standing.set(theirs.stream, theirs.revision + 1n)
  }
  return standing
}
