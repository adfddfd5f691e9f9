import type { Log, NewEvent, Recorded } from '@tenure/event-store'
import { isLeft } from 'fp-ts/lib/Either.js'
import { standingEvents, StreamTaken } from './standing.ts'

/** Where a company is recorded. A store that offers `exclusively` gets thousands of events a transaction. */
export interface RecordingTarget extends Log {
  readonly exclusively?: <A>(work: (inside: Log) => Promise<A>) => Promise<A>
}

export interface RecordOptions {
  /** At most so many events in one transaction; an append is never split. */
  readonly chunkEvents?: number
  readonly onProgress?: (eventsDone: number, events: number) => void
}

export interface RecordedCompany {
  /** Events of the company. */
  readonly events: number
  /** Those written now; the others stood there already. */
  readonly written: number
}

/** Neighbours in the log that belong to one stream: they are appended at once. */
interface Batch {
  readonly stream: string
  readonly firstRevision: bigint
  readonly events: Array<NewEvent>
}

const newEventOf = ({ id, type, data, metadata, recordedAt }: Recorded): NewEvent => ({
  id,
  type,
  data,
  // The store has a clock of its own; when the company learned the fact stays with it as declared.
  metadata: { ...metadata, declaredAt: metadata.declaredAt ?? recordedAt },
})

const batchesOf = (events: ReadonlyArray<Recorded>): ReadonlyArray<Batch> => {
  const batches: Batch[] = []
  for (const event of events) {
    const last = batches.at(-1)
    if (last?.stream === event.stream) last.events.push(newEventOf(event))
    else
      batches.push({
        stream: event.stream,
        firstRevision: event.revision,
        events: [newEventOf(event)],
      })
  }
  return batches
}

const appendAll = async (target: Log, batches: ReadonlyArray<Batch>): Promise<void> => {
  for (const { stream, firstRevision, events } of batches) {
    const expected = firstRevision === 0n ? 'noStream' : firstRevision - 1n
    const appended = await target.append(stream, expected, events)()
    if (!isLeft(appended)) continue
    // Somebody else wrote to the stream after it was looked at.
    if (appended.left.type === 'RevisionConflict') throw new StreamTaken(stream, firstRevision)
    throw new Error(`${stream} could not be recorded: ${JSON.stringify(appended.left.type)}`)
  }
}

const readWhole = async (log: Log): Promise<ReadonlyArray<Recorded>> => {
  const events: Recorded[] = []
  for await (const event of log.readAll()) events.push(event)
  return events
}

/**
 * Appends what a store in memory recorded to another store: the same ids, in the order of the log, each
 * stream at its expected revision, the virtual instant as `declaredAt`.
 *
 * Shape: what stands in the target already is compared and left alone, so that a second run, or a run
 * after a kill at any point, completes the same company and changes nothing else. Streams of other names
 * in the target do not matter.
 * Throws `StreamTaken`, before anything is written, where a stream of the company holds something else.
 */
export const recordCompany = async (
  company: Log,
  target: RecordingTarget,
  options: RecordOptions = {},
): Promise<RecordedCompany> => {
  const { chunkEvents = 4000, onProgress } = options
  const events = await readWhole(company)
  const standing = await standingEvents(events, target)
  const missing = events.filter(({ stream, revision }) => revision >= (standing.get(stream) ?? 0n))
  let done = events.length - missing.length
  onProgress?.(done, events.length)
  for (let from = 0; from < missing.length; from += chunkEvents) {
    const batches = batchesOf(missing.slice(from, from + chunkEvents))
    if (target.exclusively === undefined) await appendAll(target, batches)
    else await target.exclusively((inside) => appendAll(inside, batches))
    done += Math.min(chunkEvents, missing.length - from)
    onProgress?.(done, events.length)
  }
  return { events: events.length, written: missing.length }
}
