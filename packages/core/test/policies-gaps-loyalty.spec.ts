import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { LoyaltyRule } from '../src/loyalty/index.ts'
import { loyaltyUpkeep } from '../src/policies/loyalty-upkeep.ts'
import type { TradeRules } from '../src/policies/index.ts'
import {
  changeId,
  currency,
  net,
  orderId,
  redemptionId,
  text,
  type CivilDate,
} from '../src/shared/index.ts'
import { goodsLine } from '../src/order/index.ts'
import { houseWithPoints, points } from './policies-more-words.ts'
import { ada, day, houseRules, place } from './policies-words.ts'
import { grant, house, redeem, member } from './policies-points-words.ts'

// What the house asks of the programme, with nobody there to carry it out.

const bySpend: LoyaltyRule = {
  ...points,
  tierBasis: 'spend',
  tiers: [{ tier: text('gold'), from: 10_000, benefits: [] }],
}
const spending: TradeRules = { ...houseRules, loyalty: bySpend }
const due = (world: World, on: string, rules: TradeRules = houseWithPoints) =>
  (loyaltyUpkeep.due?.(day(on), world.dossier(ada), rules) ?? []).map(({ command }) =>
    [
      command.type,
      command.effectiveOn,
      ...(command.type === 'AdjustTier' ? [command.spendMinor] : []),
    ].join(' '),
  )
const next = (
  world: World,
  on: string,
  rules: TradeRules = houseWithPoints,
): CivilDate | null | undefined => loyaltyUpkeep.next?.(day(on), world.dossier(ada), rules)
const none: ReadonlyArray<string> = []

describe('points that end', () => {
  it('are asked about on their own day, and none that are spent or never end', () => {
    const world = member()
    grant(world, 'spent', 100, '2026-01-01', '2026-01-31')
    redeem(world, 100)
    grant(world, 'for ever', 10, '2026-01-01', null)
    expect(due(world, '2026-06-01')).toEqual(none)
    grant(world, 'one', 1, '2026-01-02', '2026-02-28')
    expect(due(world, '2026-02-28')).toEqual(none)
    expect(due(world, '2026-03-01')).toEqual(['ExpireLots 2026-03-01'])
  })

  it('that came back to a lot that is over end on the next look, and on no day twice', () => {
    const world = member()
    grant(world, 'a', 100, '2026-01-01', '2026-01-31')
    redeem(world, 100)
    grant(world, 'b', 5, '2026-01-01', '2026-02-28')
    const expire = { type: 'ExpireLots', customerId: ada } as const
    world.tell({ room: 'loyalty', command: { ...expire, effectiveOn: day('2026-03-01') } })
    expect(due(world, '2026-03-05')).toEqual(none)
    world.tell({
      room: 'loyalty',
      command: {
        type: 'ReverseRedemption',
        effectiveOn: day('2026-03-02'),
        customerId: ada,
        rule: points,
        changeId: changeId('back'),
        redemptionId: redemptionId('r'),
      },
    })
    expect(due(world, '2026-03-05')).toEqual(['ExpireLots 2026-03-05'])
    expect(due(world, '2026-03-01')).toEqual(none)
  })
})

describe('a tier by what was spent', () => {
  it('counts the orders of the window in its currency, and none that was called off', () => {
    const world = member()
    place(world, 6_000, net(14), orderId('a'))
    expect(due(world, '2026-01-02', spending)).toEqual(none)
    place(world, 50_000, net(14), orderId('off'))
    world.tell({
      room: 'order',
      command: {
        type: 'CancelOrder',
        effectiveOn: day('2026-01-01'),
        customerId: ada,
        orderId: orderId('off'),
        changeId: changeId('off'),
        reason: null,
      },
    })
    const sek = currency('SEK')
    world.tell({
      room: 'order',
      command: {
        type: 'PlaceOrder',
        effectiveOn: day('2026-01-01'),
        customerId: ada,
        orderId: orderId('sek'),
        currency: sek,
        lines: [goodsLine('sofa', '1', '900.00', sek)],
        terms: net(14),
        offeredMethods: [text('transfer'), text('card')],
        promisedOn: null,
        stages: null,
      },
    })
    expect(due(world, '2026-01-02', spending)).toEqual(none)
    world.walkTo(day('2026-02-01'))
    place(world, 4_000, net(14), orderId('b'))
    expect(due(world, '2026-01-31', spending)).toEqual(none)
    expect(due(world, '2026-02-01', spending)).toEqual(['AdjustTier 2026-02-01 10000'])
    expect(due(world, '2026-12-31', spending)).toEqual(['AdjustTier 2026-12-31 10000'])
    expect(due(world, '2027-01-01', spending)).toEqual(none)
    expect(due(world, '2026-02-01')).toEqual(none)
  })

  it('is looked at every day, one by points when a lot comes or leaves the window', () => {
    const world = member()
    expect(next(world, '2026-01-01', spending)).toBe('2026-01-02')
    expect(next(world, '2026-01-01')).toBeNull()
    grant(world, 'a', 10, '2026-01-05', '2026-03-31')
    expect(next(world, '2026-01-01')).toBe('2026-01-05')
    expect(next(world, '2026-01-05')).toBe('2026-04-01')
    expect(next(world, '2026-04-01')).toBe('2027-01-05')
    expect(next(world, '2027-01-05')).toBe('2027-01-06')
    expect(next(world, '2027-01-06')).toBeNull()
  })

  it('is asked for once on its day', () => {
    const world = member()
    grant(world, 'a', 1_000, '2026-01-05', null)
    expect(due(world, '2026-01-05')).toEqual(['AdjustTier 2026-01-05 '])
    const adjust = { effectiveOn: day('2026-01-05'), customerId: ada, rule: points }
    world.tell({ room: 'loyalty', command: { type: 'AdjustTier', ...adjust, spendMinor: null } })
    expect(due(world, '2026-01-05')).toEqual(none)
    expect(due(world, '2027-01-05')).toEqual(['AdjustTier 2027-01-05 '])
  })
})

describe('a house without a programme, or somebody who takes no part', () => {
  it('asks for nothing', () => {
    const stranger = house()
    grant(stranger, 'a', 1_000, '2026-01-05', '2026-01-31')
    expect(due(stranger, '2026-02-01')).toEqual(none)
    expect(next(house(), '2026-01-01')).toBeNull()
    const world = member()
    grant(world, 'a', 1_000, '2026-01-05', '2026-01-31')
    expect(due(world, '2026-02-01', houseRules)).toEqual(none)
    expect(next(world, '2026-01-01', houseRules)).toBeNull()
  })
})
