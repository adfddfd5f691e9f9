import type { CivilDate, CustomerId, Decider, Fact, Room } from '@tenure/core/shared'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { handle } from '../handle/handle.ts'
import type { Log } from '../port.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual } from './expect.ts'
import { append, appended, event, events, ids, readLog, readStream } from './fixtures.ts'

const sameAgain: ConformanceCase = {
  id: '11',
  title: 'the same event ids at the same expectation again: success, and nothing is written',
  needs: [],
  run: async (makeStore) => {
    const { store, reopen } = await makeStore()
    const first = await appended(store, 'a-1', 'noStream', events(1, 2))
    const second = await appended(store, 'a-1', 1n, events(3, 5))
    const before = await readLog(store)
    for (const instance of reopen === undefined ? [store] : [store, await reopen()]) {
      const again = await appended(instance, 'a-1', 1n, events(3, 5))
      expectEqual('the newest batch again', again, { ...second, repeated: true })
      const older = await appended(instance, 'a-1', 'noStream', events(1, 2))
      expectEqual('an older batch again', older, { ...first, repeated: true })
    }
    const turned = await append(store, 'a-1', 1n, [event(4), event(3), event(5)])
    expectEqual(
      'the batch in another order',
      E.isLeft(turned) && turned.left.type,
      'RevisionConflict',
    )
    expectEqual('the log', await readLog(store), before)
  },
}

const Counted = t.strict(
  { type: t.literal('Counted'), effectiveOn: t.string, customerId: t.null, countId: t.string },
  'Counted',
)
interface Counted extends Fact {
  readonly type: 'Counted'
  readonly countId: string
}
interface Count {
  readonly countId: string
  readonly times: number
}

const counter: Decider<Count, Counted, Array<string>, never> = {
  initial: () => [],
  decide:
    ({ countId, times }) =>
    (counted) => {
      if (counted.includes(countId)) return E.right([])
      // A civil date by its form; the store never looks at it.
      const effectiveOn = '2026-01-31' as CivilDate
      const customerId: CustomerId | null = null
      const fact: Counted = { type: 'Counted', effectiveOn, customerId, countId }
      return E.right(Array.from({ length: times }, () => fact))
    },
  evolve: (counted, { countId }) => {
    counted.push(countId)
  },
}

const room: Room<Count, Counted, Array<string>, never> = {
  category: 'count',
  decider: counter,
  events: [{ type: 'Counted', version: 1, codec: Counted }],
  streamOf: () => 'count-1',
  doorOf: () => 'ask',
  explain: () => '',
}

/** A store whose every append is written, and then the reply is lost, as if the process had died. */
const withoutReplies = (store: Log): Log => ({
  ...store,
  append: (stream, expected, batch) => async () => {
    await store.append(stream, expected, batch)()
    return E.left({ type: 'StoreUnavailable', outcome: 'unknown', reason: 'the reply was lost' })
  },
})

const commandAgain: ConformanceCase = {
  id: '12',
  title:
    'a command sent again after its reply was lost, by a new process, writes nothing and is accepted',
  needs: [],
  run: async (makeStore) => {
    const { store, reopen } = await makeStore()
    const command = { countId: 'first', times: 3 }
    const context = { commandId: '3b241101-e2bb-4255-8caf-4136c566a962' }
    const dying = handle(withoutReplies(store), room, { resends: 0 })
    const lost = await dying(command, context)()
    expectEqual('the first process hears', E.isLeft(lost) && lost.left, {
      type: 'StoreFailed',
      error: { type: 'StoreUnavailable', outcome: 'unknown', reason: 'the reply was lost' },
    })
    const before = await readLog(store)
    expectEqual('events written', before.length, 3)
    const instance = reopen === undefined ? store : await reopen()
    const again = await handle(instance, room)(command, context)()
    expectEqual('the new process hears', E.isRight(again) && again.right.events, [])
    expectEqual('its revision', E.isRight(again) && again.right.revision, 2n)
    expectEqual('the log', await readLog(store), before)
  },
}

const copiesOnly: ConformanceCase = {
  id: '13',
  title: 'changing a payload after the append, or an event that was read, changes nothing stored',
  needs: [],
  run: async (makeStore) => {
    const { store } = await makeStore()
    const data = { nested: { list: [1, 2] } }
    const metadata = { schemaVersion: 1, actor: 'one' }
    const writing = append(store, 'a-1', 'noStream', [{ ...event(1), data, metadata }])
    data.nested.list.push(3)
    metadata.actor = 'other'
    await writing
    data.nested.list.push(4)
    const tamper = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const key of Object.keys(value)) {
        tamper(Reflect.get(value, key))
        // Refused in silence by a frozen object, done on a fresh one: neither may reach the log.
        Reflect.set(value, key, 'changed')
      }
    }
    for (const read of [() => readStream(store, 'a-1'), () => readLog(store)]) {
      for (const recorded of await read()) tamper(recorded)
      const [stored] = await read()
      expectEqual('the payload', stored?.data, { nested: { list: [1, 2] } })
      expectEqual('the metadata', stored?.metadata, { schemaVersion: 1, actor: 'one' })
      expectEqual('the id', stored?.id, ids(events(1, 1))[0])
    }
  },
}

export const repeatCases: ReadonlyArray<ConformanceCase> = [sameAgain, commandAgain, copiesOnly]
