import { createHash } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  currency,
  deposit,
  fourTimesFourteenDays,
  minorUnits,
  monthly,
  net,
  text,
  totalOf,
} from '../src/shared/index.ts'
import {
  breakdownOf,
  bundlePriceMinor,
  canonicalJson,
  checkOptions,
  contentHash,
  explainOptionsFault,
  isIntact,
  linesNotQuoted,
  loadStrict,
  quoteOf,
  refundOfUnits,
  sha256,
  splitBundle,
  taxByRate,
  taxMinor,
  TermsOptions,
  termsOffered,
  taxWithin,
  type PriceParts,
  type QuoteQuestion,
} from '../src/terms/index.ts'
import { day, known } from './terms-words.ts'

describe('a bundle', () => {
  // Laptop, bag and antivirus for 999.99 together.
  const bundle = splitBundle(99_999, [90_000, 8_000, 5_000])

  it('is split over its lines without losing a unit [1-24]', () => {
    expect(bundle).toEqual([
      { listMinor: 90_000, discountMinor: 2_622, netMinor: 87_378 },
      { listMinor: 8_000, discountMinor: 233, netMinor: 7_767 },
      { listMinor: 5_000, discountMinor: 146, netMinor: 4_854 },
    ])
    expect(bundlePriceMinor(bundle)).toBe(99_999)
    // A part that comes back is paid back at its share of the bundle's price.
    expect(refundOfUnits(bundle[1]?.netMinor ?? 0, 1, { before: 0, now: 1 })).toBe(7_767)
  })

  it('pays back exactly its price when all of it comes back, in whatever steps [edge 7]', () => {
    const [three = { netMinor: 0 }, two = { netMinor: 0 }] = splitBundle(10_001, [6_000, 5_000])
    expect([three.netMinor, two.netMinor]).toEqual([5_455, 4_546])
    const oneByOne = [0, 1, 2].map((before) => refundOfUnits(three.netMinor, 3, { before, now: 1 }))
    expect(oneByOne).toEqual([1_818, 1_819, 1_818])
    const atOnce = refundOfUnits(two.netMinor, 2, { before: 0, now: 2 })
    expect(oneByOne.reduce((a, b) => a + b) + atOnce).toBe(10_001)
  })
})

describe('tax', () => {
  // Three lines of 0.55 at 10 %: 0.055 each and 0.165 together.
  const lines = [55, 55, 55].map((netMinor) => ({ netMinor, taxBasisPoints: 1000 }))

  it('differs by a cent or more by where it is rounded, so the method is named [edge 8]', () => {
    expect(taxMinor(lines, 'line')).toBe(18)
    expect(taxMinor(lines, 'global')).toBe(17)
    const parts: PriceParts = {
      lines: lines.map(({ netMinor, taxBasisPoints }) => ({
        grossMinor: netMinor,
        discountMinor: 0,
        taxBasisPoints,
      })),
      shipping: { netMinor: 0, taxBasisPoints: 0 },
      fees: { netMinor: 0, taxBasisPoints: 0 },
      taxRounding: 'line',
    }
    expect(breakdownOf(parts)).toMatchObject({ taxMinor: 18, taxRounding: 'line' })
    const global = breakdownOf({ ...parts, taxRounding: 'global' })
    expect(global).toMatchObject({ taxMinor: 17, taxRounding: 'global' })
    // A credit note over all lines by the invoice's own method gives back what was charged.
    for (const invoice of [breakdownOf(parts), global])
      expect(taxMinor(lines, invoice.taxRounding ?? 'line')).toBe(invoice.taxMinor)
  })

  it('is told by rate, in the order of the lines', () => {
    const mixed = [
      { netMinor: 1_000, taxBasisPoints: 2200 },
      { netMinor: 333, taxBasisPoints: 400 },
      { netMinor: 500, taxBasisPoints: 2200 },
    ]
    expect(taxByRate(mixed, 'global')).toEqual([
      { taxBasisPoints: 2200, netMinor: 1_500, taxMinor: 330 },
      { taxBasisPoints: 400, netMinor: 333, taxMinor: 13 },
    ])
    expect(taxMinor([{ netMinor: 5, taxBasisPoints: 1000 }], 'line', 'halfEven')).toBe(0)
  })

  it('within a price that holds it is found again', () => {
    expect(taxWithin(12_200, 2200)).toBe(2_200)
    expect(taxWithin(100, 2200)).toBe(18)
  })
})

const parts: PriceParts = {
  lines: [
    { grossMinor: 90_000, discountMinor: 4_005, taxBasisPoints: 2200 },
    // The warranty and the bag are seen before the purchase.
    { grossMinor: 4_999, discountMinor: 0, taxBasisPoints: 0 },
    { grossMinor: 8_000, discountMinor: 0, taxBasisPoints: 2200 },
  ],
  shipping: { netMinor: 990, taxBasisPoints: 2200 },
  fees: { netMinor: 150, taxBasisPoints: 0 },
  taxRounding: 'line',
}

describe('a price breakdown', () => {
  it('adds up to its total, with the tax rounded where it says [1-26]', () => {
    const breakdown = breakdownOf(parts)
    // 85,995, 8,000 and 990 at 22 %: 18,918.9, 1,760 and 217.8.
    expect(breakdown).toEqual({
      netMinor: 102_999,
      discountMinor: 4_005,
      taxMinor: 18_919 + 1_760 + 218,
      shippingMinor: 990,
      feesMinor: 150,
      taxRounding: 'line',
    })
    expect(totalOf(breakdown)).toBe(102_999 - 4_005 + 20_897 + 990 + 150)
    expect(breakdownOf({ ...parts, taxRounding: 'global' }).taxMinor).toBe(20_897)
  })
})

const asked: QuoteQuestion = {
  currency: currency('EUR'),
  breakdown: breakdownOf(parts),
  lineIds: ['laptop', 'warranty', 'bag'].map(text),
  terms: deposit(3000, 30),
  days: known({ invoicedOn: day('2026-04-10') }),
  charged: {
    goodsMinor: 98_994,
    goodsTaxMinor: 20_679,
    extrasMinor: 1_140,
    extrasTaxMinor: 218,
  },
  validUntil: day('2026-04-20'),
}

describe('a quote', () => {
  const quote = quoteOf(asked)

  it('shows the dated schedule before the buyer agrees, and bears a hash of all of it', () => {
    expect(quote.schedule).toEqual([
      { instalment: 1, amountMinor: 36_309, dueOn: '2026-04-10' },
      { instalment: 2, amountMinor: 84_722, dueOn: '2026-05-10' },
    ])
    expect(quote.totalMinor).toBe(121_031)
    expect(quote.quoteHash).toMatch(/^[0-9a-f]{64}$/)
    expect(quoteOf(asked).quoteHash).toBe(quote.quoteHash)
    expect(isIntact(quote)).toBe(true)
    const others = [
      quoteOf({ ...asked, terms: deposit(3001, 30) }),
      quoteOf({ ...asked, days: known({ invoicedOn: day('2026-04-11') }) }),
      quoteOf({ ...asked, validUntil: day('2026-04-21') }),
      quoteOf({ ...asked, currency: currency('USD') }),
    ]
    expect(new Set([quote, ...others].map(({ quoteHash }) => quoteHash)).size).toBe(5)
    // An acceptance that names another quote's hash does not fit this one.
    for (const { quoteHash } of others) expect(isIntact({ ...quote, quoteHash })).toBe(false)
    const [first, ...rest] = quote.schedule
    const later = [first, ...rest].flatMap((part) =>
      part === undefined ? [] : [{ ...part, dueOn: day('2026-06-30') }],
    )
    expect(isIntact({ ...quote, schedule: later })).toBe(false)
  })

  it('holds the add-ons too: a line that was not in it has no place on the invoice [1-27]', () => {
    expect(linesNotQuoted(quote, ['laptop', 'bag'].map(text))).toEqual([])
    expect(linesNotQuoted(quote, ['laptop', 'insurance'].map(text))).toEqual(['insurance'])
  })
})

describe('the hash of a content', () => {
  it('is SHA-256', () => {
    // FIPS 180-4 examples, and Node's own for texts around the ends of a block and in other scripts.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    const texts = [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 1000].map((count) => 'x'.repeat(count))
    // The first and last characters of one, two, three and four bytes.
    const ends = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff]
    texts.push(...ends.map((code) => String.fromCodePoint(code)))
    for (const written of [...texts, 'Übergrößenträger', 'سلام', 'оплата', '請求書', '😀€é'])
      expect(sha256(written)).toBe(createHash('sha256').update(written).digest('hex'))
  })

  it('does not depend on the order of keys, and does on the order of a list', () => {
    expect(canonicalJson({ b: [1, null], a: { d: 'x', c: true } })).toBe(
      '{"a":{"c":true,"d":"x"},"b":[1,null]}',
    )
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }))
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]))
    expect(() => contentHash({ a: undefined })).toThrow(TypeError)
  })
})

describe('terms by amount', () => {
  const options: TermsOptions = {
    optionsId: text('shop'),
    version: 1,
    bands: [
      {
        band: { fromMinor: minorUnits(0), belowMinor: minorUnits(10_000) },
        offered: [net(0)],
      },
      {
        band: { fromMinor: minorUnits(10_000), belowMinor: minorUnits(100_000) },
        offered: [net(0), fourTimesFourteenDays],
      },
      { band: { fromMinor: minorUnits(100_000), belowMinor: null }, offered: [monthly(12)] },
    ],
  }
  const names = (amountMinor: number) =>
    termsOffered(options, amountMinor).map(({ termsId }) => termsId)

  it('change at the edge of a band, whose first amount belongs to it [1-22]', () => {
    expect(names(9_999)).toEqual(['net-0-invoice'])
    expect(names(10_000)).toEqual(['net-0-invoice', '4x14'])
    expect(names(99_999)).toEqual(['net-0-invoice', '4x14'])
    expect(names(100_000)).toEqual(['12-monthly'])
  })

  it('offer instalments from the least amount on, that amount included [1-23]', () => {
    const isEligible = (amountMinor: number) => names(amountMinor).includes(text('4x14'))
    expect([9_999, 10_000].map(isEligible)).toEqual([false, true])
  })

  it('are sound where no band is empty or overlaps, and say so where one is not', () => {
    expect(checkOptions(options)).toEqual(E.right(options))
    expect(loadStrict(TermsOptions, JSON.parse(JSON.stringify(options)))).toEqual(E.right(options))
    const band = (from: number, below: number | null) => ({
      band: {
        fromMinor: minorUnits(from),
        belowMinor: below === null ? null : minorUnits(below),
      },
      offered: [net(0)],
    })
    const faults = [[band(5, 5)], [band(0, 10), band(9, 20)], [band(0, null), band(30, 40)]].map(
      (bands) => checkOptions({ ...options, bands }),
    )
    expect(faults).toEqual([
      E.left({ type: 'EmptyBand', optionsId: 'shop', fromMinor: 5 }),
      E.left({ type: 'BandsOverlap', optionsId: 'shop', fromMinor: 9 }),
      E.left({ type: 'BandsOverlap', optionsId: 'shop', fromMinor: 30 }),
    ])
    expect(faults.map((fault) => (E.isLeft(fault) ? explainOptionsFault(fault.left) : ''))).toEqual(
      [
        'the band of options shop from 5 on is empty',
        'the band of options shop from 9 on overlaps the one before',
        'the band of options shop from 30 on overlaps the one before',
      ],
    )
    const gap = { ...options, bands: [band(0, 10), band(20, 30)] }
    expect(checkOptions(gap)).toEqual(E.right(gap))
    expect(termsOffered(gap, 15)).toEqual([])
  })
})
