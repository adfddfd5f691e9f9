import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { loyaltyUpkeep } from '../src/policies/loyalty-upkeep.ts'
import type { TradeRules } from '../src/policies/index.ts'
import { creditId, earningId, minorUnits, redemptionId } from '../src/shared/index.ts'

import { enrol, houseWithPoints, points } from './policies-more-words.ts'
import { ada, day, EUR, houseOn, houseRules, place } from './policies-words.ts'

// What the house answers to a fact of the programme, with nobody there to carry it out.

const house = (): World => houseOn('2026-01-01', houseRules, () => 0, [])
const member = (): World => {
  const world = house()
  enrol(world)
  return world
}
const grant = (world: World, named: string, count: number, on: string, expiresOn: string | null) =>
  world.tell({
    room: 'loyalty',
    command: {
      type: 'RecordPoints',
      effectiveOn: day(on),
      customerId: ada,
      rule: points,
      earningId: earningId(named),
      points: count,
      expiresOn: expiresOn === null ? null : day(expiresOn),
    },
  })
const redeem = (world: World, count: number, id = 'r') =>
  world.tell({
    room: 'loyalty',
    command: {
      type: 'RedeemPoints',
      effectiveOn: world.today(),
      customerId: ada,
      rule: points,
      redemptionId: redemptionId(id),
      as: { kind: 'storeCredit', creditId: creditId(`credit ${id}`), points: count },
    },
  })
describe('what follows from a fact of the programme', () => {
  const react = (world: World, rules: TradeRules = houseWithPoints) => {
    const last = world.log.at(-1)
    if (last === undefined) throw new Error('nothing happened')
    return (loyaltyUpkeep.react?.(last, world.dossier(ada), rules) ?? []).map(
      ({ command }) => command,
    )
  }

  it('is a credit note for points that buy one, once', () => {
    const world = member()
    grant(world, 'a', 1_000, '2026-01-01', null)
    redeem(world, 500)
    const granted = {
      type: 'GrantStoreCredit',
      effectiveOn: day('2026-01-01'),
      customerId: ada,
      currency: EUR,
      creditId: creditId('credit r'),
      amountMinor: minorUnits(500),
      reason: null,
    } as const
    expect(react(world)).toEqual([granted])
    const redeemed = world.log.at(-1)
    world.tell({ room: 'receivables', command: granted })
    expect(
      redeemed === undefined
        ? []
        : loyaltyUpkeep.react?.(redeemed, world.dossier(ada), houseWithPoints),
    ).toEqual([])
  })

  it('is the tier of an order, for those who take part and once', () => {
    const world = member()
    place(world, 1_000)
    const placed = world.log.at(-1)
    const [noted] = react(world)
    expect(noted).toMatchObject({ type: 'NoteOrderTier', effectiveOn: '2026-01-01' })
    expect(react(world, houseRules)).toEqual([])
    if (noted?.type !== 'NoteOrderTier' || placed === undefined) throw new Error('not noted')
    world.tell({ room: 'loyalty', command: noted })
    expect(loyaltyUpkeep.react?.(placed, world.dossier(ada), houseWithPoints)).toEqual([])
    const stranger = house()
    place(stranger, 1_000)
    expect(react(stranger)).toEqual([])
  })
})
