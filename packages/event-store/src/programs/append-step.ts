import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { DuplicateEventId } from '../batch.ts'
import { StoreFailure, type Deletable, type Expected, type Log, type StoreError } from '../port.ts'
import { appendToModel, type Answer, type LogModel } from './model.ts'

export interface RealLog {
  readonly store: Log & Partial<Deletable>
}
export type Step = fc.AsyncCommand<LogModel, RealLog>

export const fail = (what: string, actual: unknown, wanted: unknown): void => {
  const show = (value: unknown): string =>
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
  if (show(actual) !== show(wanted))
    throw new Error(`${what}: the store says ${show(actual)}, the model ${show(wanted)}`)
}

/** Few streams, and few ids, so that repeats, conflicts and duplicates are common. */
export const streamName = fc.constantFrom('a-1', 'a-2', '__proto__')
export const expectation: fc.Arbitrary<Expected> = fc.oneof(
  fc.constantFrom<Expected>('any', 'noStream', 'exists'),
  fc.bigInt(0n, 8n),
)

export const refusal = (error: StoreError): Answer => {
  if (error.type === 'RevisionConflict') return { conflictAt: error.actual }
  if (error.type === 'StreamDeleted') return 'deleted'
  throw new StoreFailure(error)
}

export const answerOf = async (
  { store }: RealLog,
  stream: string,
  expected: Expected,
  batch: ReadonlyArray<string>,
): Promise<Answer> => {
  const metadata = { schemaVersion: 1 }
  const events = batch.map((id) => ({ id, type: 'Noted', data: id, metadata }))
  try {
    const result = await store.append(stream, expected, events)()
    if (E.isRight(result))
      return { revision: result.right.revision, repeated: result.right.repeated }
    return refusal(result.left)
  } catch (thrown) {
    if (thrown instanceof DuplicateEventId) return 'duplicate'
    throw thrown
  }
}

/** `check` says for which models the step is taken. */
export const appendStep = (
  stream: string,
  expected: Expected,
  batch: ReadonlyArray<string>,
  check: (model: LogModel) => boolean = () => true,
): Step => ({
  check,
  toString: () => `append(${stream}, ${expected}, ${batch.map((id) => id.slice(-2)).join(' ')})`,
  run: async (model, real) => {
    const wanted = appendToModel(model, stream, expected, batch)
    fail('an append', await answerOf(real, stream, expected, batch), wanted)
  },
})
