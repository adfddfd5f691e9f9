import { describe, expect, it } from 'vitest'
import { creditOf, loyaltyOf, receivablesOf } from '../src/policies/index.ts'
import { exposureMinor, headroomMinor } from '../src/credit/index.ts'
import { balanceOf } from '../src/loyalty/index.ts'
import { creditMinor, grossOpenMinor, unappliedMinor } from '../src/receivables/index.ts'
import {
  changeId,
  chargebackId,
  invoiceId,
  itemId,
  minorUnits,
  net,
  orderId,
  paymentId,
  promiseId,
  text,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  deliver,
  EUR,
  giveCredit,
  houseOn,
  pay,
  place,
  ship,
  twice,
  types,
} from './policies-words.ts'
import { enrol, houseWithPoints } from './policies-more-words.ts'
import type { World } from '@tenure/testing/world'

const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada, currency: EUR })

const accounts = (world: World) => {
  const dossier = world.dossier(ada)
  const credit = creditOf(dossier)
  const account = receivablesOf(dossier, EUR)
  return {
    openMinor: account === undefined ? 0 : grossOpenMinor(account),
    unappliedMinor: account === undefined ? 0 : unappliedMinor(account),
    creditMinor: account === undefined ? 0 : creditMinor(account),
    headroomMinor: credit === undefined ? 0 : headroomMinor(credit),
    exposureMinor: credit === undefined ? 0 : exposureMinor(credit),
  }
}

/** A sofa for 1000 on credit of 5000, delivered and billed. */
const soldSofa = (rules = houseWithPoints) => {
  const world = houseOn('2026-03-01', rules)
  giveCredit(world, 500_000)
  enrol(world)
  place(world, 100_000, net(14))
  ship(world)
  deliver(world)
  return world
}

const recordCash = (
  world: World,
  amountMinor: number,
  named: string,
  forItem: string | null = null,
) =>
  world.tell({
    room: 'receivables',
    command: {
      type: 'RecordPayment',
      ...about(world),
      paymentId: paymentId(named),
      amountMinor: minorUnits(amountMinor),
      method: null,
      initiatedOn: null,
      settledOn: null,
      forItemId: forItem === null ? null : itemId(forItem),
    },
  })

const theInvoice = (world: World) => {
  const issued = world.log.flatMap(({ event }) =>
    event.type === 'InvoiceIssued' ? [event.invoiceId] : [],
  )
  return issued[0] ?? invoiceId('none')
}

const bounce = (world: World, named: string) =>
  world.tell({
    room: 'receivables',
    command: {
      type: 'ReversePayment',
      ...about(world),
      changeId: changeId(`bounce of ${named} on ${world.today()}`),
      paymentId: paymentId(named),
      reason: null,
      fee: null,
    },
  })

describe('a payment that comes without a word', () => {
  it('pays what is owed, frees the limit and earns points, once however often it is told [0-18]', () => {
    const world = soldSofa()
    expect(accounts(world)).toMatchObject({ openMinor: 100_000, headroomMinor: 400_000 })
    world.walkTo(day('2026-03-10'))
    recordCash(world, 100_000, 'transfer')
    expect(accounts(world)).toEqual({
      openMinor: 0,
      unappliedMinor: 0,
      creditMinor: 0,
      headroomMinor: 500_000,
      exposureMinor: 0,
    })
    const loyalty = loyaltyOf(world.dossier(ada))
    expect(loyalty === undefined ? 0 : balanceOf(loyalty)).toBe(1_000)
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('earns nothing where it comes a day late [0-18]', () => {
    const world = soldSofa()
    world.walkTo(day('2026-03-16'))
    recordCash(world, 100_000, 'transfer')
    expect(accounts(world)).toMatchObject({ openMinor: 0, headroomMinor: 500_000 })
    expect(types(world, 'PointsEarned')).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('frees a part of the limit where it is a part', () => {
    const world = soldSofa()
    recordCash(world, 30_000, 'first part')
    expect(accounts(world)).toMatchObject({ openMinor: 70_000, headroomMinor: 430_000 })
    recordCash(world, 70_000, 'second part')
    expect(accounts(world)).toMatchObject({ openMinor: 0, headroomMinor: 500_000 })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('frees nothing while it is only under way', () => {
    const world = soldSofa()
    world.tell({
      room: 'receivables',
      command: {
        type: 'RecordPendingPayment',
        ...about(world),
        paymentId: paymentId('debit'),
        amountMinor: minorUnits(100_000),
        method: text('sepa'),
        forItemId: null,
        sequence: 0,
      },
    })
    expect(accounts(world)).toMatchObject({ openMinor: 100_000, headroomMinor: 400_000 })
  })
})

describe('money that came before the bill', () => {
  it('is used on the next one, the oldest first and no unit twice [edge 26] [edge 27]', () => {
    const world = soldSofa()
    recordCash(world, 130_000, 'too much')
    expect(accounts(world)).toMatchObject({ openMinor: 0, unappliedMinor: 30_000 })
    place(world, 20_000, net(14), orderId('lamp'))
    ship(world, orderId('lamp'))
    deliver(world, orderId('lamp'))
    expect(accounts(world)).toMatchObject({
      openMinor: 0,
      unappliedMinor: 10_000,
      headroomMinor: 500_000,
    })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a payment that bounces', () => {
  it('leaves its invoice open since its own due day, the limit used and the points gone', () => {
    const world = soldSofa()
    world.walkTo(day('2026-03-10'))
    recordCash(world, 100_000, 'debit')
    world.walkTo(day('2026-03-15'))
    bounce(world, 'debit')
    expect(accounts(world)).toMatchObject({ openMinor: 100_000, headroomMinor: 400_000 })
    const loyalty = loyaltyOf(world.dossier(ada))
    expect(loyalty === undefined ? -1 : balanceOf(loyalty)).toBe(0)
    const reopened = world.log.flatMap(({ event }) =>
      event.type === 'PaymentUnapplied' ? [event.dueOn] : [],
    )
    expect(reopened).toEqual(['2026-03-15'])
    expect(twice(world)).toEqual([])
    recordCash(world, 100_000, 'again')
    expect(accounts(world)).toMatchObject({ openMinor: 0, headroomMinor: 500_000 })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('and one that is charged back does the same, until the chargeback is won', () => {
    const world = soldSofa()
    recordCash(world, 100_000, 'card')
    world.tell({
      room: 'receivables',
      command: {
        type: 'ChargeBack',
        ...about(world),
        chargebackId: chargebackId('claim'),
        paymentId: paymentId('card'),
        amountMinor: minorUnits(100_000),
        onChargeback: 'reopen',
        reason: null,
      },
    })
    expect(accounts(world)).toMatchObject({ openMinor: 100_000, headroomMinor: 400_000 })
    world.tell({
      room: 'receivables',
      command: { type: 'ReverseChargeback', ...about(world), chargebackId: chargebackId('claim') },
    })
    expect(accounts(world)).toMatchObject({ openMinor: 0, headroomMinor: 500_000 })
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('opens the promise that it had kept', () => {
    const world = soldSofa()
    world.walkTo(day('2026-03-20'))
    world.tell({
      room: 'collections',
      command: {
        type: 'PromiseToPay',
        ...about(world),
        promiseId: promiseId('friday'),
        amountMinor: minorUnits(100_000),
        byOn: day('2026-03-27'),
        openMinor: minorUnits(100_000),
        rule: { graceDays: 0, maxPerCase: 2, maxDays: 14 },
      },
    })
    recordCash(world, 100_000, 'debit')
    if (!types(world).includes('PromiseKept'))
      world.tell({
        room: 'collections',
        command: {
          type: 'JudgePromise',
          ...about(world),
          changeId: changeId('judged'),
          promiseId: promiseId('friday'),
          payments: [{ receivedOn: world.today(), amountMinor: minorUnits(100_000) }],
        },
      })
    world.walkTo(day('2026-03-24'))
    bounce(world, 'debit')
    expect(types(world, 'PromiseMade', 'PromiseKept', 'PromiseReopened')).toEqual([
      'PromiseMade',
      'PromiseKept',
      'PromiseReopened',
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a link to pay by', () => {
  it('dies when its invoice is paid another way', () => {
    const world = soldSofa()
    const id = theInvoice(world)
    world.tell({
      room: 'invoice',
      command: {
        type: 'OpenPaymentLink',
        effectiveOn: world.today(),
        customerId: ada,
        invoiceId: id,
        token: text('abc'),
        amountMinor: minorUnits(100_000),
        expiresOn: day('2026-04-01'),
        openMinor: minorUnits(100_000),
      },
    })
    pay(world, 100_000)
    const ends = world.log.flatMap(({ event }) =>
      event.type === 'PaymentLinkRetired' ? [event.reason] : [],
    )
    expect(ends).toEqual(['paid'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('cash that its payer named for an order', () => {
  it('waits for the bill of that order and pays no other', () => {
    const world = houseOn('2026-03-01', houseWithPoints)
    giveCredit(world, 500_000)
    recordCash(world, 20_000, 'for the lamp', 'lamp')
    place(world, 100_000, net(14))
    ship(world)
    deliver(world)
    expect(accounts(world)).toMatchObject({ openMinor: 100_000, unappliedMinor: 20_000 })
    place(world, 20_000, net(14), orderId('lamp'))
    ship(world, orderId('lamp'))
    deliver(world, orderId('lamp'))
    expect(accounts(world)).toMatchObject({ openMinor: 100_000, unappliedMinor: 0 })
    expect(world.turnedDown).toEqual([])
  })
})
