import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { orderCommand } from '@tenure/testing/arbitraries'
import { orderRoom, statusOf, type Order, type OrderEvent } from '../src/order/index.ts'
import { addDecimals, compareDecimals } from '../src/shared/index.ts'

type Told = Invariant<Order, OrderEvent>
type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>

const all = <Type extends OrderEvent['type']>(
  history: ReadonlyArray<OrderEvent>,
  type: Type,
): ReadonlyArray<Of<Type>> => history.filter((event): event is Of<Type> => event.type === type)

const takesBackWhatItBrought: Told = {
  title: 'takes back exactly what it brought and brings it again, in turns, and not before',
  holds: (_, history) => {
    const [order] = all(history, 'OrderPlaced')
    let counts = 0
    for (const event of history) {
      if (event.type === 'OrderPlaced') counts += 1
      if (event.type === 'OrderCancelled') counts -= 1
      if (event.type === 'OrderReopened' && event.wasCancelled) counts += 1
      if (counts < 0 || counts > 1) return false
      if (event.type !== 'OrderCancelled' && event.type !== 'OrderReopened') continue
      const same =
        order !== undefined &&
        event.netMinor === order.netMinor &&
        event.currency === order.currency &&
        event.customerId === order.customerId &&
        event.placedOn === order.effectiveOn &&
        event.effectiveOn >= order.effectiveOn
      if (!same) return false
    }
    return true
  },
}

const movesEachPartOnce: Told = {
  title: 'sends, delivers and accepts each part once',
  holds: (_, history) => {
    const moves = history.flatMap((event) =>
      'shipmentId' in event ? [`${event.type} ${event.shipmentId}`] : [],
    )
    return new Set(moves).size === moves.length
  },
}

const shipsWhatWasOrdered: Told = {
  title: 'ships no more of a line than was ordered, and all parts together for its net',
  holds: (order, history) => {
    const [placed] = all(history, 'OrderPlaced')
    const shipped = all(history, 'OrderShipped')
    if (placed === undefined) return shipped.length === 0
    for (const { lineId, quantity } of placed.lines) {
      const left = shipped
        .flatMap(({ lines }) => lines)
        .filter((line) => line.lineId === lineId)
        .reduce((sum, line) => addDecimals(sum, line.quantity), '0')
      if (compareDecimals(left, '0') > 0 && compareDecimals(left, quantity) > 0) return false
    }
    const isWhole =
      shipped.length > 0 &&
      placed.terms !== null &&
      statusOf({ ...order, ended: null }) !== 'partlyShipped'
    const net = shipped.reduce((sum, part) => sum + part.netMinor, 0)
    return !isWhole || net === placed.netMinor
  },
}

const isCovered: Told = {
  title: 'is confirmed and reopened only with its credit covered: paid, reserved or answered for',
  holds: (_, history) =>
    [...all(history, 'OrderConfirmed'), ...all(history, 'OrderReopened')].every(
      ({ credit, effectiveOn }) =>
        credit.neededMinor === 0 ||
        credit.reservedMinor >= credit.neededMinor ||
        (credit.override !== null && credit.override.until >= effectiveOn),
    ),
}

const agreesToWhatItSaw: Told = {
  title: 'accepts only plans that were quoted, whose schedules add up to the total',
  holds: (_, history) =>
    all(history, 'TermsAccepted').every(({ quoteHash, totalMinor, schedule }) => {
      const quoted = all(history, 'TermsQuoted').flatMap(({ plans }) => plans)
      const sum = schedule.reduce((total, part) => total + part.amountMinor, 0)
      return sum === totalMinor && quoted.some((plan) => plan.quoteHash === quoteHash)
    }),
}

const passesStages: Told = {
  title: 'starts, completes and accepts each stage once and in this order',
  holds: (_, history) => {
    const names = new Set(all(history, 'MilestoneStarted').map(({ milestoneId }) => milestoneId))
    return [...names].every((name) => {
      const steps = history.flatMap((event) =>
        'milestoneId' in event && event.milestoneId === name ? [event.type] : [],
      )
      const order = ['MilestoneStarted', 'MilestoneCompleted', 'MilestoneAccepted']
      return steps.every((step, index) => step === order[index])
    })
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
    numRuns: runs(60),
    // An order passes many steps before its last: short lists would rarely see it delivered.
    maxCommands: 90,
    invariants: [
      takesBackWhatItBrought,
      movesEachPartOnce,
      shipsWhatWasOrdered,
      isCovered,
      agreesToWhatItSaw,
      passesStages,
      belongsToOne,
    ],
  })
  for (const law of laws) it(law.title, law.check)
})
