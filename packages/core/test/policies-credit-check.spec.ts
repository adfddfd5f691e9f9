import { describe, expect, it } from 'vitest'
import { creditOf, orderOf } from '../src/policies/index.ts'
import { exposureMinor, reservedForMinor } from '../src/credit/index.ts'
import { statusOf } from '../src/order/index.ts'
import { changeId, deposit, cashInAdvance, orderId, text } from '../src/shared/index.ts'
import {
  ada,
  day,
  giveCredit,
  houseOn,
  houseRules,
  place,
  ship,
  sofa,
  twice,
  types,
} from './policies-words.ts'

const orderStory = [
  'OrderPlaced',
  'CreditReserved',
  'CreditRefused',
  'OrderConfirmed',
  'TermsQuoted',
  'TermsAccepted',
  'OrderCancelled',
  'CreditReservationReleased',
  'CreditReservationExpired',
]
const change = (world: ReturnType<typeof houseOn>, type: 'CancelOrder' | 'CloseOrder'): void => {
  world.tell({
    room: 'order',
    command: {
      type,
      effectiveOn: world.today(),
      customerId: ada,
      orderId: sofa,
      changeId: changeId('no more'),
      reason: null,
    },
  })
}

describe('an order on credit within the limit', () => {
  it('takes its part of the limit and is confirmed', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000)
    expect(types(world, ...orderStory)).toEqual(['OrderPlaced', 'CreditReserved', 'OrderConfirmed'])
    expect(world.turnedDown).toEqual([])
  })

  it('takes only what is not paid in advance: 700 of 1000 with 30 % on receipt [edge 69]', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 100_000, deposit(3_000, 30))
    const credit = creditOf(world.dossier(ada))
    expect(credit === undefined ? 0 : reservedForMinor(credit, sofa)).toBe(70_000)
    expect(world.turnedDown).toEqual([])
  })

  it('needs no credit where all is paid in advance', () => {
    const world = houseOn('2026-01-10')
    place(world, 100_000, cashInAdvance)
    expect(types(world, ...orderStory)).toEqual(['OrderPlaced', 'OrderConfirmed'])
    expect(world.turnedDown).toEqual([])
  })

  it('says nothing new where every fact comes again', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000)
    change(world, 'CancelOrder')
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('an order whose credit is refused', () => {
  it('is offered in advance, and confirmed once the buyer agrees to that', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 50_000)
    place(world, 60_000)
    expect(types(world, ...orderStory)).toEqual(['OrderPlaced', 'CreditRefused', 'TermsQuoted'])
    const order = orderOf(world.dossier(ada), sofa)
    const [quoteHash = text('none')] = order?.plans.keys() ?? []
    expect(order?.plans.get(quoteHash)?.terms).toEqual(cashInAdvance)
    const about = { effectiveOn: world.today(), customerId: ada, orderId: sofa }
    world.tell({ room: 'order', command: { type: 'AcceptTerms', ...about, quoteHash } })
    expect(types(world, ...orderStory).slice(3)).toEqual(['TermsAccepted', 'OrderConfirmed'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is called off where the house says so', () => {
    const world = houseOn('2026-01-10', { ...houseRules, onCreditRefused: 'cancel' })
    place(world, 60_000)
    expect(types(world, ...orderStory)).toEqual(['OrderPlaced', 'CreditRefused', 'OrderCancelled'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('two orders for the last of a limit', () => {
  it('are served one after the other: the second is refused', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000)
    place(world, 60_000, undefined, orderId('table'))
    const dossier = world.dossier(ada)
    expect(
      [sofa, orderId('table')].map((id) => statusOf(orderOf(dossier, id) ?? fail(id))),
    ).toEqual(['confirmed', 'placed'])
    expect(exposureMinor(creditOf(dossier) ?? fail('credit'))).toBe(60_000)
    expect(world.turnedDown).toEqual([])
  })
})

const fail = (what: string): never => {
  throw new Error(`no ${what}`)
}

describe('a reservation', () => {
  it('of an order that is never shipped ends the day after its last day, at any hour', () => {
    const world = houseOn('2026-01-10', houseRules, () => 24)
    giveCredit(world, 100_000)
    place(world, 60_000)
    world.walkTo(day('2026-02-09'))
    expect(types(world, 'CreditReservationExpired')).toEqual([])
    world.walkTo(day('2026-03-31'))
    const expired = world.log.flatMap(({ event }) =>
      event.type === 'CreditReservationExpired' ? [event.effectiveOn] : [],
    )
    expect(expired).toEqual(['2026-02-10'])
    expect(world.turnedDown).toEqual([])
  })

  it('is not over once the order was shipped and billed', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000)
    ship(world)
    world.walkTo(day('2026-03-31'))
    expect(types(world, 'CreditReservationExpired', 'CreditConsumed')).toEqual(['CreditConsumed'])
    expect(world.turnedDown).toEqual([])
  })

  it('is free again where the order is closed unshipped', () => {
    const world = houseOn('2026-01-10')
    giveCredit(world, 100_000)
    place(world, 60_000)
    change(world, 'CloseOrder')
    expect(types(world, 'OrderClosed', 'CreditReservationReleased')).toEqual([
      'OrderClosed',
      'CreditReservationReleased',
    ])
    expect(world.turnedDown).toEqual([])
  })
})
