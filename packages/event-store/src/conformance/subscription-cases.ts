import type { ConformanceCase, MakeStore } from './case.ts'
import { expectEqual } from './expect.ts'
import { appended, event, events, readLog } from './fixtures.ts'
import { follower, subscribable } from './subscribed.ts'

const made = async (makeStore: MakeStore) => {
  const { store, reopen } = await makeStore()
  return { store: subscribable(store), reopen }
}

const numbers = (first: number, last: number): ReadonlyArray<number> =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

const historyThenLive: ConformanceCase = {
  id: '27',
  title: 'a subscription from the start gives history, then what comes, without loss or repetition',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const { store } = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 50))
    // Writers go on all through the change from history to what comes.
    const writing = (async () => {
      for (let at = 51; at <= 250; at += 5) {
        await appended(store, `b-${at}`, 'noStream', events(at, at + 4))
      }
    })()
    const all = follower(store)
    expectEqual('what was given', await all.numbers(250), numbers(1, 250))
    await writing
    await all.untilCaughtUp()
    const more = all.numbers(1)
    await appended(store, 'c-1', 'noStream', [event(251)])
    expectEqual('what was given later', await more, [251])
    await all.stop()
  },
}

const fromTheEnd: ConformanceCase = {
  id: '27-end',
  title: 'a subscription from the end says where it begins, and gives only what comes after',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const { store } = await made(makeStore)
    const onEmpty = follower(store, { after: 'end' })
    expectEqual('first of an empty log', await onEmpty.next(), { caughtUp: true })
    await appended(store, 'a-1', 'noStream', events(1, 3))
    expectEqual('after an empty log', await onEmpty.numbers(3), numbers(1, 3))
    const last = (await readLog(store)).at(-1)
    const late = follower(store, { after: 'end' })
    expectEqual('first of a log of three', await late.next(), { position: last?.position })
    await appended(store, 'a-1', 2n, events(4, 5))
    expectEqual('what came after', await late.numbers(2), [4, 5])
    await Promise.all([onEmpty.stop(), late.stop()])
  },
}

const goOn: ConformanceCase = {
  id: '28',
  title: 'a subscription goes on strictly after the position that the caller kept, filters or not',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const { store, reopen } = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 20))
    const first = follower(store)
    await first.numbers(7)
    const after = first.position()
    await first.stop()
    // What was given and not kept is given again, also by another instance.
    const later = reopen === undefined ? store : subscribable(await reopen())
    const second = follower(later, after === undefined ? {} : { after })
    expectEqual('what was given again', await second.numbers(13), numbers(8, 20))
    await appended(store, 'a-1', 19n, [event(21)])
    expectEqual('the first event after the restart', await second.numbers(1), [21])
    await second.stop()
  },
}

const filtered: ConformanceCase = {
  id: '30',
  title: 'events that filters pass over still move the position on, also where none matches',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const { store } = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 30))
    const last = (await readLog(store)).at(-1)
    const none = follower(store, { types: ['Unheard'] })
    expectEqual('what matched', await none.untilCaughtUp(), [])
    expectEqual('the position, though nothing matched', none.position(), last?.position)
    await appended(store, 'b-1', 'noStream', [event(31, { number: 31 }, 'Heard'), event(32)])
    const heard = follower(store, { types: ['Heard'], categories: ['b'] })
    expectEqual('what matched', await heard.untilCaughtUp(), [31])
    const end = (await readLog(store)).at(-1)
    expectEqual('the position behind what matched', heard.position(), end?.position)
    await Promise.all([none.stop(), heard.stop()])
  },
}

const filteredLive: ConformanceCase = {
  id: '30-live',
  title: 'one that waits is told of what is appended, though its filters pass over all of it',
  needs: ['subscribing', 'livePositions'],
  run: async (makeStore) => {
    const { store } = await made(makeStore)
    const none = follower(store, { types: ['Unheard'] })
    await none.untilCaughtUp()
    await appended(store, 'a-1', 'noStream', events(1, 2))
    await none.untilCaughtUp()
    const end = (await readLog(store)).at(-1)
    expectEqual('the position of the one that waits', none.position(), end?.position)
    await none.stop()
  },
}

const slowConsumer: ConformanceCase = {
  id: '31',
  title: 'a slow consumer delays, loses nothing and changes no order, and holds up nobody',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const { store } = await made(makeStore)
    const slow = follower(store)
    const fast = follower(store)
    await slow.untilCaughtUp()
    for (let at = 1; at <= 3000; at += 100)
      await appended(store, 'a-1', at === 1 ? 'noStream' : BigInt(at - 2), events(at, at + 99))
    expectEqual('to the fast one', await fast.numbers(3000), numbers(1, 3000))
    const given: Array<unknown> = []
    for (let at = 1; given.length < 3000; at += 1) {
      given.push(...(await slow.numbers(100)))
      await appended(store, `b-${at}`, 'noStream', [event(3000 + at)])
    }
    expectEqual('to the slow one', given, numbers(1, 3000))
    await Promise.all([slow.stop(), fast.stop()])
  },
}

const twoFollowers: ConformanceCase = {
  id: '35',
  title: 'one subscription from the end and one from the start do not disturb each other',
  needs: ['subscribing'],
  run: async (makeStore) => {
    const { store } = await made(makeStore)
    await appended(store, 'a-1', 'noStream', events(1, 100))
    const [fromEnd, fromStart] = [follower(store, { after: 'end' }), follower(store)]
    await fromEnd.untilCaughtUp()
    const [late, all] = [fromEnd.numbers(10), fromStart.numbers(110)]
    await appended(store, 'a-1', 99n, events(101, 110))
    expectEqual('from the end', await late, numbers(101, 110))
    expectEqual('from the start', await all, numbers(1, 110))
    await Promise.all([fromEnd.stop(), fromStart.stop()])
  },
}

export const subscriptionCases: ReadonlyArray<ConformanceCase> = [
  historyThenLive,
  fromTheEnd,
  goOn,
  filtered,
  filteredLive,
  slowConsumer,
  twoFollowers,
]
