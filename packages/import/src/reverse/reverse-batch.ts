import { catalogue } from '@tenure/core/catalogue'
import type { Fact, Instant } from '@tenure/core/shared'
import { eventIds, makeRegistry, type Log, type NewEvent } from '@tenure/event-store'
import type { Database } from 'better-sqlite3'
import * as E from 'fp-ts/lib/Either.js'
import { v5 } from 'uuid'
import { allBatches, closeBatch, type Batch } from '../batches/batches.ts'
import { everywhere, madeBy, scopeOf } from '../batches/things.ts'
import { ImportStopped } from '../errors.ts'
import type { Entry } from './entry.ts'
import { correctionsOf, type Correction } from './stream.ts'

const registry = makeRegistry(catalogue)

/** What taking a batch back did. */
export interface Reversal {
  readonly batch: string
  /** `alreadyTakenBack`: an earlier run did it, and nothing was changed. */
  readonly outcome: 'takenBack' | 'alreadyTakenBack'
  readonly facts: number
  /** The events of the batch, and those that take them back. */
  readonly events: number
  readonly corrections: number
}

export interface ReversalRun {
  readonly inside: Log
  readonly sql: Database
  readonly batch: Batch
  readonly now: Instant
  readonly signal?: AbortSignal
  readonly onEvents: (done: number) => void
}

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'))

const currencyOf = (body: Fact): string | null => {
  const currency: unknown = Reflect.get(body, 'currency')
  return typeof currency === 'string' ? currency : null
}

// The batch's streams, and what it made, wait in the database itself: a batch may be larger than memory.
const workspace = `
  CREATE TEMP TABLE reversedStreams (place INTEGER PRIMARY KEY, stream TEXT NOT NULL UNIQUE);
  CREATE TEMP TABLE madeThings (
    thing TEXT NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (thing, scope, id)) WITHOUT ROWID`

/** Finds what the batch has in the log; answers how many events. */
const findEvents = async (run: ReversalRun): Promise<number> => {
  const { inside, sql, batch, signal } = run
  const stream = sql.prepare<[string]>(
    'INSERT INTO reversedStreams (stream) VALUES (?) ON CONFLICT DO NOTHING',
  )
  const made = sql.prepare<[string, string, string]>(
    'INSERT INTO madeThings (thing, scope, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  let found = 0
  for await (const recorded of inside.readAll(signal === undefined ? {} : { signal })) {
    if (recorded.metadata.correlationId !== batch.batch) continue
    found += 1
    stream.run(recorded.stream)
    const body = registry.decode(recorded) as Fact
    for (const { thing, id } of madeBy(body)) {
      const scope = scopeOf(thing, body.customerId, currencyOf(body))
      made.run(thing, body.type === 'InvoiceIssued' ? everywhere : scope, id)
    }
  }
  return found
}

const historyOf = async (
  { inside, batch }: ReversalRun,
  gone: ReadonlySet<string>,
  stream: string,
): Promise<ReadonlyArray<Entry>> => {
  const history: Array<Entry> = []
  for await (const recorded of inside.read(stream)) {
    const of = recorded.metadata.correlationId ?? ''
    const from = of === batch.batch ? 'ours' : gone.has(of) ? 'gone' : 'others'
    history.push({ recorded, body: registry.decode(recorded) as Fact, from })
  }
  return history
}

const newEventsOf = (
  { batch }: ReversalRun,
  { entry, takenBack }: Correction,
): ReadonlyArray<NewEvent> => {
  if (takenBack.kind === 'refused') return []
  const commandId = v5('take back', entry.recorded.id)
  const ids = eventIds(commandId, takenBack.events.length)
  return takenBack.events.map((event, index) => {
    const { type, schemaVersion, data } = registry.encode(event)
    const metadata = {
      schemaVersion,
      commandId,
      door: 'record',
      actor: `import:${batch.source}`,
      correlationId: batch.batch,
      causationId: entry.recorded.id,
    } as const
    return { id: ids[index] ?? '', type, data, metadata }
  })
}

const refusalsOf = (corrections: ReadonlyArray<Correction>): ReadonlyArray<string> =>
  corrections.flatMap(({ entry: { body }, takenBack }) =>
    takenBack.kind === 'refused'
      ? [`${body.type} of ${body.effectiveOn} cannot be taken back: ${takenBack.reason}`]
      : [],
  )

/** Takes one stream back; answers how many events that took, or why it cannot be. */
const takeStreamBack = async (
  run: ReversalRun,
  gone: ReadonlySet<string>,
  stream: string,
): Promise<number | ReadonlyArray<string>> => {
  const { inside, sql, batch } = run
  const ours = sql.prepare<[string, string], unknown>(
    "SELECT 1 FROM madeThings WHERE thing = 'item' AND scope = ? AND id = ?",
  )
  const isOurItem = (event: Fact, item: string): boolean =>
    ours.get(scopeOf('item', event.customerId, currencyOf(event)), item) !== undefined
  const history = await historyOf(run, gone, stream)
  const corrections = correctionsOf(
    { category: categoryOf(stream), batch: batch.batch, isOurItem },
    history,
  )
  const refusals = refusalsOf(corrections)
  if (refusals.length > 0) return refusals
  const made = corrections.flatMap((correction) => newEventsOf(run, correction))
  if (made.length === 0) return 0
  const appended = await inside.append(stream, BigInt(history.length - 1), made)()
  if (E.isLeft(appended))
    throw new Error(`the store refuses what takes ${stream} back: ${appended.left.type}`)
  return made.length
}

const goneOf = (sql: Database): ReadonlySet<string> =>
  new Set(allBatches(sql).flatMap(({ batch, reversedAt }) => (reversedAt === null ? [] : [batch])))

/**
 * Takes a batch back within one transaction: every event of it is answered by others that move the same
 * amounts the other way round on the same day, learned now. Where one cannot be, nothing is changed.
 */
export const takeBack = async (run: ReversalRun): Promise<Reversal> => {
  const { sql, batch, now, signal, onEvents } = run
  sql.exec(workspace)
  try {
    const events = await findEvents(run)
    const gone = goneOf(sql)
    const next = sql
      .prepare<[number], string>('SELECT stream FROM reversedStreams WHERE place = ?')
      .pluck()
    const refusals: Array<string> = []
    let corrections = 0
    for (let place = 1; ; place += 1) {
      if (signal?.aborted === true) throw new ImportStopped({ type: 'Aborted' })
      const stream = next.get(place)
      if (stream === undefined) break
      const done = await takeStreamBack(run, gone, stream)
      if (typeof done === 'number') corrections += done
      else refusals.push(...done.slice(0, Math.max(0, 20 - refusals.length)))
      onEvents(corrections)
    }
    if (refusals.length > 0)
      throw new ImportStopped({ type: 'CannotTakeBack', batch: batch.batch, reasons: refusals })
    sql.exec(
      'INSERT OR IGNORE INTO importTakenBack (thing, scope, id) SELECT thing, scope, id FROM madeThings',
    )
    closeBatch(sql, batch.batch, now)
    return { batch: batch.batch, outcome: 'takenBack', facts: batch.facts, events, corrections }
  } finally {
    sql.exec('DROP TABLE reversedStreams; DROP TABLE madeThings')
  }
}
