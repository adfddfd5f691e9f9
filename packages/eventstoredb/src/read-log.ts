import {
  categoryOf,
  StoreFailure,
  type Position,
  type ReadAllOptions,
  type Recorded,
} from '@tenure/event-store'
import { BeyondTheLog } from './failure.ts'
import { logEnd } from './log-end.ts'
import { placeOf, tokenOf } from './position.ts'
import { pulled, resuming, type Reading } from './pulled.ts'
import { isSystem, recordedOf } from './recorded.ts'

/** Read beyond a small limit, so that a few events of the server in between need no second call. */
const SPARE = 8

export interface Filters {
  readonly types?: ReadonlyArray<string>
  readonly categories?: ReadonlyArray<string>
}

/** Whether an event of the server passes the filters, and is none of its own. */
export const passing = ({ types, categories }: Filters) => {
  const [ofTypes, ofCategories] = [types && new Set(types), categories && new Set(categories)]
  return (event: { readonly streamId: string; readonly type: string }): boolean =>
    !isSystem(event) &&
    ofTypes?.has(event.type) !== false &&
    ofCategories?.has(categoryOf(event.streamId)) !== false
}

export const checkWithin = (position: Position | undefined, end: Position | undefined): void => {
  if (position === undefined) return
  // What is no position of this store at all is a bug, whatever it compares with.
  placeOf(position)
  if (end === undefined || position > end) throw new BeyondTheLog(position)
}

/** Up to the head that it found when it began; what is appended meanwhile is left to the next read. */
export async function* readAllOf(
  reading: Reading,
  options: ReadAllOptions,
): AsyncGenerator<Recorded> {
  const { after, upTo, limit = Infinity, signal } = options
  if (signal?.aborted === true) throw new StoreFailure({ type: 'Aborted' })
  if (limit <= 0) return
  const { end, head } = await logEnd(reading)
  checkWithin(after, end)
  if (upTo !== undefined) placeOf(upTo)
  if (head === undefined) return
  const last = upTo !== undefined && upTo < head ? upTo : head
  const passes = passing(options)
  const isFiltered = options.types !== undefined || options.categories !== undefined
  let [seen, left] = [after, limit]
  const attempt = () =>
    pulled(
      reading.connection.client().readAll({
        fromPosition: seen === undefined ? 'start' : placeOf(seen),
        ...(!isFiltered && Number.isFinite(left) && { maxCount: left + SPARE }),
      }),
      reading,
    )
  // A call may end by its count before the limit is reached: it is taken up where it ended.
  for (let got = -1; got !== 0 && (seen === undefined || seen < last);) {
    got = 0
    for await (const { event } of resuming(reading, attempt)) {
      if (event === undefined) continue
      const position = tokenOf(event.position)
      // The server gives the event at the position itself, too.
      if (seen !== undefined && position <= seen) continue
      if (position > last) return
      seen = position
      got += 1
      if (!passes(event)) continue
      yield recordedOf(event)
      left -= 1
      if (left <= 0) return
    }
  }
}
