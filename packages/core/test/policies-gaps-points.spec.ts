import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { loyaltyUpkeep } from '../src/policies/loyalty-upkeep.ts'
import type { TradeRules } from '../src/policies/index.ts'
import { creditId, minorUnits } from '../src/shared/index.ts'

import { houseWithPoints } from './policies-more-words.ts'
import { ada, day, EUR, houseRules, place } from './policies-words.ts'
import { redeem, house, grant, member } from './policies-points-words.ts'

// What the house answers to a fact of the programme, with nobody there to carry it out.

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
