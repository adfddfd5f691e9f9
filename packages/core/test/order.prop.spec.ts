import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { orderCommand } from '@tenure/testing/arbitraries'
import { orderRoom, type Order, type OrderEvent } from '../src/order/index.ts'

type Told = Invariant<Order, OrderEvent>

const takesBackWhatItBrought: Told = {
  title: 'takes back exactly what it brought, once, for the same customer and not before',
  holds: (_, history) => {
    const placed = history.filter((event) => event.type === 'OrderPlaced')
    const cancelled = history.filter((event) => event.type === 'OrderCancelled')
    const [order] = placed
    if (placed.length > 1 || cancelled.length > 1) return false
    return cancelled.every(
      (event) =>
        order !== undefined &&
        event.netMinor === order.netMinor &&
        event.currency === order.currency &&
        event.customerId === order.customerId &&
        event.placedOn === order.effectiveOn &&
        event.effectiveOn >= order.effectiveOn,
    )
  },
}

const movesEachPartOnce: Told = {
  title: 'sends and delivers each part once',
  holds: (_, history) => {
    const moves = history
      .filter((event) => event.type === 'OrderShipped' || event.type === 'DeliveryConfirmed')
      .map(({ type, shipmentId }) => `${type} ${shipmentId}`)
    return new Set(moves).size === moves.length
  },
}

const belongsToOne: Told = {
  title: 'belongs to one customer from the day it is placed',
  holds: (_, history) => {
    const from = history.findIndex(({ type }) => type === 'OrderPlaced')
    if (from < 0) return true
    const order = history.slice(from)
    return order.every(({ customerId }) => customerId === order[0]?.customerId)
  },
}

describe('the order room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: orderRoom,
    command: orderCommand,
    numRuns: runs(100),
    invariants: [takesBackWhatItBrought, movesEachPartOnce, belongsToOne],
  })
  for (const law of laws) it(law.title, law.check)
})
