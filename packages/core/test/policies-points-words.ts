import type { World } from '@tenure/testing/world'
import { creditId, earningId, redemptionId } from '../src/shared/index.ts'
import { enrol, points } from './policies-more-words.ts'
import { ada, day, houseOn, houseRules } from './policies-words.ts'

// Words for a member of the programme, in a house where nobody carries out what a policy asks.

export const house = (): World => houseOn('2026-01-01', houseRules, () => 0, [])
export const member = (): World => {
  const world = house()
  enrol(world)
  return world
}
export const grant = (
  world: World,
  named: string,
  count: number,
  on: string,
  expiresOn: string | null,
) =>
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
export const redeem = (world: World, count: number, id = 'r') =>
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
