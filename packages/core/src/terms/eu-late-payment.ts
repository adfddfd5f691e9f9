import {
  minorUnits,
  noFeeCaps,
  text,
  type LateFeeRule,
  type MinorUnits,
  type Ratio,
} from '../shared/index.ts'

/** Eight percentage points above the reference rate. */
const aboveReference = ({ numerator, denominator }: Ratio): Ratio => ({
  numerator: numerator * 100 + 8 * denominator,
  denominator: denominator * 100,
})

/**
 * Late payment between businesses under Directive 2011/7/EU, as two rules.
 *
 * Shape: simple interest of the reference rate + 8 percentage points from the day after the due day, charged
 * every `everyDays` days; and a fixed sum for recovery costs, once an invoice: EUR 40, or what it is in
 * another currency. The reference rate is that of the half-year and comes as data.
 * Source: Directive 2011/7/EU, articles 2, 3 and 6.
 */
export const euLatePayment = (given: {
  readonly referenceRate: Ratio
  readonly everyDays: number
  readonly fixedMinor?: MinorUnits
  readonly version: number
}): ReadonlyArray<LateFeeRule> => {
  const common = {
    version: given.version,
    orderBand: null,
    per: 'invoice',
    base: 'principalOnly',
    minMinor: minorUnits(0),
    caps: noFeeCaps,
    rounding: 'halfUp',
  } as const
  return [
    {
      ...common,
      ruleId: text('eu-2011-7-fixed'),
      afterDays: 1,
      fee: { kind: 'flat', amountMinor: given.fixedMinor ?? minorUnits(4000) },
      repeatEveryDays: null,
      maxTimes: 1,
    },
    {
      ...common,
      ruleId: text('eu-2011-7-interest'),
      afterDays: given.everyDays,
      fee: {
        kind: 'dailyInterest',
        annualRate: aboveReference(given.referenceRate),
        dayCount: 'actual365',
      },
      repeatEveryDays: given.everyDays,
      maxTimes: null,
    },
  ]
}
