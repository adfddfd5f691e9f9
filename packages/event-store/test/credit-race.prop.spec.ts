import {
  creditRoom,
  type CreditCommand,
  type CreditEvent,
  type ReserveCredit,
} from '@tenure/core/credit'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  fold,
  minorUnits,
  orderId,
} from '@tenure/core/shared'
import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { handle, makeRegistry, openLog, type Log } from '../src/index.ts'
import { memoryStore } from '../src/memory/index.ts'
import { collect } from './purse.ts'

const about = (change: string) => ({
  effectiveOn: civilDate('2024-03-01'),
  customerId: customerId('__proto__'),
  changeId: changeId(change),
  currency: currency('EUR'),
})
const limit = (limitMinor: number): CreditCommand => ({
  type: 'RecordCreditDecision',
  ...about('limit'),
  limitMinor: minorUnits(limitMinor),
  validUntil: civilDate('2024-12-31'),
})
const reserve = (order: number, amountMinor: number, refusalStands = false): ReserveCredit => ({
  type: 'ReserveCredit',
  ...about(`order ${order}`),
  orderId: orderId(`O-${order}`),
  amountMinor: minorUnits(amountMinor),
  expiresOn: civilDate('2024-04-01'),
  refusalStands,
})

const factsIn = async (store: Log): Promise<ReadonlyArray<unknown>> =>
  (await collect(openLog(store, makeRegistry(creditRoom.events)).readAll())).map(({ body }) => body)

/** What one after the other leads to, in this order. */
const serially = (commands: ReadonlyArray<CreditCommand>): ReadonlyArray<CreditEvent> =>
  commands.reduce<ReadonlyArray<CreditEvent>>((history, command) => {
    const answer = creditRoom.decider.decide(command)(fold(creditRoom.decider, history))
    return E.isLeft(answer) ? history : [...history, ...answer.right]
  }, [])

const ordersOf = <A>(items: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, index) =>
        ordersOf(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
      )

describe('two orders that want the last headroom at the same time', () => {
  it('do not both get it: one is reserved, the other is told what is left [edge 66]', async () => {
    const store = memoryStore()
    await handle(store, creditRoom)(limit(1000))()
    const [one, two] = await Promise.all([
      handle(store, creditRoom)(reserve(1, 700))(),
      handle(store, creditRoom)(reserve(2, 700))(),
    ])
    expect(E.isRight(one)).toBe(true)
    expect(two).toEqual(
      E.left({
        type: 'Rejected',
        rejection: {
          type: 'LimitExceeded',
          limitMinor: 1000,
          reservedMinor: 700,
          usedMinor: 0,
          offeredMinor: 700,
        },
      }),
    )
    expect(await factsIn(store)).toEqual(serially([limit(1000), reserve(1, 700)]))
  })
})

describe('orders that race for one limit, each through its own hands, in any order of appends', () => {
  it('leave what some serial order of them would have left [inv 18]', async () => {
    const racer = fc.record({ amountMinor: fc.integer({ min: 1, max: 100 }), stands: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 0, max: 200 }),
        fc.array(racer, { minLength: 2, maxLength: 3 }),
        async (schedule, limitMinor, racers) => {
          const store = memoryStore()
          await handle(store, creditRoom)(limit(limitMinor))()
          const late: Log = {
            ...store,
            append:
              (...batch) =>
              async () => {
                await schedule.schedule(Promise.resolve())
                return store.append(...batch)()
              },
          }
          const commands = racers.map(({ amountMinor, stands }, index) =>
            reserve(index, amountMinor, stands),
          )
          const done = commands.map((command) => handle(late, creditRoom)(command)())
          await schedule.waitFor(Promise.all(done))
          const possible = ordersOf(commands).map((order) =>
            serially([limit(limitMinor), ...order]),
          )
          expect(possible).toContainEqual(await factsIn(store))
        },
      ),
      { numRuns: runs(100) },
    )
  })
})
