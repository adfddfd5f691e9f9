import { runs } from '@tenure/house-rules/runs'
import { civilDate, endOfMonth, monthOf, type CivilDate } from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthlyCohorts, type MonthlyCohorts, type Sums } from '../src/index.ts'
import { rowsAt } from './rows-at.ts'
import { partOf, purchases, someDay } from '@tenure/testing/sales'
import { mustBeFinite } from './must-be-finite.ts'

const numRuns = runs(60)
const maturity = fc.constantFrom('complete' as const, 'observed' as const)

const forEachTable = (
  facts: fc.Arbitrary<ReadonlyArray<Known>>,
  holds: (table: MonthlyCohorts, facts: ReadonlyArray<Known>) => void,
) =>
  fc.assert(
    fc.asyncProperty(facts, someDay, maturity, async (history, asOf, kind) => {
      holds(monthlyCohorts(await rowsAt(history, asOf), { asOf, maturity: kind }), history)
    }),
    { numRuns },
  )

interface Order {
  readonly by: string
  readonly month: string
}

/** The orders that stand at a day, counted the plain way: order by order. */
const standing = (facts: ReadonlyArray<Known>, asOf: CivilDate): ReadonlyArray<Order> => {
  const orders = new Map<unknown, Order>()
  for (const { body } of facts) {
    if (body.effectiveOn > asOf || body.customerId === null || !('orderId' in body)) continue
    if (body.type === 'OrderPlaced')
      orders.set(body.orderId, { by: body.customerId, month: monthOf(body.effectiveOn) })
    else orders.delete(body.orderId)
  }
  return [...orders.values()]
}

const plainCells = (orders: ReadonlyArray<Order>): ReadonlyMap<string, ReadonlySet<string>> => {
  const first = new Map<string, string>()
  for (const { by, month } of orders)
    if (month < (first.get(by) ?? 'later than any')) first.set(by, month)
  const cells = new Map<string, Set<string>>()
  for (const { by, month } of orders) {
    const cell = `${first.get(by)} in ${month}`
    cells.set(cell, (cells.get(cell) ?? new Set()).add(by))
  }
  return cells
}

describe('for every history the rules can produce, a table of cohorts', () => {
  it('counts in each cell what counting order by order finds', () =>
    forEachTable(purchases, (table, facts) => {
      const shown = standing(facts, table.asOf).filter(({ month }) => month <= table.lastMonth)
      const cells = table.cohorts.flatMap((cohort) =>
        cohort.cells
          .filter(({ active }) => active > 0)
          .map(({ month, active }) => [`${cohort.month} in ${month}`, active] as const),
      )
      expect(new Map(cells)).toEqual(
        new Map([...plainCells(shown)].map(([cell, members]) => [cell, members.size])),
      )
      expect(
        table.cohorts.flatMap(({ cells }) => cells).reduce((sum, { orders }) => sum + orders, 0),
      ).toBe(shown.length)
      for (const { num, den } of table.cohorts.flatMap(({ cells }) =>
        cells.map(({ retention }) => retention),
      ))
        expect(num).toBeLessThanOrEqual(den)
    }))

  it('has sizes that add up to the customers, and rolling retention that only falls [inv 32]', () =>
    forEachTable(purchases, ({ cohorts, customers }) => {
      expect(cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)).toBe(customers)
      for (const cohort of cohorts) {
        let before = cohort.customers
        expect(cohort.cells[0]?.retention.value).toBe(1)
        for (const { active, rollingActive } of cohort.cells) {
          expect(rollingActive).toBeGreaterThanOrEqual(active)
          expect(rollingActive).toBeLessThanOrEqual(before)
          before = rollingActive
        }
        expect(cohort.cells.at(-1)?.rollingActive).toBe(cohort.cells.at(-1)?.active)
      }
    }))

  it('grows from month to month by its own account', () =>
    forEachTable(purchases, ({ growth }) => {
      let before = 0
      for (const month of growth) {
        expect(month.active).toBe(month.new + month.retained + month.resurrected)
        expect(before).toBe(month.retained + month.churned)
        expect(Math.min(month.new, month.resurrected, month.churned)).toBeGreaterThanOrEqual(0)
        before = month.active
      }
    }))

  it('holds every finished month complete, and only those', () =>
    forEachTable(purchases, ({ cohorts, maturity: kind, asOf, lastMonth }) => {
      for (const cell of cohorts.flatMap(({ cells }) => cells))
        expect(cell.complete).toBe(cell.month < monthOf(asOf) || asOf === endOfMonth(asOf))
      if (kind === 'observed') expect(lastMonth).toBe(monthOf(asOf))
      else expect(endOfMonth(civilDate(`${lastMonth}-01`)) <= asOf).toBe(true)
    }))
})

describe('for any part of a history in any order, a table of cohorts', () => {
  it('loses no order and no amount: shown and excluded are all there is', () =>
    fc.assert(
      fc.asyncProperty(partOf(purchases), someDay, maturity, async (facts, asOf, kind) => {
        const rows = await rowsAt(facts, asOf)
        const { cohorts, excluded } = monthlyCohorts(rows, { asOf, maturity: kind })
        const cells = cohorts.flatMap((cohort) => cohort.cells)
        const parts: ReadonlyArray<Sums> = Object.values(excluded)
        const all = [...rows.values()]
        const counted = all.flatMap((row) => [...row.orders.values()])
        expect(
          cells.reduce((sum, { orders }) => sum + orders, 0) +
            parts.reduce((sum, { orders }) => sum + orders, 0),
        ).toBe(counted.reduce((sum, orders) => sum + orders, 0))
        for (const currency of ['EUR', 'JPY']) {
          const of = (list: ReadonlyArray<{ currency: string; revenueMinor: number }>): number =>
            list.reduce((sum, one) => sum + (one.currency === currency ? one.revenueMinor : 0), 0)
          const net = all
            .flatMap((row) => [...row.netMinor])
            .flatMap(([code, months]) => (code === currency ? [...months.values()] : []))
          const left = parts.flatMap((part) =>
            part.net.map(({ currency, netMinor }) => ({ currency, revenueMinor: netMinor })),
          )
          expect(of(cells.flatMap(({ revenue }) => revenue)) + of(left)).toBe(
            net.reduce((sum, amount) => sum + amount, 0),
          )
        }
      }),
      { numRuns },
    ))

  it('holds no NaN and no infinity', () => forEachTable(partOf(purchases), (t) => mustBeFinite(t)))
})
