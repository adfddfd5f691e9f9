import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { DuplicateEventId } from '../batch.ts'
import { StoreFailure, type Deletable, type Expected, type Log, type StoreError } from '../port.ts'
import type { Position } from '../position.ts'
import { appendToModel, deleteFromModel, readable, type Answer, type LogModel } from './model.ts'

export interface RealLog {
  readonly store: Log & Partial<Deletable>
}
export type Step = fc.AsyncCommand<LogModel, RealLog>

const fail = (what: string, actual: unknown, wanted: unknown): void => {
  const show = (value: unknown): string =>
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
  if (show(actual) !== show(wanted))
    throw new Error(`${what}: the store says ${show(actual)}, the model ${show(wanted)}`)
}

const collectIds = async (items: AsyncIterable<{ readonly id: string }>) => {
  const all: Array<string> = []
  for await (const { id } of items) all.push(id)
  return all
}

/** Few streams and few ids, so that repeats, conflicts and duplicates are common. */
const streamName = fc.constantFrom('a-1', 'a-2', '__proto__')
const uuid = fc
  .nat(12)
  .map((number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
const expectation: fc.Arbitrary<Expected> = fc.oneof(
  fc.constantFrom<Expected>('any', 'noStream', 'exists'),
  fc.bigInt(0n, 8n),
)

const refusal = (error: StoreError): Answer => {
  if (error.type === 'RevisionConflict') return { conflictAt: error.actual }
  if (error.type === 'StreamDeleted') return 'deleted'
  throw new StoreFailure(error)
}

const answerOf = async (
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

const appending = fc
  .tuple(streamName, expectation, fc.array(uuid, { maxLength: 4 }))
  .map(([stream, expected, batch]): Step => ({
    check: () => true,
    toString: () => `append(${stream}, ${expected}, ${batch.map((id) => id.slice(-2)).join(' ')})`,
    run: async (model, real) => {
      const wanted = appendToModel(model, stream, expected, batch)
      fail('an append', await answerOf(real, stream, expected, batch), wanted)
    },
  }))

const readingStream = fc
  .record({
    stream: streamName,
    from: fc.option(fc.nat(8), { nil: undefined }),
    limit: fc.option(fc.nat(4), { nil: undefined }),
    backwards: fc.boolean(),
  })
  .map(({ stream, from, limit, backwards }): Step => ({
    check: () => true,
    toString: () => `read(${stream}, ${from}, ${limit}, ${backwards})`,
    run: async (model, { store }) => {
      const all = readable(model, stream)
      const cut = backwards
        ? all?.filter(([at]) => at <= (from ?? at)).toReversed()
        : all?.filter(([at]) => at >= (from ?? 0))
      const wanted = cut?.slice(0, limit ?? cut.length).map(([, id]) => id) ?? 'deleted'
      const options = {
        backwards,
        ...(from !== undefined && { from: BigInt(from) }),
        ...(limit !== undefined && { limit }),
      }
      const read = store.read(stream, options)
      const given = await collectIds(read).catch((thrown: unknown) => {
        if (thrown instanceof StoreFailure) return refusal(thrown.error)
        throw thrown
      })
      fail('a stream', given, wanted)
      fail('its existence', await read.exists(), all !== undefined && all.length > 0)
      fail('its revision', await read.revision(), all?.at(-1)?.[0].toString() ?? 'noStream')
    },
  }))

const readingLog = fc.nat(5).map((limit): Step => ({
  check: () => true,
  toString: () => `readAll in pages of ${limit + 1}`,
  run: async (model, { store }) => {
    const seen: Array<string> = []
    let after: Position | undefined
    for (;;) {
      const options = { limit: limit + 1, ...(after !== undefined && { after }) }
      const before = seen.length
      for await (const { id, position } of store.readAll(options)) {
        seen.push(id)
        after = position
      }
      if (seen.length === before) break
    }
    fail('the log', seen, model.all)
  },
}))

const deleting = fc
  .tuple(
    streamName,
    expectation,
    fc.constantFrom('soft' as const, 'soft' as const, 'tombstone' as const),
  )
  .map(([stream, expected, deletion]): Step => ({
    check: () => true,
    toString: () => `delete(${stream}, ${expected}, ${deletion})`,
    run: async (model, { store }) => {
      if (store.delete === undefined) throw new Error('the store has no `delete`')
      const result = await store.delete(stream, expected, deletion)()
      const wanted = deleteFromModel(model, stream, expected, deletion)
      fail('a deletion', E.isRight(result) ? 'done' : refusal(result.left), wanted)
    },
  }))

/**
 * Random programs of appends, reads and, where the store can, deletions: whatever the store answers, the
 * plainest model of a log answers the same. Run them with `fc.asyncModelRun`, on `emptyModel()`.
 */
export const logPrograms = (
  options: { readonly deleting?: boolean } = {},
): fc.Arbitrary<Iterable<Step>> => {
  const steps = [appending, appending, appending, readingStream, readingLog]
  return fc.commands(options.deleting === true ? [...steps, deleting] : steps, { maxCommands: 40 })
}
