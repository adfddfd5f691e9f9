import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { returnsCommand } from '@tenure/testing/arbitraries'
import {
  creditLine,
  reduceSchedule,
  returnsRoom,
  type ReturnCase,
  type ReturnsEvent,
} from '../src/returns/index.ts'
import {
  addDecimals,
  civilDate,
  compareDecimals,
  minorUnits,
  subtractDecimals,
  text,
  type Decimal,
} from '../src/shared/index.ts'

type Told = Invariant<ReturnCase, ReturnsEvent>

const takesEachStepOnce: Told = {
  title: 'takes each step once, and ends once',
  holds: (_, history) => new Set(history.map(({ type }) => type)).size === history.length,
}

const returnsWhatWasDelivered: Told = {
  title: 'never takes back more of a line than was delivered and had not come back',
  holds: (_, history) =>
    history.every(
      (event) =>
        event.type !== 'ReturnRequested' ||
        event.policy === null ||
        event.lines.every(
          ({ quantity, deliveredQuantity, returnedQuantity }) =>
            compareDecimals(addDecimals(quantity, returnedQuantity), deliveredQuantity) <= 0,
        ),
    ),
}

const creditsWhatItSays: Told = {
  title: 'closes with what the credit note is over, and that is the sum of its lines',
  holds: (_, history) => {
    const due = history.find((event) => event.type === 'CreditDue')
    const closed = history.find((event) => event.type === 'ReturnClosed')
    if (closed === undefined) return due === undefined
    const sum = closed.lines.reduce((all, { netMinor, taxMinor }) => all + netMinor + taxMinor, 0)
    return closed.creditedMinor === sum && (due?.totalMinor ?? 0) === sum
  },
}

const goesForward: Told = {
  title: 'dates no step before the one that led to it',
  holds: (_, history) =>
    history.every(
      ({ effectiveOn }, index) => effectiveOn >= (history[index - 1]?.effectiveOn ?? ''),
    ),
}

describe('the returns room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: returnsRoom,
    command: returnsCommand,
    numRuns: runs(100),
    invariants: [takesEachStepOnce, returnsWhatWasDelivered, creditsWhatItSays, goesForward],
  })
  for (const law of laws) it(law.title, law.check)
})

/** A line of so much, cut at these places into returns that come one after another. */
const returnsOf = (delivered: number, cuts: ReadonlyArray<number>): ReadonlyArray<Decimal> => {
  const bounds = [
    0,
    ...[...new Set(cuts)].filter((cut) => cut < delivered).toSorted((a, b) => a - b),
  ]
  return [...bounds.slice(1), delivered].map((to, index) =>
    subtractDecimals(`${to}.5`, `${bounds[index] ?? 0}.5`),
  )
}

describe('the returns of a whole line', () => {
  it('give back its charge exactly, whatever the parts, also where a share is withheld [edge 7]', () => {
    const money = fc.integer({ min: 0, max: 1_000_000 })
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 })
    const share = fc.constantFrom(0, 1500, 10_000)
    fc.assert(
      fc.property(
        money,
        money,
        fc.integer({ min: 1, max: 40 }),
        cuts,
        share,
        (net, tax, of, at, withhold) => {
          let [returned, settledNet, settledTax] = ['0', 0, 0]
          for (const quantity of returnsOf(of, at)) {
            const charged = {
              lineId: text('L'),
              deliveredQuantity: String(of),
              returnedQuantity: returned,
              netMinor: minorUnits(net),
              taxMinor: minorUnits(tax),
              settledNetMinor: minorUnits(settledNet),
              settledTaxMinor: minorUnits(settledTax),
            }
            const line = creditLine(charged, text('sku'), quantity, withhold)
            if (line === undefined) throw new Error('more came back than was delivered')
            settledNet += line.netMinor + line.withheldNetMinor
            settledTax += line.taxMinor + line.withheldTaxMinor
            returned = addDecimals(returned, quantity)
          }
          expect([settledNet, settledTax]).toEqual([net, tax])
        },
      ),
      { numRuns: runs(100) },
    )
  })
})

describe('a schedule that a credit note lowers', () => {
  const part = fc.record({
    instalment: fc.nat({ max: 9 }),
    amountMinor: fc.integer({ min: 0, max: 500 }).map(minorUnits),
    dueOn: fc.constantFrom(null, civilDate('2024-01-31'), civilDate('2024-02-29')),
  })
  const schedule = fc.uniqueArray(part, { maxLength: 6, selector: ({ instalment }) => instalment })
  const order = fc.constantFrom('lastFirst' as const, 'proportional' as const, 'nextFirst' as const)
  const sum = (parts: ReadonlyArray<{ readonly amountMinor: number }>): number =>
    parts.reduce((all, { amountMinor }) => all + amountMinor, 0)

  it('keeps its sum: what is left and what was taken are what was there [inv 7]', () => {
    fc.assert(
      fc.property(schedule, fc.nat({ max: 3000 }), order, (before, amount, by) => {
        const { schedule: after, restMinor } = reduceSchedule(before, amount, by)
        expect(sum(after) + (amount - restMinor)).toBe(sum(before))
        expect(restMinor).toBe(Math.max(0, amount - sum(before)))
        expect(after.every(({ amountMinor }) => amountMinor > 0)).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })

  it('raises no instalment, and keeps each one’s number and due day', () => {
    fc.assert(
      fc.property(schedule, fc.nat({ max: 3000 }), order, (before, amount, by) => {
        for (const left of reduceSchedule(before, amount, by).schedule) {
          const was = before.find(({ instalment }) => instalment === left.instalment)
          expect(was?.dueOn).toBe(left.dueOn)
          expect(left.amountMinor).toBeLessThanOrEqual(was?.amountMinor ?? -1)
        }
      }),
      { numRuns: runs(100) },
    )
  })
})
