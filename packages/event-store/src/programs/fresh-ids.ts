import * as fc from 'fast-check'
import { appendStep, expectation, fail, answerOf, streamName, type Step } from './append-step.ts'
import { appendToModel, type LogModel } from './model.ts'

/** Few ids are often met again; of many, most are new. */
export const uuidBelow = (count: number): fc.Arbitrary<string> =>
  fc
    .nat(count - 1)
    .map((number) => `00000000-0000-4000-8000-${String(number + 1).padStart(12, '0')}`)

const isNew =
  (stream: string, batch: ReadonlyArray<string>) =>
  (model: LogModel): boolean =>
    !batch.some((id) => model.streams.get(stream)?.ids.includes(id))

// Most succeed, so that there is something to send again.
const mostlyAny = fc.oneof(expectation, fc.constant('any' as const))

/** Appends whose ids the stream has not seen. */
export const freshAppending = fc
  .tuple(streamName, mostlyAny, fc.array(uuidBelow(400), { maxLength: 4, size: 'max' }))
  .map(([stream, expected, batch]) => appendStep(stream, expected, batch, isNew(stream, batch)))

/** What stands in a stream from some revision on is sent again, as it was sent, or at no revision at all. */
export const sendingAgain = fc
  .record({
    stream: streamName,
    from: fc.nat(4),
    count: fc.integer({ min: 1, max: 3 }),
    isOpen: fc.boolean(),
  })
  .map(({ stream, from, count, isOpen }): Step => ({
    check: (model) => (model.streams.get(stream)?.ids.length ?? 0) >= from + count,
    toString: () => `again(${stream}, ${from}, ${count}, ${isOpen ? 'any' : 'at its revision'})`,
    run: async (model, real) => {
      const batch = model.streams.get(stream)?.ids.slice(from, from + count) ?? []
      const atRevision = from === 0 ? 'noStream' : BigInt(from - 1)
      const expected = isOpen ? 'any' : atRevision
      const wanted = appendToModel(model, stream, expected, batch)
      fail('an append again', await answerOf(real, stream, expected, batch), wanted)
    },
  }))
