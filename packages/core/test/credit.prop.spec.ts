import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { creditCommand } from '@tenure/testing/arbitraries'
import {
  creditRoom,
  exposureMinor,
  limitMinor,
  type CreditAccount,
  type CreditEvent,
} from '../src/credit/index.ts'
import { evolvePublished } from '../src/shared/index.ts'

type Told = Invariant<CreditAccount, CreditEvent>
type Walk = (event: CreditEvent, before: CreditAccount, after: CreditAccount) => boolean

/** Whether something holds of every event of a history, between the state before and the state after it. */
const everywhere =
  (holds: Walk): Told['holds'] =>
  (_, history) => {
    let before = creditRoom.decider.initial()
    return history.every((event) => {
      const after = evolvePublished(creditRoom.decider.evolve, before, event)
      const held = holds(event, before, after)
      before = after
      return held
    })
  }

const staysUnderTheLimit: Told = {
  title: 'reserves nothing above the limit in force, unless an override covers it [inv 16] [0-09]',
  holds: everywhere((event, before, after) => {
    if (event.type !== 'CreditReserved') return true
    if (exposureMinor(after) <= limitMinor(before)) return event.overrideId === null
    const override = event.overrideId === null ? undefined : before.overrides.get(event.overrideId)
    return (
      override !== undefined &&
      override.since <= event.effectiveOn &&
      event.effectiveOn <= override.until &&
      (override.upToMinor === null || exposureMinor(after) <= override.upToMinor)
    )
  }),
}

const reservesOnlyWhenItMay: Told = {
  title: 'reserves nothing under a hold, nor after the last day of a decision [0-36]',
  holds: everywhere((event, before) => {
    if (event.type !== 'CreditReserved') return true
    const until = before.decision?.value ?? null
    const held = [...before.holds.values()].some(({ lifted }) => !lifted)
    return !held && until !== null && event.effectiveOn <= until
  }),
}

const sumsOf = (history: ReadonlyArray<CreditEvent>, kind: 'in' | 'out') => {
  const sums = new Map<string, number>()
  for (const event of history) {
    const wanted =
      kind === 'in'
        ? event.type === 'CreditReserved'
        : event.type === 'CreditConsumed' ||
          event.type === 'CreditReservationReleased' ||
          event.type === 'CreditReservationExpired'
    if (wanted && 'orderId' in event)
      sums.set(event.orderId, (sums.get(event.orderId) ?? 0) + event.amountMinor)
  }
  return sums
}

const givesBackWhatItTook: Told = {
  title: 'consumes, releases and expires no more of an order than was reserved for it [inv 17]',
  holds: (_, history) => {
    const reserved = sumsOf(history, 'in')
    return [...sumsOf(history, 'out')].every(([id, out]) => out <= (reserved.get(id) ?? 0))
  },
}

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0)

const addsUp: Told = {
  title: 'keeps its totals as the sums over its orders and items, none of them below zero',
  holds: ({ reservedMinor, usedMinor, orders, items }) => {
    const left = [...orders.values()].map(({ leftMinor }) => leftMinor)
    const used = [...items.values()].map(({ amountMinor }) => amountMinor)
    return (
      sum(left) === reservedMinor &&
      sum(used) === usedMinor &&
      [...left, ...used].every((amount) => amount >= 0)
    )
  },
}

const holdsFraud: Told = {
  title: 'lifts a hold for fraud only on the word of a named person [0-36]',
  holds: everywhere(
    (event, before) =>
      event.type !== 'CreditHoldLifted' ||
      before.holds.get(event.holdId)?.reason !== 'fraud' ||
      event.liftedBy !== null,
  ),
}

describe('the credit room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: creditRoom,
    command: creditCommand,
    numRuns: runs(100),
    maxCommands: 60,
    invariants: [
      staysUnderTheLimit,
      reservesOnlyWhenItMay,
      givesBackWhatItTook,
      addsUp,
      holdsFraud,
    ],
  })
  for (const law of laws) it(law.title, law.check)
})
