import { StoreFailure } from '../port.ts'
import type { ConformanceCase } from './case.ts'
import { expectEqual, expectThrow, expectTrue } from './expect.ts'
import { appended, event, events } from './fixtures.ts'
import { follower, subscribable } from './subscribed.ts'

const stops: ConformanceCase = {
  id: '36',
  title:
    'a subscription can be stopped before it starts, while it waits, and twice; closing ends it',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const store = subscribable((await makeStore()).store)
    await appended(store, 'a-1', 'noStream', events(1, 3))
    await follower(store).stop()
    const waiting = follower(store)
    await waiting.untilCaughtUp()
    const never = waiting.next()
    await waiting.stop()
    await waiting.stop()
    expectEqual('what a stopped one gives', await never, undefined)

    const aborting = new AbortController()
    const aborted = follower(store, { signal: aborting.signal })
    await aborted.untilCaughtUp()
    const told = aborted.next()
    aborting.abort()
    const isTagged = (type: string) => (thrown: unknown) =>
      thrown instanceof StoreFailure && thrown.error.type === type
    await expectThrow('an aborted subscription', () => told, isTagged('Aborted'))
    const late = follower(store, { signal: aborting.signal })
    await expectThrow('one that was aborted before', late.next, isTagged('Aborted'))

    const open = follower(store)
    await open.untilCaughtUp()
    const rest = open.next()
    // Looked at before the store is closed: a failure that nobody waits for yet is no failure of the case.
    const ended = expectThrow('a closed store', () => rest, isTagged('StoreUnavailable'))
    await store.close()
    await ended
  },
}

const otherInstance: ConformanceCase = {
  id: '37-subscription',
  title: 'a subscription gives what another instance on the same storage appends',
  needs: ['subscribing', 'secondInstance'],
  run: async (makeStore) => {
    const { store: one, reopen } = await makeStore()
    const store = subscribable(one)
    const other = await reopen?.()
    expectTrue('a second instance', other !== undefined)
    if (other === undefined) return
    const following = follower(store)
    await following.untilCaughtUp()
    for (const at of [1, 2, 3]) {
      const coming = following.numbers(1)
      await appended(other, `a-${at}`, 'noStream', [event(at)])
      expectEqual('what the other appended', await coming, [at])
    }
    await following.stop()
  },
}

export const subscriptionEndCases: ReadonlyArray<ConformanceCase> = [stops, otherInstance]
