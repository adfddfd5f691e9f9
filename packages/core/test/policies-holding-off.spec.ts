import { describe, expect, it } from 'vitest'
import { openMinor } from '../src/receivables/index.ts'
import { findItem, itemOfInvoice } from '../src/policies/index.ts'
import {
  changeId,
  disputeId,
  invoiceId,
  minorUnits,
  net,
  promiseId,
  text,
  ticketId,
  withLateFee,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  houseRules,
  pay,
  place,
  ship,
  twice,
  types,
} from './policies-words.ts'

type World = ReturnType<typeof houseOn>

const bill = itemOfInvoice(invoiceId('sofa~11/shipment/all'))
const percentFee = withLateFee(net(14), { amountMinor: 1, afterDays: 5, maxTimes: 1 })
const tenPercent = {
  ...percentFee,
  lateFees: percentFee.lateFees.map((rule) => ({
    ...rule,
    fee: { kind: 'percent', basisPoints: 1_000 } as const,
  })),
}

/** A bill of 100 of the first of January, due on the fifteenth. */
const owing = (rules = houseRules, terms = net(14)): World => {
  const world = houseOn('2026-01-01', rules)
  giveCredit(world, 200_000)
  place(world, 10_000, terms)
  ship(world)
  return world
}
const asked = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'ReminderSent' ? [[event.effectiveOn, event.askedMinor]] : [],
  )
const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada, currency: EUR })
const openOn = (world: World): number => {
  const item = findItem(world.dossier(ada), bill)?.item
  return item === undefined ? 0 : openMinor(item)
}
const contest = (world: World, amountMinor: number): void => {
  world.tell({
    room: 'dispute',
    command: {
      type: 'OpenDispute',
      ...about(world),
      disputeId: disputeId('scratch'),
      about: { kind: 'item', itemId: bill },
      amountMinor: minorUnits(amountMinor),
      reason: text('scratched'),
      openMinor: minorUnits(openOn(world)),
      standing: null,
    },
  })
}

describe('a bill of 100 of which 30 is contested', () => {
  it('is asked for with 70, and charged for being late on 70 [edge 59] [inv 24]', () => {
    const world = owing(houseRules, tenPercent)
    world.walkTo(day('2026-01-16'))
    contest(world, 3_000)
    world.walkTo(day('2026-01-25'))
    expect(asked(world)).toEqual([
      ['2026-01-12', 10_000],
      ['2026-01-18', 7_000],
    ])
    const fees = world.log.flatMap(({ event }) =>
      event.type === 'LateFeeAssessed' ? [event.amountMinor] : [],
    )
    expect(fees).toEqual([700])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is asked for in full again, from the decision on, where the customer lost [edge 60]', () => {
    const world = owing()
    world.walkTo(day('2026-01-16'))
    contest(world, 10_000)
    world.walkTo(day('2026-02-20'))
    expect(asked(world)).toEqual([['2026-01-12', 10_000]])
    const named = { ...about(world), disputeId: disputeId('scratch') }
    world.tell({ room: 'dispute', command: { type: 'RejectDispute', ...named } })
    world.walkTo(day('2026-02-25'))
    expect(asked(world)).toEqual([
      ['2026-01-12', 10_000],
      ['2026-02-23', 10_000],
    ])
    expect(openOn(world)).toBe(10_000)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is lowered by a credit note for what the house accepts', () => {
    const world = owing()
    world.walkTo(day('2026-01-16'))
    contest(world, 3_000)
    const parts = { acceptedMinor: minorUnits(2_000), rejectedMinor: minorUnits(1_000) }
    const named = { ...about(world), disputeId: disputeId('scratch') }
    world.tell({ room: 'dispute', command: { type: 'SplitDispute', ...named, ...parts } })
    expect(types(world, 'DisputeResolved', 'InvoiceCorrected', 'CreditApplied')).toEqual([
      'InvoiceCorrected',
      'DisputeResolved',
      'CreditApplied',
    ])
    expect(openOn(world)).toBe(8_000)
    world.walkTo(day('2026-01-31'))
    expect(asked(world).map(([, amount]) => amount)).toEqual([10_000, 8_000, 8_000])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

const promise = (world: World, byOn: string): void => {
  world.tell({
    room: 'collections',
    command: {
      type: 'PromiseToPay',
      ...about(world),
      promiseId: promiseId('on Friday'),
      amountMinor: minorUnits(10_000),
      byOn: day(byOn),
      openMinor: minorUnits(openOn(world)),
      rule: { graceDays: 2, maxPerCase: 1, maxDays: 30 },
    },
  })
}
const outcomes = (world: World) =>
  world.log.flatMap(({ event }) =>
    event.type === 'PromiseKept' ||
    event.type === 'PromisePartlyKept' ||
    event.type === 'PromiseBroken'
      ? [[event.effectiveOn, event.type, event.receivedMinor]]
      : [],
  )

describe('a promise of 100 by Friday', () => {
  it('is kept in part by 60, and reminders go on the day after the grace', () => {
    const world = owing()
    world.walkTo(day('2026-01-17'))
    promise(world, '2026-01-23')
    world.walkTo(day('2026-01-22'))
    pay(world, 6_000)
    world.walkTo(day('2026-01-31'))
    expect(outcomes(world)).toEqual([['2026-01-26', 'PromisePartlyKept', 6_000]])
    expect(asked(world)).toEqual([
      ['2026-01-12', 10_000],
      ['2026-01-26', 4_000],
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is kept as soon as all of it is in', () => {
    const world = owing()
    world.walkTo(day('2026-01-17'))
    promise(world, '2026-01-23')
    world.walkTo(day('2026-01-20'))
    pay(world, 10_000)
    expect(outcomes(world)).toEqual([['2026-01-20', 'PromiseKept', 10_000]])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is broken where nothing came, at any hour and only once', () => {
    const world = houseOn('2026-01-01', houseRules, () => 24)
    giveCredit(world, 200_000)
    place(world, 10_000)
    ship(world)
    world.walkTo(day('2026-01-17'))
    promise(world, '2026-01-23')
    world.walkTo(day('2026-02-28'))
    expect(outcomes(world)).toEqual([['2026-01-26', 'PromiseBroken', 0]])
    expect(world.turnedDown).toEqual([])
  })
})

const ticket = (world: World, type: 'OpenTicket' | 'CloseTicket'): void => {
  const step = {
    effectiveOn: world.today(),
    customerId: ada,
    ticketId: ticketId('help'),
    changeId: changeId(type),
  }
  world.tell({
    room: 'support',
    command:
      type === 'OpenTicket'
        ? {
            type,
            ...step,
            topic: 'paymentTrouble',
            category: 'problem',
            channel: 'email',
            party: 'customer',
            orderId: null,
            words: null,
          }
        : { type, ...step, resolved: true, refund: 'notAsked' },
  })
}

describe('a customer who asks for help with paying', () => {
  it('is not reminded for as long as the house waits, and then again', () => {
    const world = owing()
    world.walkTo(day('2026-01-16'))
    ticket(world, 'OpenTicket')
    world.walkTo(day('2026-02-05'))
    expect(asked(world).map(([on]) => on)).toEqual(['2026-01-12', '2026-01-31'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is reminded again once the ticket is closed [1-34]', () => {
    const world = owing()
    world.walkTo(day('2026-01-16'))
    ticket(world, 'OpenTicket')
    world.walkTo(day('2026-01-20'))
    ticket(world, 'CloseTicket')
    world.walkTo(day('2026-01-22'))
    expect(types(world, 'DunningPaused', 'DunningResumed')).toEqual([
      'DunningPaused',
      'DunningResumed',
    ])
    expect(asked(world).map(([on]) => on)).toEqual(['2026-01-12', '2026-01-21'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is reminded all the same where the house does not wait', () => {
    const world = owing({ ...houseRules, ticketPauseDays: null })
    world.walkTo(day('2026-01-16'))
    ticket(world, 'OpenTicket')
    world.walkTo(day('2026-01-20'))
    expect(asked(world).map(([on]) => on)).toEqual(['2026-01-12', '2026-01-18'])
    expect(world.turnedDown).toEqual([])
  })
})
