import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  minorUnits,
  net,
  noFeeCaps,
  text,
  type LateFeeRule,
  type PaymentTerms,
} from '../src/shared/index.ts'
import {
  coolingOffUntil,
  explainCapExceeded,
  holdFeesToLaw,
  holdToLaw,
  JurisdictionRules,
  lateFeesDue,
  loadStrict,
} from '../src/terms/index.ts'
import { day, question, tenOnce, told } from './terms-words.ts'

const law: JurisdictionRules = {
  jurisdictionId: text('example'),
  version: 1,
  feeCap: {
    perItemMinor: minorUnits(1500),
    percentOfOrderBasisPoints: 2500,
    absoluteMinor: null,
    annualRate: { numerator: 8, denominator: 100 },
  },
  onExcess: 'reject',
  coolingOffDays: 14,
  minNoticeDays: 10,
}
const clamping: JurisdictionRules = { ...law, onExcess: 'clamp' }
const fees = (...lateFees: ReadonlyArray<LateFeeRule>): PaymentTerms => ({ ...net(30), lateFees })
const lawful: LateFeeRule = {
  ...tenOnce,
  afterDays: 10,
  caps: { ...noFeeCaps, percentOfOrderBasisPoints: 2500 },
}
const usurious: LateFeeRule = {
  ...tenOnce,
  ruleId: text('usurious'),
  afterDays: 1,
  fee: {
    kind: 'dailyInterest',
    annualRate: { numerator: 1, denominator: 2 },
    dayCount: 'actual365',
  },
  repeatEveryDays: 30,
  maxTimes: null,
}

describe('terms under the law of a place', () => {
  it('stand as they are where no fee can pass a bound', () => {
    expect(holdToLaw(law, net(30))).toEqual(E.right(net(30)))
    expect(holdToLaw(law, fees(lawful))).toEqual(E.right(fees(lawful)))
    expect(holdToLaw({ ...law, feeCap: null, minNoticeDays: 0 }, fees(usurious))).toEqual(
      E.right(fees(usurious)),
    )
  })

  it('are refused where a fee is above the cap, with every rule and bound [0-11]', () => {
    const above = { ...lawful, fee: { kind: 'flat', amountMinor: minorUnits(1501) } } as const
    const refused = holdToLaw(law, fees(above, usurious))
    expect(refused).toEqual(
      E.left({
        type: 'CapExceeded',
        termsId: 'net-30-invoice',
        jurisdictionId: 'example',
        rules: [
          { ruleId: 'ten', bounds: ['perItem'] },
          { ruleId: 'usurious', bounds: ['perItem', 'percentOfOrder', 'annualRate', 'notice'] },
        ],
      }),
    )
    expect(E.isLeft(refused) && explainCapExceeded(refused.left)).toBe(
      'The late fees of net-30-invoice pass what example allows: ten (perItem); usurious (perItem, percentOfOrder, annualRate, notice).',
    )
    const atCap = { ...lawful, fee: { kind: 'flat', amountMinor: minorUnits(1500) } } as const
    expect(holdToLaw(law, fees(atCap))).toEqual(E.right(fees(atCap)))
  })

  it('are held to the cap where the place says so [0-11]', () => {
    expect(holdToLaw(clamping, fees(usurious))).toEqual(
      E.right(
        fees({
          ...usurious,
          afterDays: 10,
          fee: {
            ...usurious.fee,
            annualRate: { numerator: 8, denominator: 100 },
          } as LateFeeRule['fee'],
          caps: {
            perItemMinor: minorUnits(1500),
            percentOfOrderBasisPoints: 2500,
            absoluteMinor: null,
          },
        }),
      ),
    )
    const dear = { ...tenOnce, fee: { kind: 'flat', amountMinor: minorUnits(9900) } } as const
    const asked = { rules: [dear], orderTotalMinor: 4_000, jurisdiction: clamping }
    expect(told(lateFeesDue(question(asked)))).toEqual(['2026-02-10 1000 #1'])
    expect(told(lateFeesDue(question({ ...asked, orderTotalMinor: 40_000 })))).toEqual([
      '2026-02-10 1500 #1',
    ])
  })

  it('are judged by the worst that a rule can come to', () => {
    const bounds = (rule: Partial<LateFeeRule>) => {
      const held = holdToLaw({ ...law, minNoticeDays: 0 }, fees({ ...lawful, ...rule }))
      return E.isLeft(held) ? held.left.rules.flatMap((one) => one.bounds) : []
    }
    expect(bounds({ repeatEveryDays: 30, maxTimes: 2 })).toEqual(['perItem'])
    // A fee that does not come again comes once, whatever its rule would let it.
    expect(bounds({ repeatEveryDays: null, maxTimes: 5 })).toEqual([])
    expect(bounds({ repeatEveryDays: null, maxTimes: null })).toEqual([])
    const dear = { kind: 'flat', amountMinor: minorUnits(1501) } as const
    expect(bounds({ fee: dear, maxTimes: null })).toEqual(['perItem'])
    expect(bounds({ fee: dear, maxTimes: 0 })).toEqual([])
    expect(bounds({ repeatEveryDays: 30, maxTimes: null })).toEqual(['perItem'])
    const steps = { kind: 'steps', amountsMinor: [1000, 200].map(minorUnits) } as const
    expect(bounds({ fee: steps, repeatEveryDays: 7, maxTimes: 3 })).toEqual([])
    expect(bounds({ fee: steps, repeatEveryDays: 7, maxTimes: 5 })).toEqual(['perItem'])
    const falling = { kind: 'steps', amountsMinor: [900, 200, 100].map(minorUnits) } as const
    expect(bounds({ fee: falling, repeatEveryDays: 7, maxTimes: 6 })).toEqual([])
    expect(bounds({ fee: falling, repeatEveryDays: 7, maxTimes: 7 })).toEqual(['perItem'])
    const share = { kind: 'percent', basisPoints: 1000 } as const
    const perItem = { ...noFeeCaps, perItemMinor: minorUnits(1500) }
    const often = { fee: share, repeatEveryDays: 30, caps: perItem }
    expect(bounds({ ...often, maxTimes: 2 })).toEqual([])
    expect(bounds({ ...often, maxTimes: 3 })).toEqual(['percentOfOrder'])
    expect(bounds({ ...often, maxTimes: 2, minMinor: minorUnits(1) })).toEqual(['percentOfOrder'])
    expect(bounds({ ...often, maxTimes: 2, base: 'balance' })).toEqual(['percentOfOrder'])
    expect(bounds({ ...often, maxTimes: null })).toEqual(['percentOfOrder'])
    // A fixed sum may be any share of a small order.
    expect(bounds({ caps: noFeeCaps })).toEqual(['percentOfOrder'])
  })

  it('give notice: days of grace count, and a fee never comes on the due day', () => {
    const noticed = (graceDays: number, afterDays: number, minNoticeDays: number) => {
      const lateFees = [{ ...lawful, afterDays }]
      const agreed = { termsId: 'late clause', graceDays, parts: 1, lateFees }
      return E.isRight(holdFeesToLaw({ ...law, minNoticeDays }, agreed))
    }
    expect(noticed(4, 6, 10)).toBe(true)
    expect(noticed(3, 6, 10)).toBe(false)
    expect(noticed(0, 0, 1)).toBe(true)
    expect(noticed(0, 0, 2)).toBe(false)
    expect(noticed(0, 1, 2)).toBe(false)
  })

  it('may bear interest up to the rate of the law, in whatever fraction it is written', () => {
    const bearing = (numerator: number, denominator: number): LateFeeRule => ({
      ...lawful,
      fee: {
        kind: 'dailyInterest',
        annualRate: { numerator, denominator },
        dayCount: 'actual365',
      },
      caps: { ...lawful.caps, perItemMinor: minorUnits(1500) },
    })
    for (const lower of [bearing(1, 20), bearing(2, 25)])
      expect(holdToLaw(law, fees(lower))).toEqual(E.right(fees(lower)))
    expect(E.isLeft(holdToLaw(law, fees(bearing(9, 100))))).toBe(true)
  })

  it('keep what is lower than the law allows where they are held to it', () => {
    const lower = {
      ...usurious,
      fee: { ...usurious.fee, annualRate: { numerator: 1, denominator: 20 } },
      caps: { ...noFeeCaps, perItemMinor: minorUnits(1000), percentOfOrderBasisPoints: 9000 },
    } as LateFeeRule
    const flat = { ...lawful, afterDays: 12 }
    expect(holdToLaw(clamping, fees(lower, flat))).toEqual(
      E.right(
        fees(
          {
            ...lower,
            afterDays: 10,
            caps: { ...lower.caps, percentOfOrderBasisPoints: 2500 },
          },
          { ...flat, caps: { ...flat.caps, perItemMinor: minorUnits(1500) } },
        ),
      ),
    )
  })

  it('are judged together: two fees within the cap may pass it as one', () => {
    const eachWithin = [lawful, { ...lawful, ruleId: text('other') }]
    const held = (lateFees: ReadonlyArray<LateFeeRule>, parts: number | null) =>
      holdFeesToLaw(law, { termsId: 'late clause', graceDays: 0, parts, lateFees })
    const cap = (perItemMinor: number) => ({
      ...lawful.caps,
      perItemMinor: minorUnits(perItemMinor),
    })
    expect(held(eachWithin, 1)).toEqual(
      E.left({
        type: 'CapExceeded',
        termsId: 'late clause',
        jurisdictionId: 'example',
        rules: [
          { ruleId: 'ten', bounds: ['perItem'] },
          { ruleId: 'other', bounds: ['perItem'] },
        ],
      }),
    )
    // A cap of its own counts the other rule's fees; the other rule may come after it is reached.
    const capped = { ...lawful, ruleId: text('capped'), caps: cap(500) }
    expect(held([lawful, capped], 1)).toEqual(E.right([lawful, capped]))
    expect(E.isLeft(held([lawful, { ...capped, caps: cap(501) }], 1))).toBe(true)
    const each = { ...lawful, per: 'instalment' as const }
    expect(held([each], 1)).toEqual(E.right([each]))
    expect(E.isLeft(held([each], 2))).toBe(true)
    expect(E.isLeft(held([each], null))).toBe(true)
    const onOrder = {
      ...law,
      feeCap: {
        ...law.feeCap,
        perItemMinor: null,
        percentOfOrderBasisPoints: null,
        absoluteMinor: minorUnits(1000),
        annualRate: null,
      },
    }
    const bounds = (rule: LateFeeRule) => {
      const one = { termsId: 'late clause', graceDays: 0, parts: 1, lateFees: [rule] }
      const answer = holdFeesToLaw(onOrder, one)
      return E.isLeft(answer) ? answer.left.rules.flatMap((found) => found.bounds) : []
    }
    expect(bounds(lawful)).toEqual(['absolute'])
    expect(bounds({ ...lawful, per: 'order' })).toEqual([])
  })

  it('give the buyer time: to withdraw after the delivery, and before the first fee', () => {
    expect(coolingOffUntil(law, day('2026-03-20'))).toBe('2026-04-03')
    const noCap = { ...law, feeCap: null, onExcess: 'clamp' } as const
    const graced = question({ jurisdiction: noCap, graceDays: 4 })
    expect(told(lateFeesDue(graced))).toEqual(['2026-02-10 1000 #1'])
  })

  it('are loaded as strictly as terms [edge 81]', () => {
    expect(loadStrict(JurisdictionRules, { ...law, feeCap: { ...law.feeCap, perDay: 5 } })).toEqual(
      E.left([{ path: 'feeCap.perDay', reason: 'no rule reads this key' }]),
    )
    expect(loadStrict(JurisdictionRules, law)).toEqual(E.right(law))
  })
})
