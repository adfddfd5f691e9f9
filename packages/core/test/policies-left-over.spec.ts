import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { findItem } from '../src/policies/index.ts'
import { openMinor, toNone, type ReceivablesCommand } from '../src/receivables/index.ts'
import {
  changeId,
  itemId,
  minorUnits,
  net,
  orderId,
  paymentId,
  subscriptionId,
  text,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  houseRules,
  place,
  ship,
  types,
} from './policies-words.ts'
import { monthly } from './subscription-words.ts'

const quiet = { ...houseRules, reminders: null }
const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada, currency: EUR })
const tell = (world: World, command: ReceivablesCommand) =>
  world.tell({ room: 'receivables', command })

/** Cash comes in, by a door that applies none of it. */
const receive = (world: World, amountMinor: number, named: string) =>
  tell(world, {
    type: 'ReceivePayment',
    ...about(world),
    paymentId: paymentId(named),
    amountMinor: minorUnits(amountMinor),
    method: null,
    initiatedOn: null,
    settledOn: null,
    allocation: toNone,
  })
const takeOff = (world: World, payment: string, item: string) =>
  tell(world, {
    type: 'UnapplyPayment',
    ...about(world),
    changeId: changeId(`${payment} off ${item}`),
    paymentId: paymentId(payment),
    itemId: itemId(item),
  })

const buy = (world: World, named: string, priceMinor: number): void => {
  place(world, priceMinor, net(14), orderId(named))
  ship(world, orderId(named))
}
const billOf = (named: string) => `${named}/shipment/all`
const openOf = (world: World, named: string): number => {
  const found = findItem(world.dossier(ada), itemId(billOf(named)))
  return found === undefined ? -1 : openMinor(found.item)
}

/** What came of telling once more what was told of one kind. */
const toldAgain = (world: World, type: string): ReadonlyArray<string> => {
  const before = world.log.length
  world.redeliver(world.log.filter(({ event }) => event.type === type))
  return world.log.slice(before).map(({ event }) => event.type)
}

describe('two periods that are billed at one late look, and earlier money for one of them', () => {
  it('the first takes it, and the second asks for nothing that is spent [edge 26]', () => {
    const world = houseOn('2026-01-10', quiet, (on) => (on === day('2026-03-20') ? 1 : 0))
    world.tell({
      room: 'subscription',
      command: {
        type: 'StartSubscription',
        effectiveOn: world.today(),
        customerId: ada,
        subscriptionId: subscriptionId('club'),
        changeId: changeId('start'),
        plan: monthly,
        zone: text('Europe/Sofia'),
        withTrial: false,
      },
    })
    receive(world, 2_000, 'two months')
    world.walkTo(day('2026-03-20'))
    expect(types(world, 'ItemOpened', 'PaymentApplied')).toEqual([
      'ItemOpened',
      'PaymentApplied',
      'ItemOpened',
      'ItemOpened',
      'PaymentApplied',
    ])
    const open = [0, 1, 2].map((index) => {
      const found = findItem(world.dossier(ada), itemId(`subscription/club/${index}`))
      return found === undefined ? -1 : openMinor(found.item)
    })
    expect(open).toEqual([0, 0, 1_000])
    expect(world.turnedDown).toEqual([])
  })
})

describe('money that a person took off a bill', () => {
  it('does not come back when its receipt is told again much later', () => {
    const world = houseOn('2026-01-01', quiet)
    giveCredit(world, 100_000)
    buy(world, 'lamp', 10_000)
    receive(world, 10_000, 'transfer')
    expect(openOf(world, 'lamp')).toBe(0)
    takeOff(world, 'transfer', billOf('lamp'))
    world.walkTo(day('2026-06-01'))
    expect(toldAgain(world, 'PaymentReceived')).toEqual([])
    expect(openOf(world, 'lamp')).toBe(10_000)
    expect(world.turnedDown).toEqual([])
  })

  it('does not come back when the bill is told again, even where the receipt itself had paid it', () => {
    const world = houseOn('2026-01-01', quiet)
    giveCredit(world, 100_000)
    buy(world, 'lamp', 10_000)
    tell(world, {
      type: 'ReceivePayment',
      ...about(world),
      paymentId: paymentId('transfer'),
      amountMinor: minorUnits(10_000),
      method: null,
      initiatedOn: null,
      settledOn: null,
      allocation: quiet.allocation,
    })
    takeOff(world, 'transfer', billOf('lamp'))
    world.walkTo(day('2026-06-01'))
    expect(toldAgain(world, 'ItemOpened')).toEqual([])
    expect(toldAgain(world, 'PaymentReceived')).toEqual([])
    expect(openOf(world, 'lamp')).toBe(10_000)
    expect(world.turnedDown).toEqual([])
  })

  it('pays the next bill, as any money that is left over', () => {
    const world = houseOn('2026-01-01', quiet)
    giveCredit(world, 100_000)
    buy(world, 'lamp', 10_000)
    receive(world, 10_000, 'transfer')
    takeOff(world, 'transfer', billOf('lamp'))
    buy(world, 'chair', 6_000)
    expect([openOf(world, 'lamp'), openOf(world, 'chair')]).toEqual([10_000, 0])
    expect(types(world, 'PaymentUnapplied').length).toBe(1)
    expect(toldAgain(world, 'ItemOpened')).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('pays no other bill that was open by then, however late that bill or the receipt is told again', () => {
    const world = houseOn('2026-01-01', quiet)
    giveCredit(world, 100_000)
    buy(world, 'lamp', 10_000)
    world.walkTo(day('2026-01-02'))
    buy(world, 'chair', 6_000)
    receive(world, 10_000, 'transfer')
    world.walkTo(day('2026-02-01'))
    takeOff(world, 'transfer', billOf('lamp'))
    receive(world, 10_000, 'another')
    world.walkTo(day('2026-06-01'))
    expect([openOf(world, 'lamp'), openOf(world, 'chair')]).toEqual([0, 6_000])
    expect(toldAgain(world, 'ItemOpened')).toEqual([])
    expect(toldAgain(world, 'PaymentReceived')).toEqual([])
    expect(openOf(world, 'chair')).toBe(6_000)
    expect(world.turnedDown).toEqual([])
  })
})
