import { describe, expect, it } from 'vitest'
import { reach } from '@tenure/testing'
import { orderRoom } from '../src/order/index.ts'
import { civilDate, net, netFromDelivery, text } from '../src/shared/index.ts'
import {
  confirm,
  deliver,
  delivered,
  line,
  on,
  order,
  past,
  place,
  reserved,
  ship,
  shipped,
} from './order-words.ts'

const going = past(place, confirm)

describe('a confirmed order of several pieces', () => {
  it('leaves in parts by line and quantity, each with its share of the order', () => {
    going.when(ship('a', 'phone 1, case 0.5')).then(shipped('a', 'phone 1, case 0.5', 45_000))
    past(place, confirm, ship('a', 'phone 1, case 0.5'))
      .when(ship('b'))
      .then(shipped('b', 'phone 1, case 1', 55_000))
  })

  it('has parts that together are its net, to the last cent', () => {
    const screws = { ...place, lines: [line('screws', '3', '0.33333', 100)] }
    const parts = ['a', 'b', 'c'].map((part) => ship(part, 'screws 1'))
    const history = reach(orderRoom)([screws, { ...confirm, credit: reserved(100) }, ...parts])
    const nets = history.flatMap((event) => (event.type === 'OrderShipped' ? [event.netMinor] : []))
    expect(nets).toEqual([33, 34, 33])
  })

  it('sends no more of a line than was ordered', () => {
    past(place, confirm, ship('a', 'case 0.75'))
      .when(ship('b', 'case 0.76'))
      .thenRejected({
        type: 'ShippedAboveOrdered',
        orderId: order,
        lineId: text('case'),
        orderedQuantity: '1.5',
        shippedQuantity: '0.75',
        offeredQuantity: '0.76',
      })
    past(place, confirm, ship('a', 'case 0.75'))
      .when(ship('b', 'case 0.750'))
      .then(shipped('b', 'case 0.750', 15_000))
  })

  it('sends nothing once all of it left', () => {
    past(place, confirm, ship('a', 'phone 2'), ship('b'))
      .when(ship('c'))
      .thenRejected({
        type: 'AlreadyShipped',
        orderId: order,
        shipmentIds: [text('a'), text('b')],
      })
  })

  it('sends what it names: a known line, more than nothing, once', () => {
    going
      .when(ship('a', 'cable 1'))
      .thenRejected({ type: 'UnknownLine', orderId: order, lineId: text('cable') })
    going.when(ship('a', 'phone -1')).thenRejected({
      type: 'LineUnsound',
      orderId: order,
      lineId: text('phone'),
      fault: { type: 'QuantityNotPositive', quantity: '-1' },
    })
    going
      .when(ship('a', 'phone 1, phone 1'))
      .thenRejected({ type: 'NamedTwice', orderId: order, name: text('phone') })
    going
      .when({ ...ship('a'), lines: [] })
      .thenRejected({ type: 'EmptyShipment', orderId: order, shipmentId: text('a') })
  })

  it('knows a part by its id: the same is silence, other quantities a refusal', () => {
    const known = past(place, confirm, ship('a', 'phone 1'))
    known.when(ship('a', 'phone 1.0')).thenNothing()
    known
      .when(ship('a', 'phone 2'))
      .thenRejected({ type: 'ShipmentDiffers', orderId: order, shipmentId: text('a') })
    past(place, confirm, ship('a', 'phone 1, case 0.5'))
      .when(ship('a', 'phone 1, case 0.6'))
      .thenRejected({ type: 'ShipmentDiffers', orderId: order, shipmentId: text('a') })
  })

  it('sends more than nothing of a line', () => {
    past(place, confirm)
      .when(ship('a', 'phone 0'))
      .thenRejected({
        type: 'LineUnsound',
        orderId: order,
        lineId: text('phone'),
        fault: { type: 'QuantityNotPositive', quantity: '0' },
      })
  })
})

describe('an order whose terms count from delivery', () => {
  const later = { ...place, terms: netFromDelivery(14) }
  const parts = [later, confirm, ship('a', 'phone 2'), ship('b')] as const

  it('has a day of its own for each of two parcels', () => {
    past(...parts, deliver('a', '2024-03-04'))
      .when(deliver('b', '2024-03-11'))
      .then(delivered('b', 'case 1.5', 30_000, '2024-03-11'))
  })

  it('tells the day it was promised for beside the day it came, late or not', () => {
    past(...parts)
      .when(deliver('a', '2024-03-09'))
      .then({
        ...delivered('a', 'phone 2', 70_000, '2024-03-09'),
        promisedOn: civilDate('2024-03-06'),
      })
  })
})

describe('a delivered part', () => {
  const here = [place, confirm, ship('a'), deliver('a')] as const
  const accept = { type: 'AcceptGoods' as const, ...on('2024-03-06'), shipmentId: text('a') }

  it('is looked at and kept, once, not before it arrived', () => {
    past(...here)
      .when(accept)
      .then({ type: 'GoodsAccepted', ...on('2024-03-06'), shipmentId: text('a') })
    past(...here)
      .when({ ...accept, effectiveOn: civilDate('2024-03-01') })
      .then({ type: 'GoodsAccepted', ...on('2024-03-04'), shipmentId: text('a') })
    past(...here, accept)
      .when(accept)
      .thenNothing()
    past(place, confirm, ship('a'))
      .when(accept)
      .thenRejected({ type: 'NotDelivered', orderId: order, shipmentId: text('a') })
  })
})

describe('an order that was confirmed before the limit was cut', () => {
  it('goes on, while a new one of the same customer is refused', () => {
    past(place, confirm)
      .when(ship('a', 'phone 1'))
      .then(shipped('a', 'phone 1', 35_000))
    past({ ...place, terms: net(30) })
      .when({ ...confirm, credit: reserved(0) })
      .thenRejected({
        type: 'CreditNotReserved',
        orderId: order,
        neededMinor: 100_000,
        reservedMinor: 0,
      })
  })
})
