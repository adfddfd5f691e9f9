import * as E from 'fp-ts/lib/Either.js'
import type {
  Appended,
  Expected,
  Json,
  Log,
  NewEvent,
  ReadAllOptions,
  ReadOptions,
  Recorded,
  StoreError,
} from '../port.ts'
import { ConformanceFailure } from './expect.ts'

/** The n-th event of a case: the same number, the same id. */
export const event = (number: number, data: Json = { number }, type = 'Noted'): NewEvent => ({
  id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
  type,
  data,
  metadata: { schemaVersion: 1 },
})

/** Events numbered from `first` to `last`. */
export const events = (first: number, last: number): ReadonlyArray<NewEvent> =>
  Array.from({ length: last - first + 1 }, (_, index) => event(first + index))

export const append = (
  store: Log,
  stream: string,
  expected: Expected,
  batch: ReadonlyArray<NewEvent>,
): Promise<E.Either<StoreError, Appended>> => store.append(stream, expected, batch)()

/** An append that has to succeed. */
export const appended = async (
  store: Log,
  stream: string,
  expected: Expected,
  batch: ReadonlyArray<NewEvent>,
): Promise<Appended> => {
  const result = await append(store, stream, expected, batch)
  if (E.isRight(result)) return result.right
  throw new ConformanceFailure(`an append to ${stream} was refused: ${result.left.type}`)
}

/** The answer to an append that expected something else of the stream than there is. */
export const conflict = (
  stream: string,
  expected: Expected,
  actual: bigint | 'noStream',
): E.Either<StoreError, never> => E.left({ type: 'RevisionConflict', stream, expected, actual })

export const collect = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}

export const readStream = (
  store: Log,
  stream: string,
  options?: ReadOptions,
): Promise<ReadonlyArray<Recorded>> => collect(store.read(stream, options))

export const readLog = (store: Log, options?: ReadAllOptions): Promise<ReadonlyArray<Recorded>> =>
  collect(store.readAll(options))

export const revisions = (all: ReadonlyArray<Recorded>): ReadonlyArray<number> =>
  all.map(({ revision }) => Number(revision))

export const ids = (all: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> =>
  all.map(({ id }) => id)

/** A stable stream of numbers from 0 to below 1 (mulberry32), so that a failure comes again. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
