import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { goodsLine } from '../src/order/index.ts'
import {
  minorUnits,
  net,
  text,
  withLateFee,
  type CivilDate,
  type LateFeeRule,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { ada, day, EUR, giveCredit, houseOn, houseRules, sofa, twice } from './policies-words.ts'

/** 3.00 ten days after the due day and every thirty days again, three times at most, with caps. */
const terms = (caps: Partial<LateFeeRule['caps']>): PaymentTerms => {
  const plain = withLateFee(net(14), { amountMinor: 300, afterDays: 10, maxTimes: 3 })
  const capped = plain.lateFees.map((one) => ({ ...one, caps: { ...one.caps, ...caps } }))
  return { ...plain, lateFees: capped }
}

/** Two chairs of one order, shipped and billed so many days apart, and nobody pays. */
const owing = (
  caps: Partial<LateFeeRule['caps']>,
  looks: (on: CivilDate) => number,
  daysApart = 0,
): World => {
  const world = houseOn('2026-01-01', { ...houseRules, reminders: null }, looks)
  giveCredit(world, 500_000)
  const about = { customerId: ada, orderId: sofa }
  world.tell({
    room: 'order',
    command: {
      type: 'PlaceOrder',
      effectiveOn: world.today(),
      ...about,
      currency: EUR,
      lines: [goodsLine('red', '1', '60.00', EUR), goodsLine('blue', '1', '40.00', EUR)],
      terms: terms(caps),
      offeredMethods: [text('transfer'), text('card')],
      promisedOn: null,
      stages: null,
    },
  })
  for (const colour of ['red', 'blue']) {
    world.tell({
      room: 'order',
      command: {
        type: 'ShipOrder',
        effectiveOn: world.today(),
        ...about,
        shipmentId: text(colour),
        lines: [{ lineId: text(colour), quantity: '1' }],
      },
    })
    if (colour === 'red') world.walkTo(day(`2026-01-${String(1 + daysApart).padStart(2, '0')}`))
  }
  world.walkTo(day('2026-06-01'))
  return world
}

/** Each fee with its day and the chair that bears it. */
const fees = (world: World): ReadonlyArray<string> =>
  world.log
    .flatMap(({ event }) =>
      event.type === 'LateFeeAssessed'
        ? [`${event.effectiveOn} ${event.itemId.split('/').at(-1)} ${event.amountMinor}`]
        : [],
    )
    .toSorted()

describe('an order of two bills whose fees have one cap together', () => {
  it('bears fees on both bills, each on its day, up to the cap', () => {
    const world = owing({ absoluteMinor: minorUnits(1_000) }, () => 1)
    expect(fees(world)).toEqual([
      '2026-01-25 blue 300',
      '2026-01-25 red 300',
      '2026-02-24 blue 100',
      '2026-02-24 red 300',
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it.each([0, 4])(
    'bears the same fees however seldom one looks, the bills %i days apart',
    (daysApart) => {
      const caps = { absoluteMinor: minorUnits(1_000) }
      const daily = owing(caps, () => 1, daysApart)
      const hourly = owing(caps, () => 24, daysApart)
      const once = owing(caps, (on) => (on === '2026-06-01' ? 1 : 0), daysApart)
      expect(fees(hourly)).toEqual(fees(daily))
      expect(fees(once)).toEqual(fees(daily))
      expect(fees(daily).length).toBe(4)
      expect([...once.turnedDown, ...hourly.turnedDown]).toEqual([])
    },
  )

  it('and each bill bears its own where nothing counts by the order', () => {
    const world = owing({}, () => 1)
    expect(fees(world).length).toBe(6)
    expect(world.turnedDown).toEqual([])
  })
})
