import { describe, expect, it } from 'vitest'
import {
  discountNet,
  termsOf,
  termsPart,
  type EarlyPay,
  type PaymentTerms,
} from '../src/shared/index.ts'
import {
  earlyDiscountMinor,
  earlyOffers,
  eligibleMinor,
  impliedRate,
  type EarlyPaymentQuestion,
} from '../src/terms/index.ts'
import { day, known } from './terms-words.ts'

const goods = { goodsMinor: 10_000, goodsTaxMinor: 0, extrasMinor: 0, extrasTaxMinor: 0 }
const issued = known({ invoicedOn: day('2026-03-01') })
const [offer] = earlyOffers(discountNet(200, 10, 30), goods, issued)
const ask = (asked: Partial<EarlyPaymentQuestion>): number =>
  earlyDiscountMinor({
    offer: offer ?? { untilOn: day('2026-03-11'), basisPoints: 0, eligibleMinor: 0 },
    paidOn: day('2026-03-11'),
    paymentMinor: 9_800,
    openMinor: 10_000,
    takenMinor: 0,
    ...asked,
  })

describe('2/10 N/30', () => {
  it('offers two percent until the tenth day after the invoice', () => {
    expect(offer).toEqual({
      part: 0,
      untilOn: '2026-03-11',
      basisPoints: 200,
      eligibleMinor: 10_000,
    })
  })

  it('lets 98 close 100 on day 10; on day 11 two stay open [2-11]', () => {
    expect(ask({})).toBe(200)
    expect(10_000 - 9_800 - ask({})).toBe(0)
    expect(ask({ paidOn: day('2026-03-12') })).toBe(0)
    expect(10_000 - 9_800 - ask({ paidOn: day('2026-03-12') })).toBe(200)
  })

  it('gives a partial payment no discount, and the rest one on the eligible part only [2-11]', () => {
    // Odoo #94050 took it on the whole. 500 paid first at full, then the rest within the days.
    const part = { paymentMinor: 50_000, openMinor: 100_000 }
    const thousand = { untilOn: day('2026-03-11'), basisPoints: 200, eligibleMinor: 100_000 }
    expect(ask({ ...part, offer: thousand })).toBe(0)
    expect(ask({ offer: thousand, openMinor: 50_000, paymentMinor: 49_000 })).toBe(1_000)
  })

  it('is taken once', () => {
    expect(ask({ openMinor: 200, paymentMinor: 196, takenMinor: 200 })).toBe(0)
    expect(ask({ takenMinor: 1 })).toBe(0)
  })

  it('is never more than what is open', () => {
    expect(ask({ openMinor: 0, paymentMinor: 0 })).toBe(0)
    expect(ask({ openMinor: 100, paymentMinor: 100 })).toBe(2)
  })

  it('costs who does not take it 37.24 percent a year, and 44.59 with interest on interest', () => {
    // 2/98 × 365/20, as an exact fraction.
    expect(impliedRate(200, 20)).toEqual({
      simple: { numerator: 73, denominator: 196 },
      effective: { numerator: 4459, denominator: 10_000 },
    })
    expect((73 / 196).toFixed(4)).toBe('0.3724')
    expect(impliedRate(200, 0)).toBeNull()
    expect(impliedRate(10_000, 20)).toBeNull()
    expect(impliedRate(9_999, 1)?.effective).toBeNull()
    expect(impliedRate(0, 20)).toEqual({
      simple: { numerator: 0, denominator: 1 },
      effective: { numerator: 0, denominator: 1 },
    })
  })
})

describe('what a discount is reckoned from', () => {
  const charged = {
    goodsMinor: 10_000,
    goodsTaxMinor: 2_200,
    extrasMinor: 500,
    extrasTaxMinor: 110,
  }
  it('is named by its base and its tax', () => {
    const of = (base: EarlyPay['base'], tax: EarlyPay['tax']) =>
      eligibleMinor({ basisPoints: 200, days: 10, base, tax }, charged)
    expect(of('net', 'excl')).toBe(10_000)
    expect(of('net', 'incl')).toBe(12_200)
    expect(of('gross', 'excl')).toBe(10_500)
    expect(of('gross', 'incl')).toBe(12_810)
  })

  it('is split over the parts as the total is, and none is offered before the anchor day', () => {
    const pay: EarlyPay = { basisPoints: 200, days: 5, base: 'net', tax: 'excl' }
    const terms: PaymentTerms = termsOf('two', 'delivery', [
      termsPart({ kind: 'percent', basisPoints: 3000 }, { kind: 'netDays', days: 10 }, pay),
      termsPart({ kind: 'balance' }, { kind: 'netDays', days: 30 }, { ...pay, days: 15 }),
    ])
    expect(earlyOffers(terms, charged, issued)).toEqual([])
    const delivered = known({ deliveredOn: day('2026-03-10') })
    expect(earlyOffers(terms, charged, delivered)).toEqual([
      { part: 0, untilOn: '2026-03-15', basisPoints: 200, eligibleMinor: 3_000 },
      { part: 1, untilOn: '2026-03-25', basisPoints: 200, eligibleMinor: 7_000 },
    ])
  })
})
