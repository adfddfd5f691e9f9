import { DuplicateEventId } from '../batch.ts'
import type { Log, NewEvent } from '../port.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual, expectThrow } from './expect.ts'
import { append, appended, conflict, event, events, readLog } from './fixtures.ts'

/** What the types forbid, and a caller who lost them may offer all the same. */
const broken: ReadonlyArray<object> = [
  { data: { when: new Date(0) } },
  { metadata: { schemaVersion: 1.5 } },
  { metadata: {} },
  { metadata: { schemaVersion: 1, declaredAt: true } },
  { metadata: { schemaVersion: 1, declaredAt: 9e15 } },
]

type Refusal = readonly [string, (store: Log) => Promise<void>]

const refusals: ReadonlyArray<Refusal> = [
  [
    'a duplicate id inside the batch',
    (store) =>
      expectThrow(
        'a duplicate inside the batch',
        () => append(store, 'a-1', 1n, [event(3), event(4), event(3)]),
        (thrown) => thrown instanceof DuplicateEventId,
      ),
  ],
  ...broken.map((part): Refusal => {
    const what = `a last event with ${JSON.stringify(part)}`
    // The fields of an event, if not their types.
    const last = { ...event(4), ...part } as NewEvent
    return [
      what,
      (store) =>
        expectThrow(
          what,
          () => append(store, 'a-1', 1n, [event(3), last]),
          (thrown) => thrown instanceof TypeError,
        ),
    ]
  }),
  [
    'a batch of which only the beginning stands there',
    async (store) => {
      const answer = await append(store, 'a-1', 0n, [event(2), event(3)])
      expectEqual('the answer', answer, conflict('a-1', 0n, 1n))
    },
  ],
]

const known: Refusal = [
  'an id that stands in the stream already',
  (store) =>
    expectThrow(
      'a duplicate of the stream',
      () => append(store, 'a-1', 1n, [event(3), event(1)]),
      (thrown) => thrown instanceof DuplicateEventId,
    ),
]

const changesNothing =
  (refused: ReadonlyArray<Refusal>): ConformanceCase['run'] =>
  async (makeStore) => {
    const { store } = await makeStore()
    await appended(store, 'a-1', 'noStream', events(1, 2))
    const before = await readLog(store)
    for (const [what, refuse] of refused) {
      await refuse(store)
      expectEqual(`the log after ${what}`, await readLog(store), before)
    }
    const { revision } = await appended(store, 'a-1', 1n, events(3, 4))
    expectEqual('the revision of the next append', revision, 3n)
  }

export const allOrNothing: ConformanceCase = {
  id: '07',
  title: 'a refused append changes nothing: a batch is written whole or not at all',
  needs: [],
  run: changesNothing(refusals),
}

export const noIdTwice: ConformanceCase = {
  id: '07-ids',
  title: 'an id that stands in the stream already is refused, and nothing of its batch is written',
  needs: ['uniqueIds'],
  run: changesNothing([known]),
}
