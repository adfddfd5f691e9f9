import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { creditCheck } from '../src/policies/credit-check.ts'
import { promises } from '../src/policies/promises.ts'
import { smallBalances } from '../src/policies/small-balances.ts'
import {
  changeId,
  creditId,
  itemId,
  minorUnits,
  net,
  orderId,
  paymentId,
  promiseId,
} from '../src/shared/index.ts'
import { ada, day, place, ship } from './policies-words.ts'
import { about, house, quiet, reaction } from './policies-gaps-words.ts'

// What the house sees by the calendar alone: rests, promises and credit that nobody used.

const owe = (world: World, id: string, amountMinor: number, dueOn: string | null): void => {
  const on = dueOn === null ? null : day(dueOn)
  const part = { instalment: 1, amountMinor: minorUnits(amountMinor), dueOn: on }
  const opened = { itemId: itemId(id), kind: 'invoice', invoiceId: null, schedule: [part] } as const
  const command = { type: 'OpenItem', ...about(world), ...opened, earlyPay: [] } as const
  world.tell({ room: 'receivables', command })
}
const payFor = (world: World, id: string, amountMinor: number, on = '2026-01-02'): void => {
  const cash = {
    paymentId: paymentId(`${id} ${amountMinor} ${on}`),
    amountMinor: minorUnits(amountMinor),
  }
  const days = { method: null, initiatedOn: null, settledOn: null, forItemId: itemId(id) }
  const command = { type: 'RecordPayment', ...about(world), ...cash, ...days } as const
  world.tell({ room: 'receivables', command: { ...command, effectiveOn: day(on) } })
}

describe('a rest that is not worth a letter', () => {
  const rules = { ...quiet, smallBalanceMinor: minorUnits(10) }
  const due = (world: World, on: string, by = rules) =>
    (smallBalances.due?.(day(on), world.dossier(ada), by) ?? []).map(({ command }) =>
      'itemId' in command ? `${command.effectiveOn} ${command.itemId}` : command.type,
    )
  const next = (world: World, on: string, by = rules) =>
    smallBalances.next?.(day(on), world.dossier(ada), by)

  it('is given up after its due day, where the rest was paid or credited', () => {
    const world = house(smallBalances)
    expect([due(world, '2026-06-01'), next(world, '2026-01-01')]).toEqual([[], null])
    owe(world, 'paid', 100, '2026-01-10')
    payFor(world, 'paid', 90)
    owe(world, 'more', 100, '2026-01-10')
    payFor(world, 'more', 89)
    owe(world, 'small', 10, '2026-01-10')
    owe(world, 'credited', 100, '2026-01-20')
    const note = { creditId: creditId('N'), amountMinor: minorUnits(99), reason: null }
    const credited = {
      type: 'IssueCredit',
      ...about(world),
      itemId: itemId('credited'),
      ...note,
    } as const
    world.tell({ room: 'receivables', command: credited })
    owe(world, 'never', 100, null)
    payFor(world, 'never', 95)
    expect(due(world, '2026-01-10')).toEqual([])
    expect(due(world, '2026-01-11')).toEqual(['2026-01-11 paid'])
    expect(due(world, '2026-01-21')).toEqual(['2026-01-21 paid', '2026-01-21 credited'])
    expect(next(world, '2026-01-10')).toBe('2026-01-11')
    expect(next(world, '2026-01-11')).toBe('2026-01-21')
    expect(next(world, '2026-01-21')).toBeNull()
    const none = { ...quiet, smallBalanceMinor: minorUnits(0) }
    expect([due(world, '2026-01-21', none), next(world, '2026-01-10', none)]).toEqual([[], null])
  })
})

describe('a promise to pay', () => {
  const promise = (world: World, amountMinor: number, byOn: string): void => {
    const sums = { amountMinor: minorUnits(amountMinor), openMinor: minorUnits(100) }
    const made = { promiseId: promiseId('P'), byOn: day(byOn) }
    const rule = { graceDays: 2, maxPerCase: 2, maxDays: 30 }
    const command = { type: 'PromiseToPay', ...about(world), ...made, ...sums, rule } as const
    world.tell({ room: 'collections', command })
  }
  const due = (world: World, on: string) =>
    (promises.due?.(day(on), world.dossier(ada), quiet) ?? []).map(({ command }) => command.type)
  const next = (world: World, on: string) => promises.next?.(day(on), world.dossier(ada), quiet)

  it('is judged once its day and its grace are over, or once all of it came', () => {
    const world = house(promises)
    owe(world, 'a', 100, '2026-01-10')
    expect([due(world, '2026-01-01'), next(world, '2026-01-01')]).toEqual([[], null])
    payFor(world, 'a', 10, '2026-01-01')
    promise(world, 90, '2026-01-20')
    expect(next(world, '2026-01-01')).toBe('2026-01-23')
    expect(due(world, '2026-01-22')).toEqual([])
    expect(due(world, '2026-01-23')).toEqual(['JudgePromise'])
    payFor(world, 'a', 80, '2026-01-22')
    expect(due(world, '2026-01-21')).toEqual([])
    expect(due(world, '2026-01-22')).toEqual(['JudgePromise'])
    expect(reaction(world, promises, 'PaymentReceived').map(({ type }) => type)).toEqual([
      'JudgePromise',
    ])
    const [asked] = promises.due?.(day('2026-01-22'), world.dossier(ada), quiet) ?? []
    if (asked === undefined) throw new Error('not judged')
    world.tell(asked)
    expect([due(world, '2026-02-01'), next(world, '2026-01-01')]).toEqual([[], null])
  })

  it('is not kept by what came after its last day', () => {
    const world = house(promises)
    owe(world, 'a', 100, '2026-01-10')
    promise(world, 90, '2026-01-20')
    payFor(world, 'a', 90, '2026-01-23')
    expect(due(world, '2026-01-22')).toEqual([])
    expect(due(world, '2026-01-23')).toEqual(['JudgePromise'])
  })
})

describe('credit that was reserved', () => {
  it('is looked at on the day after its last, unless it was billed', () => {
    const world = house()
    const next = (on: string) => creditCheck.next?.(day(on), world.dossier(ada), quiet)
    expect(next('2026-01-01')).toBeNull()
    place(world, 10_000, net(14), orderId('a'))
    expect(next('2026-01-01')).toBe('2026-02-01')
    expect(next('2026-01-31')).toBe('2026-02-01')
    expect(next('2026-02-01')).toBeNull()
    world.walkTo(day('2026-01-05'))
    place(world, 10_000, net(14), orderId('b'))
    ship(world, orderId('a'))
    expect(next('2026-01-05')).toBe('2026-02-05')
    const cancelled = { orderId: orderId('b'), changeId: changeId('off'), reason: null }
    const facts = { effectiveOn: world.today(), customerId: ada }
    world.tell({ room: 'order', command: { type: 'CancelOrder', ...facts, ...cancelled } })
    expect(next('2026-01-05')).toBeNull()
  })
})
