import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { balanceOf } from '../src/loyalty/index.ts'
import { loyaltyOf, receivablesOf } from '../src/policies/index.ts'
import { creditMinor, grossOpenMinor } from '../src/receivables/index.ts'
import {
  creditId,
  discountNet,
  minorUnits,
  net,
  returnId,
  text,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { enrol, houseWithPoints } from './policies-more-words.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  pay,
  place,
  ship,
  sofa,
  twice,
  types,
} from './policies-words.ts'

const sold = (terms: PaymentTerms = net(14)): World => {
  const world = houseOn('2026-03-01', houseWithPoints)
  giveCredit(world, 500_000)
  enrol(world)
  place(world, 100_000, terms)
  ship(world)
  return world
}

/** Goods come back for so much, decided elsewhere. */
const giveBack = (world: World, amountMinor: number, named = 'R-1'): void => {
  const zero = minorUnits(0)
  const about = { effectiveOn: world.today(), customerId: ada, returnId: returnId(named) }
  const line = { lineId: text('sofa'), sku: text('sofa'), quantity: '1' }
  world.tell({
    room: 'returns',
    command: {
      type: 'RecordReturnedGoods',
      ...about,
      orderId: sofa,
      orderedOn: day('2026-03-01'),
      reason: text('too large'),
      creditId: creditId(`note ${named}`),
      currency: EUR,
      lines: [
        {
          ...line,
          deliveredOn: day('2026-03-01'),
          deliveredQuantity: '1',
          returnedQuantity: '0',
          afterDays: 0,
        },
      ],
      credit: [
        {
          ...line,
          netMinor: minorUnits(amountMinor),
          taxMinor: zero,
          withheldNetMinor: zero,
          withheldTaxMinor: zero,
        },
      ],
      costMinor: zero,
    },
  })
}

const balances = (world: World) => {
  const account = receivablesOf(world.dossier(ada), EUR)
  const loyalty = loyaltyOf(world.dossier(ada))
  return {
    openMinor: account === undefined ? 0 : grossOpenMinor(account),
    creditMinor: account === undefined ? 0 : creditMinor(account),
    points: loyalty === undefined ? 0 : balanceOf(loyalty),
  }
}
const notes = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'InvoiceCorrected' ? [[event.prePaymentMinor, event.postPaymentMinor]] : [],
  )

describe('goods that come back', () => {
  it('lower what is open where nothing was paid, and leave no credit [edge 42]', () => {
    const world = sold()
    giveBack(world, 40_000)
    expect(notes(world)).toEqual([[40_000, 0]])
    expect(balances(world)).toEqual({ openMinor: 60_000, creditMinor: 0, points: 0 })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('lower what is open first where a part was paid; the rest is owed to the customer', () => {
    const world = sold()
    pay(world, 70_000)
    giveBack(world, 40_000)
    expect(notes(world)).toEqual([[30_000, 10_000]])
    expect(balances(world)).toMatchObject({ openMinor: 0, creditMinor: 10_000 })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('become credit after full payment, and take their share of the points [edge 42]', () => {
    const world = sold()
    pay(world, 100_000)
    expect(balances(world)).toEqual({ openMinor: 0, creditMinor: 0, points: 1_000 })
    giveBack(world, 40_000)
    expect(balances(world)).toEqual({ openMinor: 0, creditMinor: 40_000, points: 600 })
    giveBack(world, 60_000, 'R-2')
    expect(balances(world)).toEqual({ openMinor: 0, creditMinor: 100_000, points: 0 })
    expect(types(world, 'EarningReversed')).toHaveLength(2)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('give half of 98 back where 2 % was taken off for paying early [edge 44]', () => {
    const world = sold(discountNet(200, 10, 30))
    world.walkTo(day('2026-03-05'))
    pay(world, 98_000)
    expect(balances(world).openMinor).toBe(0)
    giveBack(world, 49_000)
    expect(balances(world)).toMatchObject({ openMinor: 0, creditMinor: 49_000 })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})
