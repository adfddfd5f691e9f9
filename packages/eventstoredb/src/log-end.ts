import type { AllStreamResolvedEvent } from '@eventstore/db-client'
import type { Position } from '@tenure/event-store'
import { tokenOf, type LogPosition } from './position.ts'
import { pulled, resuming, type Reading } from './pulled.ts'
import { isSystem } from './recorded.ts'

/** Where the log ends: with whatever the server wrote, and with the newest event of ours. */
export interface LogEnd {
  readonly end?: Position
  readonly head?: Position
}

/** How often it is asked again where the connection fails. */
type Asking = Reading & { readonly tries?: number }

/** Mostly the newest event is one of ours; behind those of the server more is read at once. */
const PAGE = 200

const backwards = (
  reading: Asking,
  fromPosition: LogPosition | 'end',
  maxCount: number,
): AsyncGenerator<AllStreamResolvedEvent> =>
  resuming(reading, () => {
    const client = reading.connection.client()
    return pulled(client.readAll({ fromPosition, direction: 'backwards', maxCount }), reading)
  })

/** The place of the very last record, whosever it is. */
export const lastPlace = async (reading: Asking): Promise<Position | undefined> => {
  let last: Position | undefined
  for await (const { event } of backwards(reading, 'end', 1))
    if (event !== undefined) last = tokenOf(event.position)
  return last
}

export const logEnd = async (reading: Asking): Promise<LogEnd> => {
  let end: Position | undefined
  let from: LogPosition | 'end' = 'end'
  for (let count = 1; ; count = PAGE) {
    let seen = 0
    let head: Position | undefined
    // Read to its end: a call that the server has ended is cheaper finished than left.
    for await (const { event } of backwards(reading, from, count)) {
      if (event === undefined) continue
      seen += 1
      const position = tokenOf(event.position)
      end ??= position
      if (!isSystem(event)) head ??= position
      from = event.position
    }
    if (head !== undefined && end !== undefined) return { end, head }
    if (seen < count) return end === undefined ? {} : { end }
  }
}
