import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { StoreFailure } from '../port.ts'
import type { Position } from '../position.ts'
import {
  appendStep,
  expectation,
  fail,
  refusal,
  streamName,
  type RealLog,
  type Step,
} from './append-step.ts'
import { deleteFromModel, readable } from './model.ts'
import { freshAppending, sendingAgain, uuidBelow } from './fresh-ids.ts'

export { type RealLog, type Step }

const collectIds = async (items: AsyncIterable<{ readonly id: string }>) => {
  const all: Array<string> = []
  for await (const { id } of items) all.push(id)
  return all
}

const appending = fc
  .tuple(streamName, expectation, fc.array(uuidBelow(13), { maxLength: 4 }))
  .map(([stream, expected, batch]) => appendStep(stream, expected, batch))

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
 * plainest model of a log answers the same. `uniqueIds: false` is for stores that look for an id only where its
 * batch would stand. Run them with `fc.asyncModelRun`, on `emptyModel()`.
 */
export const logPrograms = (
  options: { readonly deleting?: boolean; readonly uniqueIds?: boolean } = {},
): fc.Arbitrary<Iterable<Step>> => {
  const appends =
    options.uniqueIds === false
      ? [freshAppending, freshAppending, freshAppending, sendingAgain, sendingAgain]
      : [appending, appending, appending]
  const steps = [...appends, readingStream, readingLog]
  return fc.commands(options.deleting === true ? [...steps, deleting] : steps, {
    maxCommands: 40,
    // Short programs meet little: a deletion, a revival and a retry need one after the other.
    size: 'max',
  })
}
