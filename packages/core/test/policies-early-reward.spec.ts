import { describe, expect, it } from 'vitest'
import { discountNet } from '../src/shared/index.ts'
import { enrol, houseWithPoints } from './policies-more-words.ts'
import { deliver, day, giveCredit, houseOn, pay, place, ship, types } from './policies-words.ts'

// Source: domain 2-03; 2 % for who pays within ten days is the usual 2/10 N/30.

const sold = () => {
  const world = houseOn('2026-01-05', houseWithPoints)
  enrol(world)
  giveCredit(world, 100_000)
  place(world, 10_000, discountNet(200, 10, 30))
  ship(world)
  deliver(world)
  return world
}
const rewards = ['EarlyDiscountTaken', 'PointsEarned'] as const

describe('a buyer on 2/10 N/30 in a house that gives points for paying in time', () => {
  it('pays 98.00 of 100.00 on the tenth day: the discount is taken, and points are earned [2-03]', () => {
    const world = sold()
    world.walkTo(day('2026-01-15'))
    pay(world, 9_800)
    expect(types(world, ...rewards)).toEqual(['EarlyDiscountTaken', 'PointsEarned'])
    expect(world.turnedDown).toEqual([])
  })

  it('pays all of it on the last day: no discount, and the points are earned [2-03]', () => {
    const world = sold()
    world.walkTo(day('2026-02-04'))
    pay(world, 10_000)
    expect(types(world, ...rewards)).toEqual(['PointsEarned'])
    expect(world.turnedDown).toEqual([])
  })

  it('pays a day late: neither [2-03]', () => {
    const world = sold()
    world.walkTo(day('2026-02-05'))
    pay(world, 10_000)
    expect(types(world, ...rewards)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})
