import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { reach, roomLaws, type Invariant } from '@tenure/testing'
import { civilDayBetween, subscriptionCommand } from '@tenure/testing/arbitraries'
import {
  instantsOf,
  monthlyOf,
  movementOf,
  netOfLines,
  proratedMinor,
  scheduledCharges,
  startOfPeriod,
  subscriptionRoom,
  type Interval,
  type Pause,
  type Period,
  type Span,
  type Subscription,
  type SubscriptionEvent,
} from '../src/subscription/index.ts'
import { addDays, civilDate, fold, text } from '../src/shared/index.ts'

type Told = Invariant<Subscription, SubscriptionEvent>

const dayOfMonth = (day: string): number => Number(day.slice(8, 10))

const followsOn: Told = {
  title: 'has periods that follow each other without overlap or hole [inv 20] [edge 72]',
  holds: ({ course }, history) => {
    let period: Period | undefined
    for (const event of history) {
      if (event.type === 'SubscriptionCancelled' && period !== undefined)
        period = { ...period, to: event.endsOn < period.to ? event.endsOn : period.to }
      if (!('period' in event)) continue
      const { from, to, index } = event.period
      const begins = event.type === 'SubscriptionStarted' || event.type === 'TrialConverted'
      if (begins && (period !== undefined || index !== 0)) return false
      const comesBack = event.type === 'SubscriptionReactivated'
      if (comesBack && (index !== (period?.index ?? -1) + 1 || from < (period?.to ?? from)))
        return false
      const goesOn = !begins && !comesBack
      if (goesOn && period === undefined) return false
      if (goesOn && period !== undefined && index === period.index && from !== period.from)
        return false
      if (goesOn && period !== undefined && index !== period.index) {
        // A plan of another interval cuts the period in which it begins.
        const end = event.type === 'PlanChanged' && event.when === 'now' ? from : period.to
        if (index !== period.index + 1 || from !== end || end > period.to) return false
      }
      if (to < from) return false
      period = event.period
    }
    return course === null || period === undefined || course.period.index === period.index
  },
}

const isRenewedOnce: Told = {
  title: 'renews no index twice [1-14]',
  holds: (_, history) => {
    const indexes = history.flatMap((event) =>
      event.type === 'SubscriptionRenewed' ? [event.period.index] : [],
    )
    return new Set(indexes).size === indexes.length
  },
}

const creditsWhatWasBilled: Told = {
  title: 'credits no more for a period than was charged for it [inv 20]',
  holds: (_, history) => {
    const nets = new Map<number, number>()
    let current = -1
    const add = (index: number, amountMinor: number): void => {
      nets.set(index, (nets.get(index) ?? 0) + amountMinor)
    }
    for (const event of history) {
      if ('priceMinor' in event) {
        add(event.period.index, event.priceMinor)
        current = event.period.index
      } else if ('lines' in event) {
        if (event.type !== 'PlanChanged' || event.period.index === current)
          add(current, netOfLines(event.lines))
        else
          for (const line of event.lines)
            add(line.kind === 'credit' ? current : event.period.index, netOfLines([line]))
        if (event.type === 'PlanChanged' && event.when === 'now') current = event.period.index
      }
    }
    return [...nets.values()].every((net) => net >= 0)
  },
}

const keepsItsCohort: Told = {
  title: 'keeps the day of its first start through every return [edge 76]',
  holds: ({ firstStartedOn }, history) => {
    const first = history.find(
      ({ type }) => type === 'TrialStarted' || type === 'SubscriptionStarted',
    )
    return (
      (first?.effectiveOn ?? null) === firstStartedOn &&
      history.every(
        (event) =>
          event.type !== 'SubscriptionReactivated' || event.firstStartedOn === firstStartedOn,
      )
    )
  },
}

const restsWhenOver: Told = {
  title: 'renews nothing after its end, unless it came back',
  holds: (_, history) => {
    let over = false
    for (const { type } of history) {
      const ends = ['SubscriptionExpired', 'TrialCancelled', 'TrialConversionMissed']
      if (ends.includes(type)) over = true
      if (type === 'SubscriptionReactivated') over = false
      if (over && (type === 'SubscriptionRenewed' || type === 'TrialConverted')) return false
    }
    return true
  },
}

const hasOneOwner: Told = {
  title: 'belongs to one customer',
  holds: (_, history) => new Set(history.map(({ customerId }) => customerId)).size <= 1,
}

describe('the subscription room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: subscriptionRoom,
    command: subscriptionCommand,
    numRuns: runs(100),
    // A life passes a trial, renewals and pauses before its end: short lists would rarely see them.
    maxCommands: 90,
    invariants: [
      followsOn,
      isRenewedOnce,
      creditsWhatWasBilled,
      keepsItsCohort,
      restsWhenOver,
      hasOneOwner,
    ],
  })
  for (const law of laws) it(law.title, law.check)
})

const day = civilDayBetween('2023-11-01', '2025-03-31')
const intervals: fc.Arbitrary<Interval> = fc.record({
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
  count: fc.integer({ min: 1, max: 6 }),
})

describe('for every anchor and interval, periods', () => {
  it('keep the anchor day wherever the month has it, and its last day elsewhere [inv 19]', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 6 }), fc.nat(40), (anchor, count, n) => {
        const start = startOfPeriod(anchor, { unit: 'month', count }, n)
        const isLast = addDays(start, 1).slice(8) === '01'
        expect(dayOfMonth(start) === dayOfMonth(anchor) || isLast).toBe(true)
        expect(dayOfMonth(start)).toBeLessThanOrEqual(dayOfMonth(anchor))
      }),
      { numRuns: runs(100) },
    )
  })

  it('grow with their number', () => {
    fc.assert(
      fc.property(day, intervals, fc.nat(60), (anchor, interval, n) => {
        expect(startOfPeriod(anchor, interval, n) < startOfPeriod(anchor, interval, n + 1)).toBe(
          true,
        )
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('for every price, period and partition of its days,', () => {
  it('the prorated parts add up to the whole, in leap years too [edge 20] [inv 20]', () => {
    const asked = fc.record({
      from: day,
      length: fc.integer({ min: 1, max: 370 }),
      wholeMinor: fc.nat(10_000_000),
      cuts: fc.array(fc.nat(400), { maxLength: 8 }),
      paused: fc.option(fc.tuple(fc.nat(100), fc.nat(100)), { nil: null }),
    })
    fc.assert(
      fc.property(asked, ({ from, length, wholeMinor, cuts, paused }) => {
        const period: Span = { from, to: addDays(from, length) }
        const days = [0, ...cuts.map((cut) => cut % length), length].toSorted((a, b) => a - b)
        const pauses: ReadonlyArray<Pause> =
          paused === null || paused[0] + paused[1] >= length
            ? []
            : [
                {
                  from: addDays(from, paused[0]),
                  to: addDays(from, paused[0] + paused[1]),
                  period: 'extend',
                },
              ]
        const parts = days
          .slice(1)
          .map((end, index) => ({ from: addDays(from, days[index] ?? 0), to: addDays(from, end) }))
        const amounts = parts.map((part) => proratedMinor({ wholeMinor, period, pauses }, part))
        expect(amounts.reduce((a, b) => a + b, 0)).toBe(wholeMinor)
        expect(amounts.every((amount) => amount >= 0)).toBe(true)
        const pausedPart = pauses[0]
        if (pausedPart !== undefined)
          expect(proratedMinor({ wholeMinor, period, pauses }, pausedPart)).toBe(0)
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('for every list of zones that a contract moves through,', () => {
  it('the end of a period is the instant at which the next begins, and none is empty [edge 14]', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Europe/Sofia')
    const moves = fc.array(fc.tuple(day, zones), { minLength: 1, maxLength: 4 })
    const length = fc.constantFrom<Interval>(
      { unit: 'month', count: 1 },
      { unit: 'week', count: 2 },
    )
    fc.assert(
      fc.property(day, moves, length, (anchor, moved, interval) => {
        const contract: Subscription = {
          ...subscriptionRoom.decider.initial(),
          zones: moved
            .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
            .map(([from, zone]) => ({ zone: text(zone), from })),
        }
        const periods = [0, 1, 2, 3, 4, 5].map((index) => ({
          index,
          from: startOfPeriod(anchor, interval, index),
          to: startOfPeriod(anchor, interval, index + 1),
        }))
        const instants = periods.map((period) => instantsOf(contract, period))
        for (const [index, { from, to }] of instants.entries()) {
          expect(from).toBeLessThan(to)
          expect(instants[index + 1]?.from ?? to).toBe(to)
        }
      }),
      { numRuns: runs(50) },
    )
  })
})

describe('for every pair of recurring prices,', () => {
  it('the names of movements mirror each other, and no movement has no name [inv 31]', () => {
    const mirror = {
      none: 'none',
      new: 'churn',
      reactivation: 'churn',
      churn: 'reactivation',
      expansion: 'contraction',
      contraction: 'expansion',
    }
    const price = fc.tuple(fc.constantFrom(0, 100, 1200, 1000), intervals)
    fc.assert(
      fc.property(price, price, ([a, every], [b, other]) => {
        const [before, after] = [monthlyOf(a, every), monthlyOf(b, other)]
        expect(movementOf(after, before, true)).toBe(mirror[movementOf(before, after, true)])
        expect(movementOf(before, before, true)).toBe('none')
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('for every subscription that the rules can produce,', () => {
  it('the charges of a span are those of its parts together [1-13]', () => {
    fc.assert(
      fc.property(fc.array(subscriptionCommand, { maxLength: 30, size: 'max' }), (commands) => {
        const state = fold(subscriptionRoom.decider, reach(subscriptionRoom)(commands))
        const [a, b, c] = ['2024-01-01', '2024-06-01', '2025-01-01'].map(civilDate)
        if (a === undefined || b === undefined || c === undefined) throw new Error('three days')
        expect([...scheduledCharges(state, a, b), ...scheduledCharges(state, b, c)]).toEqual(
          scheduledCharges(state, a, c),
        )
      }),
      { numRuns: runs(50) },
    )
  })
})
