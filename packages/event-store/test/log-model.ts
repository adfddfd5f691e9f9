import type { Appended, Expected } from '../src/index.ts'

/** The least that a log is: which ids stand in which stream, and in which order all of them came. */
export interface LogModel {
  readonly streams: Map<string, Array<string>>
  readonly all: Array<string>
}

export const emptyModel = (): LogModel => ({ streams: new Map(), all: [] })

export const idsOf = (model: LogModel, stream: string): ReadonlyArray<string> =>
  model.streams.get(stream) ?? []

export type Answer =
  | Pick<Appended, 'revision' | 'repeated'>
  | { readonly conflictAt: bigint | 'noStream' }
  | 'duplicate'

const revisionOf = (ids: ReadonlyArray<string>): bigint | 'noStream' =>
  ids.length === 0 ? 'noStream' : BigInt(ids.length - 1)

/** Where the batch would have to stand, if it stands there already. */
const placeOf = (expected: Expected, ids: ReadonlyArray<string>, first: string): number => {
  if (expected === 'noStream') return 0
  if (expected === 'any' || expected === 'exists') return ids.indexOf(first)
  return Number(expected) + 1
}

const holds = (expected: Expected, ids: ReadonlyArray<string>): boolean => {
  if (expected === 'any') return true
  if (expected === 'exists') return ids.length > 0
  return expected === 'noStream' ? ids.length === 0 : BigInt(ids.length - 1) === expected
}

/** What an append to the model means and does, said as plainly as can be. */
export const appendToModel = (
  model: LogModel,
  stream: string,
  expected: Expected,
  batch: ReadonlyArray<string>,
): Answer => {
  const ids = idsOf(model, stream)
  const [first] = batch
  if (new Set(batch).size < batch.length) return 'duplicate'
  if (first === undefined) return { revision: revisionOf(ids), repeated: false }
  const place = placeOf(expected, ids, first)
  if (place >= 0 && batch.every((id, index) => ids[place + index] === id))
    return { revision: BigInt(place + batch.length - 1), repeated: true }
  if (!holds(expected, ids)) return { conflictAt: revisionOf(ids) }
  if (batch.some((id) => ids.includes(id))) return 'duplicate'
  model.streams.set(stream, [...ids, ...batch])
  model.all.push(...batch)
  return { revision: revisionOf([...ids, ...batch]), repeated: false }
}
