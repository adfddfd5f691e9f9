import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { orderRoom, statusOf, type OrderEvent, type PlaceOrder } from '../src/order/index.ts'
import {
  changeId,
  civilDate,
  currency,
  customerId,
  deposit,
  fold,
  minorUnits,
  net,
  orderId,
  Text,
} from '../src/shared/index.ts'

const past = given(orderRoom)
const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError('no text')
  return value
}
const ada = customerId('Ада')
const euro = currency('EUR')
const order = orderId('سفارش-1')
const on = (day: string) => ({ effectiveOn: civilDate(day), customerId: ada, orderId: order })

const line = (netMinor: number) => ({
  sku: text('phone'),
  quantity: '1.5',
  netMinor: minorUnits(netMinor),
})
const place: PlaceOrder = {
  type: 'PlaceOrder',
  ...on('2024-02-28'),
  currency: euro,
  lines: [line(70_000), line(29_900)],
  terms: net(30),
}
const placed: Extract<OrderEvent, { type: 'OrderPlaced' }> = {
  type: 'OrderPlaced',
  ...on('2024-02-28'),
  currency: euro,
  netMinor: minorUnits(99_900),
  lines: place.lines,
  terms: net(30),
}
const confirm = { type: 'ConfirmOrder' as const, ...on('2024-02-29') }
const ship = (part: string) => ({
  type: 'ShipOrder' as const,
  ...on('2024-03-01'),
  shipmentId: text(part),
})
const deliver = (part: string, day = '2024-03-04') => ({
  type: 'ConfirmDelivery' as const,
  ...on(day),
  shipmentId: text(part),
})
const cancel = (change = 'X-1') => ({
  type: 'CancelOrder' as const,
  ...on('2024-03-02'),
  changeId: changeId(change),
  reason: null,
})
const cancelled = (day: string): OrderEvent => ({
  type: 'OrderCancelled',
  ...on(day),
  currency: euro,
  changeId: changeId('X-1'),
  placedOn: civilDate('2024-02-28'),
  netMinor: minorUnits(99_900),
  reason: null,
})
const sale = {
  type: 'RecordSale' as const,
  ...on('2024-02-28'),
  currency: euro,
  netMinor: minorUnits(99_900),
  lines: [],
}

describe('placing an order', () => {
  it('sums up its lines and keeps the terms it was agreed on', () => {
    past().when(place).then(placed)
  })

  it('needs something to order', () => {
    past()
      .when({ ...place, lines: [] })
      .thenRejected({ type: 'EmptyOrder', orderId: order })
    past()
      .when({ ...place, lines: [line(0)] })
      .then({ ...placed, netMinor: minorUnits(0), lines: [line(0)] })
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

  it('says nothing the second time', () => {
    past(place, confirm, cancel()).when(place).thenNothing()
  })

  it('does not take another sum, currency or customer for the same order', () => {
    past(place)
      .when({ ...place, lines: [line(70_000)], customerId: null })
      .thenRejected({
        type: 'ConflictingDuplicate',
        orderId: order,
        recorded: { netMinor: 99_900, currency: euro, customerId: ada },
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
      .then({ type: 'OrderConfirmed', ...on('2024-02-28') })
    past(place, confirm).when(confirm).thenNothing()
  })

  it('leaves the house in parts, each once, when it is confirmed', () => {
    past(place).when(ship('a')).thenRejected({ type: 'OrderNotConfirmed', orderId: order })
    past(place, confirm, ship('a'))
      .when(ship('b'))
      .then({ type: 'OrderShipped', ...on('2024-03-01'), shipmentId: text('b') })
    past(place, confirm, ship('a')).when(ship('a')).thenNothing()
  })

  it('arrives in parts, each once, and none that never left', () => {
    past(place, confirm, ship('a'))
      .when(deliver('a'))
      .then({ type: 'DeliveryConfirmed', ...on('2024-03-04'), shipmentId: text('a') })
    past(place, confirm, ship('a'), deliver('a')).when(deliver('a', '2024-03-09')).thenNothing()
    past(place, confirm, ship('a'))
      .when(deliver('b'))
      .thenRejected({ type: 'NotShipped', orderId: order, shipmentId: text('b') })
  })

  it('does not arrive before it left', () => {
    past(place, confirm, ship('a'))
      .when(deliver('a', '2024-02-29'))
      .then({ type: 'DeliveryConfirmed', ...on('2024-03-01'), shipmentId: text('a') })
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
      { type: 'OrderConfirmed', ...on('2024-02-29') },
      { type: 'OrderShipped', ...on('2024-03-01'), shipmentId: text('a') },
      { type: 'DeliveryConfirmed', ...on('2024-03-04'), shipmentId: text('a') },
      { type: 'OrderShipped', ...on('2024-03-05'), shipmentId: text('b') },
      cancelled('2024-03-06'),
    ]
    const states = [0, 1, 2, 3, 4, 5, 6].map((count) =>
      statusOf(fold(orderRoom.decider, steps.slice(0, count))),
    )
    expect(states).toEqual([
      'unknown',
      'placed',
      'confirmed',
      'shipped',
      'delivered',
      'shipped',
      'cancelled',
    ])
  })
})

describe('cancelling an order', () => {
  it('takes all of it back, and says from which day', () => {
    past(place, confirm).when(cancel()).then(cancelled('2024-03-02'))
  })

  it('happens once, whoever asks', () => {
    past(place, cancel()).when(cancel()).thenNothing()
    past(place, cancel()).when(cancel('X-2')).thenNothing()
  })

  it('comes too late for goods that left the house', () => {
    past(place, confirm, ship('a'), ship('b'))
      .when(cancel())
      .thenRejected({
        type: 'AlreadyShipped',
        orderId: order,
        shipmentIds: [text('a'), text('b')],
      })
  })

  it('stops what was to come', () => {
    past(place, cancel()).when(confirm).thenRejected({ type: 'OrderIsCancelled', orderId: order })
    past(place, confirm, cancel())
      .when(ship('a'))
      .thenRejected({ type: 'OrderIsCancelled', orderId: order })
  })
})

describe('a sale made elsewhere', () => {
  it('is recorded as it was, without terms and without lines', () => {
    past()
      .when(sale)
      .then({ ...placed, lines: [], terms: null })
    past()
      .when({ ...sale, netMinor: minorUnits(0), customerId: null })
      .then({ ...placed, netMinor: minorUnits(0), customerId: null, lines: [], terms: null })
  })

  it('is the order that is known, where sum and customer agree', () => {
    past(sale).when(sale).thenNothing()
    past(place).when(sale).thenNothing()
    past(sale)
      .when({ ...sale, netMinor: minorUnits(1) })
      .thenRejected({
        type: 'ConflictingDuplicate',
        orderId: order,
        recorded: { netMinor: 99_900, currency: euro, customerId: ada },
        offered: { netMinor: 1, currency: euro, customerId: ada },
      })
  })
})

describe('a delivery note from elsewhere', () => {
  const note = {
    type: 'RecordDelivery' as const,
    ...on('2024-03-04'),
    shipmentId: text('a'),
  }
  const arrived: OrderEvent = {
    type: 'DeliveryConfirmed',
    ...on('2024-03-04'),
    shipmentId: text('a'),
  }

  it('may come before the order it belongs to, which a later sale completes', () => {
    past().when(note).then(arrived)
    past(note)
      .when(sale)
      .then({ ...placed, lines: [], terms: null })
    past(note, sale).when(note).thenNothing()
  })

  it('is filed under the customer of the order', () => {
    past(place)
      .when({ ...note, customerId: null })
      .then(arrived)
  })
})

describe('a cancellation from elsewhere', () => {
  const called = { ...cancel(), type: 'RecordCancellation' as const }

  it('is recorded also of goods that were shipped, never before the order was placed', () => {
    past(place, confirm, ship('a')).when(called).then(cancelled('2024-03-02'))
    past(place)
      .when({ ...called, effectiveOn: civilDate('2024-01-01') })
      .then(cancelled('2024-02-28'))
  })

  it('needs an order, for it takes away what that order brought', () => {
    past().when(called).thenRejected({ type: 'UnknownOrder', orderId: order })
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
    expect([place, sale, cancel()].map(orderRoom.doorOf)).toEqual(['ask', 'record', 'ask'])
  })
})

describe('an order of more than can be summed exactly', () => {
  it('is refused with its sum, and throws nothing', () => {
    const most = Number.MAX_SAFE_INTEGER
    past()
      .when({ ...place, lines: [line(most), line(1)] })
      .thenRejected({ type: 'AmountOutOfRange', orderId: order, amountMinor: most + 1 })
  })
})
