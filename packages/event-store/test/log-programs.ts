import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { DuplicateEventId, type Expected, type Log, type Position } from '../src/index.ts'
import { appendToModel, idsOf, type Answer, type LogModel } from './log-model.ts'

export interface RealLog {
  readonly store: Log
}
type Step = fc.AsyncCommand<LogModel, RealLog>

const fail = (what: string, actual: unknown, wanted: unknown): void => {
  const show = (value: unknown): string =>
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? `${v}n` : v))
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
    if (result.left.type === 'RevisionConflict') return { conflictAt: result.left.actual }
    throw new Error(result.left.type)
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
      const all = idsOf(model, stream)
      const cut = backwards
        ? all.slice(0, from === undefined ? all.length : from + 1).toReversed()
        : all.slice(from ?? 0)
      const options = {
        backwards,
        ...(from !== undefined && { from: BigInt(from) }),
        ...(limit !== undefined && { limit }),
      }
      const read = store.read(stream, options)
      fail('a stream', await collectIds(read), cut.slice(0, limit ?? all.length))
      fail('its existence', await read.exists(), all.length > 0)
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

/** Random programs of appends and reads; whatever a store answers, the model answers the same. */
export const logPrograms = (): fc.Arbitrary<Iterable<Step>> =>
  fc.commands([appending, appending, appending, readingStream, readingLog], { maxCommands: 40 })
