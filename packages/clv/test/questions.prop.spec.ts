import { type Known, ratio, type Rows } from '@tenure/projection'
import { runs } from '@tenure/house-rules/runs'
import { currency, type CivilDate } from '@tenure/core/shared'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  averageOrderValue,
  historicClv,
  purchaseFrequency,
  rfm,
  rfmSummary,
  simpleClv,
  type CustomerValue,
  type Value,
} from '../src/index.ts'
import { rowsAt } from './rows-at.ts'
import { partOf, someDay } from '@tenure/testing/sales'
import { histories } from './histories.ts'

const numRuns = runs(60)
const eur = currency('EUR')

const mustBeFinite = (value: unknown, path = 'the answer'): void => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${path}: ${value}`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, held] of Object.entries(value)) mustBeFinite(held, `${path}.${key}`)
}

const forRowsOf = (
  facts: fc.Arbitrary<ReadonlyArray<Known>>,
  holds: (
    rows: Rows<CustomerValue>,
    asOf: CivilDate,
    facts: ReadonlyArray<Known>,
  ) => void | Promise<void>,
) =>
  fc.assert(
    fc.asyncProperty(facts, someDay, async (history, asOf) => {
      await holds(await rowsAt(history, asOf), asOf, history)
    }),
    { numRuns },
  )

const columns = (value: Value): ReadonlyArray<number> => [
  value.paidMinor,
  value.refundedMinor,
  value.reversedMinor,
  value.creditedMinor,
  value.writtenOffMinor,
  value.recoveredMinor,
  value.cashMinor,
  value.badDebtMinor,
  value.valueMinor,
]

describe('for every history, historic CLV', () => {
  // Domain invariant 33: historic CLV sums to the total.
  it('adds up, customers and nobody, to the total in every column', () =>
    forRowsOf(histories, (rows, asOf) => {
      const { customers, total, excluded } = historicClv(rows, { currency: eur, asOf })
      const all = [...customers, excluded.withoutCustomer].map(columns)
      expect(columns(total)).toEqual(
        columns(total).map((_, column) => all.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
      )
    }))

  it('is the cash of a plain ledger, less its bad debt', () =>
    forRowsOf(histories, (rows, asOf, facts) => {
      const sign = new Map([
        ['PaymentReceived', 1],
        ['PaymentReversed', -1],
        ['PaymentChargedBack', -1],
        ['ChargebackReversed', 1],
        ['RefundFailed', 1],
        ['RefundIssued', -1],
        ['ItemWrittenOff', -1],
        ['WriteOffRecovered', 1],
      ])
      let ledger = 0
      for (const { body } of facts)
        if ('currency' in body && body.currency === 'EUR' && body.effectiveOn <= asOf)
          ledger +=
            (sign.get(body.type) ?? 0) * ('amountMinor' in body ? Number(body.amountMinor) : 0)
      expect(historicClv(rows, { currency: eur, asOf }).total.valueMinor).toBe(ledger)
    }))

  it('is the same in total however customers are merged', () =>
    forRowsOf(histories, (rows, asOf) => {
      const survivors = new Map([
        ['ada', '__proto__'],
        ['constructor', '__proto__'],
      ])
      const { total } = historicClv(rows, { currency: eur, asOf })
      expect(historicClv(rows, { currency: eur, asOf, survivors }).total).toEqual(total)
    }))
})

describe('for every history, recency and frequency', () => {
  it('fit together, and spend adds up to what named customers ordered', () =>
    forRowsOf(histories, (rows, asOf) => {
      const { customers, excluded } = rfm(rows, { currency: eur, asOf })
      for (const { x, txDays, ageDays, zbarMinor, repeatSpendMinor } of customers) {
        expect(txDays).toBeLessThanOrEqual(ageDays)
        expect(txDays).toBeGreaterThanOrEqual(x)
        expect(x === 0).toBe(txDays === 0)
        expect(Math.round(zbarMinor * x)).toBe(repeatSpendMinor)
      }
      const spent = customers.reduce((sum, c) => sum + c.firstSpendMinor + c.repeatSpendMinor, 0)
      const { netMinor } = averageOrderValue(rows, { currency: eur, asOf, after: null })
      expect(spent + excluded.withoutCustomer.netMinor).toBe(netMinor)
      const { frequencies } = rfmSummary(rfm(rows, { currency: eur, asOf }), { orMoreFrom: 2 })
      expect(frequencies.reduce((sum, bin) => sum + bin.customers, 0)).toBe(customers.length)
    }))

  it('split every purchase that stands between calibration and holdout', () =>
    fc.assert(
      fc.asyncProperty(histories, someDay, someDay, async (facts, one, other) => {
        const [asOf, end] = one < other ? [one, other] : [other, one]
        // Without cancellations, since one of the holdout takes nothing off the calibration.
        const sold = facts.filter(({ body }) => body.type !== 'OrderCancelled')
        const holdout = { end, rows: await rowsAt(sold, end) }
        const split = rfm(await rowsAt(sold, asOf), { currency: eur, asOf, holdout })
        const whole = rfm(holdout.rows, { currency: eur, asOf: end })
        expect(
          split.customers.map(({ customerId, x, xStar }) => [customerId, x + (xStar ?? 0)]),
        ).toEqual(
          whole.customers
            .filter(({ firstOn }) => firstOn <= asOf)
            .map(({ customerId, x }) => [customerId, x]),
        )
        expect(split.excluded.customersOfHoldoutOnly).toBe(
          whole.customers.length - split.customers.length,
        )
      }),
      { numRuns },
    ))
})

describe('for any part of a history in any order', () => {
  it('no answer holds a NaN or an infinity', () =>
    forRowsOf(partOf(histories), (rows, asOf) => {
      const question = { currency: eur, asOf, after: null }
      const order = averageOrderValue(rows, question)
      const often = purchaseFrequency(rows, { ...question, perDays: 30 })
      const table = rfm(rows, { currency: eur, asOf, holdout: { end: asOf, rows } })
      mustBeFinite([order, often, table, rfmSummary(table), historicClv(rows, question)])
      for (const churn of [ratio(0, 0), ratio(0, 3), ratio(1, 3)])
        mustBeFinite(
          simpleClv({
            asOf,
            currency: eur,
            averageOrderValue: order.averageOrderValue,
            frequency: often.frequency,
            lifespan: { kind: 'fromChurn', churn },
          }),
        )
    }))
})
