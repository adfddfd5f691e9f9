import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import * as t from 'io-ts'
import { civilDate, currency } from '@tenure/core/shared'
import { realData } from '@tenure/house-rules/real-data'
import { historyOf, replay } from '@tenure/projection'
import { cdnowSales } from '@tenure/testing/sales'
import { describe, expect, it } from 'vitest'
import { averageOrderValue, customerValue, rfm, rfmSummary, type Rfm } from '../src/index.ts'

const Expected = t.type({
  calibration_frequency_histogram: t.record(t.string, t.number),
  holdout_transactions_total: t.number,
  raw: t.type({ rows: t.number, revenue_cents: t.number, customer_days: t.number }),
  rfm_sample_1516: t.type({ zbar: t.number }),
})

const sales = realData('cdnow-sample/CDNOW_sample.txt')
const table = realData('expected/cdnow-sample-rfm-days.csv')
const numbers = realData('expected/cdnow-sample.json')

const asOf = civilDate('1997-09-30')
const end = civilDate('1998-06-30')
const usd = currency('USD')

const bothCuts = async () => {
  const history = historyOf(cdnowSales(readFileSync(sales ?? '', 'utf8')))
  const cuts = [{ asOf }, { asOf: end }]
  const [calibration, holdout] = await replay(history, { customerValue }, cuts, { guard: true })
  return {
    calibration: calibration?.rows.customerValue ?? new Map(),
    holdout: holdout?.rows.customerValue ?? new Map(),
  }
}

const asked = async (): Promise<Rfm> => {
  const { calibration, holdout } = await bothCuts()
  return rfm(calibration, { currency: usd, asOf, holdout: { end, rows: holdout } })
}

const expectedNumbers = (): t.TypeOf<typeof Expected> => {
  const read = Expected.decode(JSON.parse(readFileSync(numbers ?? '', 'utf8')))
  if (E.isLeft(read)) throw new Error('expected/cdnow-sample.json lacks a field')
  return read.right
}

const found = sales !== undefined && table !== undefined && numbers !== undefined

// Source of every number: expected/cdnow-sample-rfm-days.csv and cdnow-sample.json, computed elsewhere
// from the same file (Fader and Hardie's 1/10 sample of CDNOW).
describe.runIf(found)(
  'the CDNOW sample, calibrated to 1997-09-30 and held out to 1998-06-30',
  () => {
    it('gives every column of the table for all 2,357 customers', async () => {
      const { customers } = await asked()
      const [header, ...lines] = readFileSync(table ?? '', 'utf8')
        .trim()
        .split(/\r?\n/)
      expect(header).toBe(
        'id,first_day,x,t_x_days,T_days,first_spend_cents,repeat_spend_cents,x_star,hold_spend_cents',
      )
      expect(lines).toHaveLength(2357)
      expect(
        customers.map((one) =>
          [
            one.customerId,
            one.firstOn,
            one.x,
            one.txDays,
            one.ageDays,
            one.firstSpendMinor,
            one.repeatSpendMinor,
            one.xStar,
            one.holdoutSpendMinor,
          ].join(','),
        ),
      ).toEqual(lines)
    })

    it('gives the histogram of frequencies, and the purchases of the holdout', async () => {
      const summary = rfmSummary(await asked())
      const expected = expectedNumbers()
      expect(
        Object.fromEntries(
          summary.frequencies.map(({ x, orMore, customers }) => [
            orMore ? `${x}+` : String(x),
            customers,
          ]),
        ),
      ).toEqual(expected.calibration_frequency_histogram)
      expect(summary.holdoutTransactions).toBe(expected.holdout_transactions_total)
      // The well-known totals of this sample: 946 repeaters, and 2,457 repeat days (not 2,603 orders).
      expect([summary.repeaters, summary.repeatTransactions]).toEqual([946, 2457])
    })

    it('gives the mean repeat spend as a float in cents, 0 where nothing was repeated', async () => {
      const { customers } = await asked()
      const one = customers.find(({ customerId }) => customerId === '1516')
      expect((one?.zbarMinor ?? 0) / 100).toBeCloseTo(expectedNumbers().rfm_sample_1516.zbar, 9)
      expect(customers.filter(({ x }) => x === 0).every(({ zbarMinor }) => zbarMinor === 0)).toBe(
        true,
      )
    })

    it('takes a purchase of nothing for a transaction that adds nothing', async () => {
      const { customers } = await asked()
      const free = ['0087', '0155', '0227', '0286', '1080', '1195', '1293', '2086']
      expect(
        customers
          .filter(({ firstSpendMinor }) => firstSpendMinor === 0)
          .map(({ customerId, x }) => [customerId, x]),
      ).toEqual(free.map((id) => [id, 0]))
    })

    it('adds up to the file: every row an order, every cent in the mean', async () => {
      const { holdout } = await bothCuts()
      const { rows, revenue_cents } = expectedNumbers().raw
      const question = { currency: usd, asOf: end, after: null }
      expect(averageOrderValue(holdout, question).averageOrderValue).toEqual({
        num: revenue_cents,
        den: rows,
        value: revenue_cents / rows,
      })
    })
  },
)
