import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { behaviourOf, openLines } from '../src/policies/open-lines.ts'
import type { TradeRules } from '../src/policies/index.ts'
import { itemId, minorUnits, paymentId, returnId, text } from '../src/shared/index.ts'
import { ada, day, EUR, houseRules, place, reminding, ship, sofa } from './policies-words.ts'
import { about, house, quiet } from './policies-gaps-words.ts'

// What the house may ask for, and how its customer pays.

type Parts = ReadonlyArray<readonly [amountMinor: number, dueOn: string | null]>
const owe = (world: World, id: string, parts: Parts): void => {
  const schedule = parts.map(([amountMinor, dueOn], index) => ({
    instalment: index + 1,
    amountMinor: minorUnits(amountMinor),
    dueOn: dueOn === null ? null : day(dueOn),
  }))
  const opened = { itemId: itemId(id), kind: 'invoice', invoiceId: null, schedule } as const
  const command = { type: 'OpenItem', ...about(world), ...opened, earlyPay: [] } as const
  world.tell({ room: 'receivables', command })
}
const payFor = (world: World, id: string, amountMinor: number, on: string): void => {
  const cash = { paymentId: paymentId(`${id} on ${on}`), amountMinor: minorUnits(amountMinor) }
  const days = { method: null, initiatedOn: null, settledOn: null, forItemId: itemId(id) }
  const command = { type: 'RecordPayment', ...about(world), ...cash, ...days } as const
  world.tell({ room: 'receivables', command: { ...command, effectiveOn: day(on) } })
}
const lines = (world: World) =>
  openLines(world.dossier(ada), EUR, quiet).map(
    ({ instalment, dueOn, openMinor, hold }) =>
      `${instalment ?? 'all'} ${dueOn} ${openMinor} ${hold ?? 'free'}`,
  )

describe('what may be asked for', () => {
  it('is one line an item, and one an instalment where there are several with a day', () => {
    const world = house()
    expect(lines(world)).toEqual([])
    owe(world, 'one', [[1, '2026-01-31']])
    owe(world, 'never', [[50, null]])
    owe(world, 'two', [
      [1, '2026-02-28'],
      [40, '2026-03-31'],
      [50, null],
    ])
    owe(world, 'half', [
      [30, '2026-02-28'],
      [40, '2026-03-31'],
    ])
    payFor(world, 'half', 30, '2026-01-01')
    expect(lines(world)).toEqual([
      'all 2026-01-31 1 free',
      '1 2026-02-28 1 free',
      '2 2026-03-31 40 free',
      '2 2026-03-31 40 free',
    ])
  })

  it('is nothing that a collection under way may pay', () => {
    const world = house()
    owe(world, 'one', [[100, '2026-01-31']])
    const collection = { paymentId: paymentId('P'), amountMinor: minorUnits(100), method: null }
    const told = { forItemId: itemId('one'), sequence: 0 }
    const pending = {
      type: 'RecordPendingPayment',
      ...about(world),
      ...collection,
      ...told,
    } as const
    world.tell({ room: 'receivables', command: pending })
    expect(lines(world)).toEqual(['all 2026-01-31 100 collectionPending'])
  })

  it('is held while goods of the order come back, and not once that was turned down', () => {
    const world = house()
    place(world, 10_000)
    ship(world)
    expect(lines(world)).toEqual(['all 2026-01-15 10000 free'])
    const facts = { effectiveOn: world.today(), customerId: ada, returnId: returnId('R') }
    const line = { lineId: text('sofa'), quantity: '1' } as const
    const delivered = {
      lineId: text('sofa'),
      sku: text('sofa'),
      deliveredQuantity: '1',
      deliveredOn: world.today(),
      returnedQuantity: '0',
    } as const
    world.tell({
      room: 'returns',
      command: {
        type: 'RequestReturn',
        ...facts,
        orderId: sofa,
        orderedOn: world.today(),
        reason: text('changed mind'),
        lines: [line],
        delivered: [delivered],
        declared: null,
        policy: {
          policyId: text('all'),
          version: 1,
          anchor: 'delivery',
          windowDays: 30,
          coolingOffDays: 14,
          conditions: { unopened: false, originalPackage: false },
          reasons: [{ code: text('changed mind'), conditionsApply: false }],
          onFailedCondition: { kind: 'refuse' },
        },
      },
    })
    expect(world.turnedDown).toEqual([])
    expect(lines(world)).toEqual(['all 2026-01-15 10000 refund'])
    const command = { type: 'RejectReturn', ...facts, why: text('used') } as const
    world.tell({ room: 'returns', command })
    expect(lines(world)).toEqual(['all 2026-01-15 10000 free'])
  })
})

describe('how a customer pays', () => {
  const otherwise = houseRules.reminders?.otherwise
  if (otherwise === undefined) throw new Error('the house reminds')
  const judging: TradeRules = {
    ...reminding(otherwise),
    behaviour: {
      ruleId: text('behaviour'),
      version: 1,
      graceDays: 2,
      leastItems: 2,
      promptFromBasisPoints: 8_000,
      slowFromBasisPoints: 5_000,
      recentItems: 2,
      trendBasisPoints: 1_000,
    },
    reminders: {
      setId: text('all'),
      variants: [{ behaviourClass: text('poor'), policy: otherwise }],
      otherwise,
    },
  }
  const says = (world: World, on: string, rules: TradeRules = judging): string | null =>
    behaviourOf(world.dossier(ada), rules, day(on))

  it('is judged by the last payment of each item, and by what is overdue', () => {
    const world = house()
    owe(world, 'a', [[100, '2026-01-10']])
    owe(world, 'b', [[100, '2026-01-20']])
    owe(world, 'c', [[100, '2026-01-30']])
    expect(says(world, '2026-01-12')).toBe('unknown')
    payFor(world, 'a', 50, '2026-01-05')
    payFor(world, 'a', 50, '2026-01-12')
    payFor(world, 'b', 100, '2026-01-22')
    expect(says(world, '2026-01-25')).toBe('prompt')
    expect(says(world, '2026-02-01')).toBe('prompt')
    expect(says(world, '2026-02-02')).toBe('slow')
    expect(says(world, '2026-02-02', { ...judging, behaviour: null })).toBeNull()
    expect(says(world, '2026-02-02', { ...judging, reminders: null })).toBeNull()
    expect(says(world, '2026-02-02', { ...judging, reminders: houseRules.reminders })).toBeNull()
  })

  it('is poor where the last part came late, in whatever order the parts were told', () => {
    const world = house()
    for (const id of ['a', 'b'] as const) {
      owe(world, id, [[100, '2026-01-10']])
      payFor(world, id, 50, '2026-01-20')
      payFor(world, id, 50, '2026-01-05')
    }
    expect(says(world, '2026-01-25')).toBe('poor')
  })

  it('says nothing of items without a day', () => {
    const world = house()
    owe(world, 'a', [[100, null]])
    owe(world, 'b', [[100, null]])
    payFor(world, 'a', 100, '2026-01-05')
    expect(says(world, '2026-06-01')).toBe('unknown')
  })
})
