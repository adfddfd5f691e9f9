import { describe, expect, it } from 'vitest'
import { orderRoom, statusOf, type OrderEvent } from '../src/order/index.ts'
import { civilDate, deposit, fold, minorUnits, net, text } from '../src/shared/index.ts'
import {
  ada,
  cancel,
  cancelled,
  close,
  confirm,
  confirmed,
  deliver,
  delivered,
  euro,
  line,
  on,
  order,
  past,
  place,
  placed,
  reopen,
  reserved,
  ship,
  shipped,
} from './order-words.ts'

describe('placing an order', () => {
  it('sums up its lines and keeps the terms it was agreed on', () => {
    past().when(place).then(placed)
  })

  it('takes the terms that were chosen for it: two orders of one customer, each on its own [0-02]', () => {
    past().when(place).then(placed)
    const other = { ...place, terms: deposit(3000, 30) }
    past()
      .when(other)
      .then({ ...placed, terms: deposit(3000, 30) })
    past(place).when(confirm).then(confirmed)
    past(other)
      .when({ ...confirm, credit: reserved(70_000) })
      .then({
        ...confirmed,
        credit: {
          ...confirmed.credit,
          neededMinor: minorUnits(70_000),
          reservedMinor: minorUnits(70_000),
        },
      })
  })

  it('needs something to order', () => {
    past()
      .when({ ...place, lines: [] })
      .thenRejected({ type: 'EmptyOrder', orderId: order })
    const free = line('gift', '1', '0', 0)
    past()
      .when({ ...place, lines: [free] })
      .then({ ...placed, netMinor: minorUnits(0), lines: [free] })
  })

  it('needs terms that can be dated', () => {
    past()
      .when({ ...place, terms: deposit(10_001, 30) })
      .thenRejected({
        type: 'TermsUnsound',
        orderId: order,
        fault: { type: 'ShareAboveWhole', termsId: 'deposit-10001-net-30', basisPoints: 10_001 },
      })
    past()
      .when({ ...place, terms: { ...net(30), parts: [] } })
      .thenRejected({
        type: 'TermsUnsound',
        orderId: order,
        fault: { type: 'NoParts', termsId: 'net-30-invoice' },
      })
  })

  it('offers several ways to pay, not one twice [2-16]', () => {
    for (const offered of [['card'], ['card', 'card'], []].map((names) => names.map(text)))
      past()
        .when({ ...place, offeredMethods: offered })
        .thenRejected({ type: 'TooFewMethods', orderId: order, offered })
  })

  it('says nothing the second time', () => {
    past(place, confirm, cancel()).when(place).thenNothing()
  })

  it('does not take another sum, currency or customer for the same order', () => {
    past(place)
      .when({ ...place, lines: [line('phone', '2', '350.00', 70_000)], customerId: null })
      .thenRejected({
        type: 'ConflictingDuplicate',
        orderId: order,
        recorded: { netMinor: 100_000, currency: euro, customerId: ada },
        offered: { netMinor: 70_000, currency: euro, customerId: null },
      })
    past(place)
      .when({ ...place, terms: net(14) })
      .thenRejected({ type: 'OrderAlreadyPlaced', orderId: order })
  })
})

describe('an order on its way', () => {
  it('is confirmed once, on the day it was placed at the earliest', () => {
    past(place)
      .when({ ...confirm, effectiveOn: civilDate('2024-01-01') })
      .then({ ...confirmed, ...on('2024-02-28') })
    past(place, confirm).when(confirm).thenNothing()
  })

  it('leaves the house when it is confirmed, and each part once', () => {
    past(place).when(ship('a')).thenRejected({ type: 'OrderNotConfirmed', orderId: order })
    past(place, confirm)
      .when(ship('a'))
      .then(shipped('a', 'phone 2, case 1.5', 100_000))
    past(place, confirm, ship('a')).when(ship('a')).thenNothing()
  })

  it('arrives in parts, each once, and none that never left', () => {
    past(place, confirm, ship('a', 'phone 2'))
      .when(deliver('a'))
      .then(delivered('a', 'phone 2', 70_000))
    past(place, confirm, ship('a'), deliver('a')).when(deliver('a', '2024-03-09')).thenNothing()
    past(place, confirm, ship('a'))
      .when(deliver('b'))
      .thenRejected({ type: 'NotShipped', orderId: order, shipmentId: text('b') })
  })

  it('does not arrive before it left', () => {
    past(place, confirm, ship('a', 'phone 2'))
      .when(deliver('a', '2024-02-29'))
      .then(delivered('a', 'phone 2', 70_000, '2024-03-01'))
  })

  it('must be there, and belong to whoever speaks of it', () => {
    past().when(confirm).thenRejected({ type: 'UnknownOrder', orderId: order })
    past(place)
      .when({ ...confirm, customerId: null })
      .thenRejected({ type: 'WrongCustomer', orderId: order, expected: ada, offered: null })
  })

  it('passes through its states', () => {
    const steps: ReadonlyArray<OrderEvent> = [
      placed,
      confirmed,
      shipped('a', 'phone 2', 70_000),
      delivered('a', 'phone 2', 70_000),
      shipped('b', 'case 1.5', 30_000),
      delivered('b', 'case 1.5', 30_000),
      {
        type: 'OrderClosed',
        ...on('2024-03-05'),
        currency: euro,
        changeId: close().changeId,
        unshippedMinor: 0,
        reason: null,
      },
      cancelled('2024-03-06'),
    ]
    const states = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((count) =>
      statusOf(fold(orderRoom.decider, steps.slice(0, count))),
    )
    expect(states).toEqual([
      'unknown',
      'placed',
      'confirmed',
      'partlyShipped',
      'partlyShipped',
      'shipped',
      'delivered',
      'closed',
      'cancelled',
    ])
  })
})

describe('cancelling an order', () => {
  it('takes all of it back, and says from which day, so that an average counts it no more', () => {
    past(place, confirm).when(cancel()).then(cancelled('2024-03-02'))
  })

  it('happens once: the same change is silence, another one a refusal', () => {
    past(place, cancel()).when(cancel()).thenNothing()
    past(place, cancel())
      .when(cancel('X-2'))
      .thenRejected({ type: 'OrderIsCancelled', orderId: order })
  })

  it('comes too late for goods that left the house', () => {
    past(place, confirm, ship('a', 'phone 1'), ship('b'))
      .when(cancel())
      .thenRejected({
        type: 'AlreadyShipped',
        orderId: order,
        shipmentIds: [text('a'), text('b')],
      })
    past(place, confirm, ship('a', 'phone 1'))
      .when(cancel())
      .thenRejected({ type: 'AlreadyShipped', orderId: order, shipmentIds: [text('a')] })
  })

  it('stops what was to come', () => {
    past(place, cancel()).when(confirm).thenRejected({ type: 'OrderIsCancelled', orderId: order })
    past(place, confirm, cancel())
      .when(ship('a'))
      .thenRejected({ type: 'OrderIsCancelled', orderId: order })
  })
})

describe('an order that ended and goes on', () => {
  const reopened: OrderEvent = {
    type: 'OrderReopened',
    ...on('2024-03-08'),
    currency: euro,
    changeId: reopen().changeId,
    wasCancelled: true,
    placedOn: civilDate('2024-02-28'),
    netMinor: minorUnits(100_000),
    credit: confirmed.credit,
    reason: null,
  }

  it('asks for credit again, so that closing one order, placing another and reopening passes no limit [edge 67]', () => {
    past(place, confirm, close())
      .when(reopen('R-1', '2024-03-08', reserved(99_999)))
      .thenRejected({
        type: 'CreditNotReserved',
        orderId: order,
        neededMinor: 100_000,
        reservedMinor: 99_999,
      })
    past(place, confirm, close())
      .when(reopen('R-1', '2024-06-01'))
      .thenRejected({
        type: 'CreditDecisionExpired',
        orderId: order,
        validUntil: civilDate('2024-05-31'),
      })
    past(place, confirm, close())
      .when(reopen())
      .then({ ...reopened, wasCancelled: false })
  })

  it('counts as a purchase of its first day again where it was cancelled', () => {
    past(place, confirm, cancel()).when(reopen()).then(reopened)
    past(place, confirm, cancel(), reopen())
      .when(ship('a'))
      .then(shipped('a', 'phone 2, case 1.5', 100_000))
  })

  it('asks only for what is still to be shipped', () => {
    past(place, confirm, ship('a', 'phone 2'), close())
      .when(reopen('R-1', '2024-03-08', reserved(30_000)))
      .then({
        ...reopened,
        wasCancelled: false,
        credit: {
          ...confirmed.credit,
          neededMinor: minorUnits(30_000),
          reservedMinor: minorUnits(30_000),
        },
      })
  })

  it('asks for no credit before it is confirmed, nor where nothing is left to ship', () => {
    const none = {
      neededMinor: minorUnits(0),
      paidMinor: minorUnits(0),
      reservedMinor: minorUnits(0),
      override: null,
    }
    past(place, cancel())
      .when(reopen('R-1', '2024-03-08', reserved(0)))
      .then({ ...reopened, credit: none })
    past(place, confirm, ship('a'), close())
      .when(reopen('R-1', '2024-03-08', reserved(0)))
      .then({ ...reopened, wasCancelled: false, credit: none })
  })

  it('waits while the account is held', () => {
    const hold = { since: civilDate('2024-03-07'), reason: text('fraud') }
    past(place, confirm, cancel())
      .when({ ...reopen(), hold })
      .thenRejected({ type: 'AccountOnHold', orderId: order, ...hold })
  })

  it('can end again by another change, and repeats none of the old ones', () => {
    past(place, confirm, cancel(), reopen())
      .when(cancel('X-2', '2024-03-09'))
      .then(cancelled('2024-03-09', 'X-2'))
    past(place, confirm, cancel(), reopen()).when(cancel()).thenNothing()
    past(place, confirm, cancel(), reopen(), cancel('X-2')).when(reopen()).thenNothing()
  })

  it('is nothing that goes on already, and a change is of one kind', () => {
    past(place, confirm).when(reopen()).thenRejected({ type: 'OrderNotEnded', orderId: order })
    past(place, confirm, cancel('same'))
      .when(close('same'))
      .thenRejected({
        type: 'ConflictingChange',
        orderId: order,
        changeId: close('same').changeId,
        recorded: 'cancelled',
      })
  })
})

describe('an order that is closed', () => {
  it('says what stays behind, so that the rest of its reservation is released [edge 70]', () => {
    past(place, confirm, ship('a', 'phone 1'))
      .when(close())
      .then({
        type: 'OrderClosed',
        ...on('2024-03-05'),
        currency: euro,
        changeId: close().changeId,
        unshippedMinor: 65_000,
        reason: null,
      })
  })

  it('ships no more, and is not closed or cancelled by another change', () => {
    const closed = past(place, confirm, ship('a', 'phone 1'), close())
    closed.when(close()).thenNothing()
    for (const command of [ship('b'), close('Z-2'), cancel()])
      closed.when(command).thenRejected({ type: 'OrderIsClosed', orderId: order })
  })
})

describe('every refusal of an order', () => {
  it('is worded with what explains it', () => {
    expect(
      orderRoom.explain({
        type: 'ConflictingDuplicate',
        orderId: order,
        recorded: { netMinor: 5, currency: euro, customerId: ada },
        offered: { netMinor: 6, currency: euro, customerId: null },
      }),
    ).toBe(
      'Order سفارش-1 is recorded with 5 minor units of EUR by customer Ада, and was offered with 6 minor units of EUR by nobody named.',
    )
  })

  it('tells the doors apart', () => {
    const sale = { ...place, type: 'RecordSale' as const, netMinor: minorUnits(1) }
    expect([place, sale, cancel()].map(orderRoom.doorOf)).toEqual(['ask', 'record', 'ask'])
  })
})
