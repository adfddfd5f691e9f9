import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { LoyaltyRule } from '../src/loyalty/index.ts'
import { earnPoints } from '../src/policies/earn-points.ts'
import type { TradeRules } from '../src/policies/index.ts'
import {
  assignmentId,
  cashInAdvance,
  chargeId,
  creditId,
  minorUnits,
  net,
  partnerId,
  text,
  withLateFee,
  writeOffId,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { enrol, houseWithPoints, points } from './policies-more-words.ts'
import { day, pay, place, ship } from './policies-words.ts'
import {
  about,
  house,
  items,
  quiet,
  reaction,
  placeChairs,
  shipChair,
} from './policies-gaps-words.ts'

// What the house says an order earns once it is paid, with nobody there to book it.

const both: LoyaltyRule = {
  ...points,
  earnings: [
    ...points.earnings,
    {
      trigger: 'purchase',
      rate: { kind: 'perAmount', points: 1, perMinor: 100, rounding: 'down' },
    },
  ],
}
const rules: TradeRules = { ...quiet, loyalty: both }
const member = (): World => {
  const world = house(earnPoints)
  enrol(world)
  return world
}
const bought = (terms: PaymentTerms = net(14), priceMinor = 10_000): World => {
  const world = member()
  place(world, priceMinor, terms)
  ship(world)
  return world
}
const earned = (world: World, type = 'PaymentApplied', by: TradeRules = rules) =>
  reaction(world, earnPoints, type, by).map((command) => {
    if (command.type !== 'EarnPoints') return command.type
    const { evidence } = command
    if (evidence.kind === 'referral') return evidence.kind
    const worth = evidence.kind === 'purchase' ? evidence.netMinor : evidence.totalMinor
    const days = evidence.kind === 'purchase' ? '' : ` ${evidence.paidOn} by ${evidence.dueOn}`
    return `${evidence.kind} ${worth} of which points ${evidence.paidWithPointsMinor}${days}`
  })
const purchase = 'purchase 10000 of which points 0'

describe('an order that is paid', () => {
  it('earns for the purchase, and for having been paid in time', () => {
    const world = bought()
    pay(world, 10_000)
    expect(earned(world)).toEqual([
      purchase,
      'postpaidPayment 10000 of which points 0 2026-01-01 by 2026-01-15',
    ])
    expect(earned(world, 'PaymentApplied', { ...quiet, loyalty: null })).toEqual([])
    expect(earned(world, 'PaymentApplied', houseWithPoints)).toHaveLength(1)
  })

  it('earns nothing for somebody who takes no part, nor twice', () => {
    const stranger = house(earnPoints)
    place(stranger, 10_000)
    ship(stranger)
    pay(stranger, 10_000)
    expect(earned(stranger)).toEqual([])
    const world = bought()
    pay(world, 10_000)
    for (const command of reaction(world, earnPoints, 'PaymentApplied', rules))
      if (command.type === 'EarnPoints') world.tell({ room: 'loyalty', command })
    expect(earned(world)).toEqual([])
  })

  it('late earns for the purchase alone, the last day of grace being in time', () => {
    const graceful = { ...net(14), graceDays: 3 }
    for (const [on, count] of [
      ['2026-01-18', 2],
      ['2026-01-19', 1],
    ] as const) {
      const world = bought(graceful)
      world.walkTo(day(on))
      pay(world, 10_000)
      expect(earned(world)).toHaveLength(count)
    }
  })

  it('in advance earns for the purchase alone', () => {
    const world = member()
    place(world, 10_000, cashInAdvance)
    pay(world, 10_000)
    ship(world)
    pay(world, 10_000, 'again')
    expect(earned(world).filter((one) => one.startsWith('postpaid'))).toEqual([])
  })

  it('earns nothing before all of it is billed and paid', () => {
    const world = member()
    placeChairs(world, net(14))
    shipChair(world, 'red')
    pay(world, 6_000)
    expect(earned(world)).toEqual([])
    shipChair(world, 'blue')
    pay(world, 3_999, 'more')
    expect(earned(world)).toEqual([])
    pay(world, 1, 'rest')
    expect(earned(world)).toEqual([
      purchase,
      'postpaidPayment 10000 of which points 0 2026-01-01 by 2026-01-15',
    ])
  })

  it('earns nothing where a part of it was given up or passed to a partner', () => {
    const lost = bought()
    pay(lost, 9_000)
    const [item] = items(lost)
    if (item === undefined) throw new Error('no item')
    const loss = { itemId: item, writeOffId: writeOffId('L'), reason: null }
    lost.tell({ room: 'receivables', command: { type: 'WriteOff', ...about(lost), ...loss } })
    expect(earned(lost, 'ItemWrittenOff')).toEqual([])
    const passed = bought()
    pay(passed, 9_000)
    const [other] = items(passed)
    if (other === undefined) throw new Error('no item')
    const to = { assignmentId: assignmentId('A'), partnerId: partnerId('Klarna') }
    const assigned = { itemId: other, ...to, recourse: 'none' } as const
    passed.tell({
      room: 'receivables',
      command: { type: 'AssignItem', ...about(passed), ...assigned },
    })
    expect(earned(passed, 'ReceivableAssigned')).toEqual([])
  })

  it('earns nothing for what was given back or bought with points, and nothing under a whole point', () => {
    const noted = bought()
    const [item] = items(noted)
    if (item === undefined) throw new Error('no item')
    const note = { creditId: creditId('N'), amountMinor: minorUnits(4_000), reason: null }
    noted.tell({
      room: 'receivables',
      command: { type: 'IssueCredit', ...about(noted), itemId: item, ...note },
    })
    pay(noted, 6_000)
    expect(earned(noted)[0]).toBe('purchase 6000 of which points 0')
    const mixed = member()
    const gift = { creditId: creditId('S'), amountMinor: minorUnits(2_500), reason: text('points') }
    mixed.tell({
      room: 'receivables',
      command: { type: 'GrantStoreCredit', ...about(mixed), ...gift },
    })
    place(mixed, 10_000)
    ship(mixed)
    pay(mixed, 7_500)
    expect(earned(mixed)[0]).toBe('purchase 10000 of which points 2500')
    const least = bought(net(14), 100)
    pay(least, 100)
    expect(earned(least)).toHaveLength(2)
    const less = bought(net(14), 99)
    pay(less, 99)
    expect(earned(less)).toEqual([])
  })

  it('earns nothing for fees', () => {
    const world = bought(withLateFee(net(14), { amountMinor: 300, afterDays: 10, maxTimes: 1 }))
    world.walkTo(day('2026-02-01'))
    const [item] = items(world)
    if (item === undefined) throw new Error('no item')
    const charge = {
      itemId: item,
      chargeId: chargeId('C'),
      reason: text('courier'),
      amountMinor: minorUnits(500),
    }
    world.tell({
      room: 'receivables',
      command: { type: 'RecordCharge', ...about(world), ...charge },
    })
    pay(world, 10_500)
    expect(earned(world)).toEqual([purchase])
  })
})
