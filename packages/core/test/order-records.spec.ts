import { describe, it } from 'vitest'
import type { OrderEvent, OrderLine } from '../src/order/index.ts'
import { changeId, civilDate, currency, minorUnits, text } from '../src/shared/index.ts'
import {
  ada,
  cancel,
  cancelled,
  close,
  confirm,
  confirmed,
  delivered,
  euro,
  line,
  on,
  order,
  past,
  place,
  placed,
  ship,
} from './order-words.ts'

const sale = {
  type: 'RecordSale' as const,
  ...on('2024-02-28'),
  currency: euro,
  netMinor: minorUnits(100_000),
  lines: [],
}
const recorded: OrderEvent = {
  ...placed,
  lines: [],
  terms: null,
  offeredMethods: [],
  promisedOn: null,
}

describe('a sale made elsewhere', () => {
  it('is confirmed in any way to pay, for all of its sum, and leaves the house whole, once', () => {
    past(sale)
      .when({ ...confirm, method: text('cash') })
      .then({ ...confirmed, method: text('cash') })
    past(sale, confirm)
      .when(ship('a'))
      .then({
        type: 'OrderShipped',
        ...on('2024-03-01'),
        currency: euro,
        shipmentId: text('a'),
        lines: [],
        netMinor: 100_000,
        promisedOn: null,
      })
    past(sale, confirm, ship('a'))
      .when(ship('b'))
      .thenRejected({ type: 'AlreadyShipped', orderId: order, shipmentIds: [text('a')] })
  })

  it('is recorded as it was, without terms and without lines', () => {
    past().when(sale).then(recorded)
    past()
      .when({ ...sale, netMinor: minorUnits(0), customerId: null })
      .then({ ...recorded, netMinor: minorUnits(0), customerId: null })
  })

  it('keeps its lines as they stand: prices below a penny, quantities below zero', () => {
    // Online Retail: a price of 0.001 rounds to nothing once a line, and some lines take money off.
    const lines = [
      line('PADS', '1', '0.001', 0),
      line('85123A', '6', '2.55', 1530),
      line('D', '-1', '5.30', -530),
    ]
    past()
      .when({ ...sale, lines, netMinor: minorUnits(1000), currency: currency('GBP') })
      .then({ ...recorded, lines, netMinor: minorUnits(1000), currency: currency('GBP') })
    past()
      .when({ ...sale, lines })
      .thenRejected({
        type: 'LinesMismatch',
        orderId: order,
        netMinor: 100_000,
        linesMinor: 1000,
      })
  })

  it('names each of its lines once', () => {
    const twice: ReadonlyArray<OrderLine> = [line('a', '1', '1', 100), line('a', '2', '1', 200)]
    past()
      .when({ ...sale, lines: twice, netMinor: minorUnits(300) })
      .thenRejected({ type: 'NamedTwice', orderId: order, name: text('a') })
  })

  it('is the order that is known, where sum and customer agree', () => {
    past(sale).when(sale).thenNothing()
    past(place).when(sale).thenNothing()
    past(sale)
      .when({ ...sale, netMinor: minorUnits(1) })
      .thenRejected({
        type: 'ConflictingDuplicate',
        orderId: order,
        recorded: { netMinor: 100_000, currency: euro, customerId: ada },
        offered: { netMinor: 1, currency: euro, customerId: ada },
      })
  })
})

describe('a document from elsewhere that took money off the sales', () => {
  const returned = {
    type: 'RecordSaleCredit' as const,
    ...on('2024-03-02'),
    currency: euro,
    creditedMinor: minorUnits(350),
    lines: [line('22423', '-1', '3.50', -350)],
  }
  const { type: _, ...facts } = returned

  it('needs no purchase that is known, and no customer', () => {
    past()
      .when(returned)
      .then({ type: 'SaleCredited', ...facts })
    past()
      .when({ ...returned, customerId: null, lines: [] })
      .then({ type: 'SaleCredited', ...facts, customerId: null, lines: [] })
  })

  it('is recorded once under its number, and no sale stands beside it', () => {
    past(returned).when(returned).thenNothing()
    past(returned)
      .when(sale)
      .thenRejected({
        type: 'ConflictingDuplicate',
        orderId: order,
        recorded: { netMinor: -350, currency: euro, customerId: ada },
        offered: { netMinor: 100_000, currency: euro, customerId: ada },
      })
  })

  it('is withdrawn once, as of its own day at the earliest, and stands under its number still', () => {
    const withdrawn = {
      type: 'RecordSaleCreditWithdrawal' as const,
      ...on('2024-03-01'),
      changeId: changeId('wrong file'),
      reason: null,
    }
    past().when(withdrawn).thenRejected({ type: 'UnknownOrder', orderId: order })
    past(returned)
      .when(withdrawn)
      .then({
        type: 'SaleCreditWithdrawn',
        ...on('2024-03-02'),
        currency: euro,
        changeId: changeId('wrong file'),
        creditedOn: civilDate('2024-03-02'),
        creditedMinor: minorUnits(350),
        reason: null,
      })
    past(returned, withdrawn).when(withdrawn).thenNothing()
    past(returned, withdrawn).when(returned).thenNothing()
  })

  it('comes to what its lines come to', () => {
    past()
      .when({ ...returned, creditedMinor: minorUnits(351) })
      .thenRejected({
        type: 'LinesMismatch',
        orderId: order,
        netMinor: -351,
        linesMinor: -350,
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
    lines: [],
    netMinor: null,
    currency: null,
    promisedOn: null,
  }

  it('may come before the order it belongs to, which a later sale completes', () => {
    past().when(note).then(arrived)
    past(note).when(sale).then(recorded)
    past(note, sale).when(note).thenNothing()
  })

  it('is filed under the customer of the order, with the day that was promised', () => {
    past(place)
      .when({ ...note, customerId: null })
      .then({ ...arrived, promisedOn: civilDate('2024-03-06') })
  })

  it('says what was in the part where that is known', () => {
    past(place, confirm, ship('a', 'phone 1'))
      .when(note)
      .then(delivered('a', 'phone 1', 35_000))
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

  it('is recorded of an order that was closed, once', () => {
    past(place, confirm, close()).when(called).then(cancelled('2024-03-02'))
    past(place, called).when(called).thenNothing()
    past(place, cancel('X-0'))
      .when(called)
      .thenRejected({ type: 'OrderIsCancelled', orderId: order })
  })

  it('needs an order, for it takes away what that order brought', () => {
    past().when(called).thenRejected({ type: 'UnknownOrder', orderId: order })
  })
})
