import type { Appended, Deletion, Expected } from '../port.ts'

/** One stream, as plainly as can be: its ids, how many of the first are deleted, and whether for good. */
interface ModelStream {
  readonly ids: ReadonlyArray<string>
  readonly deleted: number
  readonly isTombstoned: boolean
}

/** The least that a log is: its streams, and in which order all events came. */
export interface LogModel {
  readonly streams: Map<string, ModelStream>
  readonly all: Array<string>
}

export const emptyModel = (): LogModel => ({ streams: new Map(), all: [] })

const streamOf = (model: LogModel, name: string): ModelStream =>
  model.streams.get(name) ?? { ids: [], deleted: 0, isTombstoned: false }

/** What a reader of the stream is given, by revision; undefined where it was deleted for good. */
export const readable = (
  model: LogModel,
  name: string,
): ReadonlyArray<readonly [number, string]> | undefined => {
  const { ids, deleted, isTombstoned } = streamOf(model, name)
  if (isTombstoned) return undefined
  return ids.map((id, at) => [at, id] as const).slice(deleted)
}

export type Answer =
  | Pick<Appended, 'revision' | 'repeated'>
  | { readonly conflictAt: bigint | 'noStream' }
  | 'deleted'
  | 'duplicate'
  | 'done'

const told = ({ ids, deleted }: ModelStream): bigint | 'noStream' =>
  ids.length === deleted ? 'noStream' : BigInt(ids.length - 1)

/** Where the batch would have to stand, if it stands there already. */
const placeOf = (expected: Expected, { ids, deleted }: ModelStream, first: string): number => {
  if (expected === 'noStream') return deleted
  if (expected === 'any' || expected === 'exists') return ids.indexOf(first)
  return Number(expected) + 1
}

const holds = (expected: Expected, stream: ModelStream): boolean => {
  if (expected === 'any') return true
  if (expected === 'exists') return told(stream) !== 'noStream'
  if (expected === 'noStream') return told(stream) === 'noStream'
  return BigInt(stream.ids.length - 1) === expected
}

/** What an append to the model means and does. */
export const appendToModel = (
  model: LogModel,
  name: string,
  expected: Expected,
  batch: ReadonlyArray<string>,
): Answer => {
  const stream = streamOf(model, name)
  const { ids, deleted } = stream
  const [first] = batch
  if (new Set(batch).size < batch.length) return 'duplicate'
  if (stream.isTombstoned) return 'deleted'
  const isGone = expected === 'exists' && deleted > 0 && told(stream) === 'noStream'
  if (isGone) return 'deleted'
  if (first === undefined) return { revision: told(stream), repeated: false }
  const place = placeOf(expected, stream, first)
  if (place >= deleted && batch.every((id, index) => ids[place + index] === id))
    return { revision: BigInt(place + batch.length - 1), repeated: true }
  if (ids.slice(0, deleted).includes(first)) return 'deleted'
  if (!holds(expected, stream)) return { conflictAt: told(stream) }
  if (batch.some((id) => ids.includes(id))) return 'duplicate'
  model.streams.set(name, { ...stream, ids: [...ids, ...batch] })
  model.all.push(...batch)
  return { revision: BigInt(ids.length + batch.length - 1), repeated: false }
}

/** What a deletion in the model means and does. */
export const deleteFromModel = (
  model: LogModel,
  name: string,
  expected: Expected,
  deletion: Deletion,
): Answer => {
  const stream = streamOf(model, name)
  const { ids, deleted, isTombstoned } = stream
  const isHidden = told(stream) === 'noStream'
  if (isTombstoned || (isHidden && deleted > 0 && expected === 'exists')) return 'deleted'
  const isNoStream = ids.length === 0
  const isMet = holds(expected, stream) && !(isNoStream && typeof expected === 'bigint')
  if (!isMet || (isNoStream && deletion === 'soft')) return { conflictAt: told(stream) }
  model.streams.set(name, { ids, deleted: ids.length, isTombstoned: deletion === 'tombstone' })
  return 'done'
}
