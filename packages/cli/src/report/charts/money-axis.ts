import { decimalsOf, type Currency } from '@tenure/core/shared'

const steps: ReadonlyArray<readonly [least: number, suffix: string]> = [
  [1e9, ' bn'],
  [1e6, ' m'],
  [1e3, ' k'],
]

/** Whole units of money for a chart: `1.5 m`. For the eye only; tables are exact. */
export const shortMoney = (units: number): string => {
  const step = steps.find(([least]) => Math.abs(units) >= least)
  if (step === undefined) return String(Math.round(units * 100) / 100)
  return `${Math.round((units / step[0]) * 10) / 10}${step[1]}`
}

/** Minor units as the float that a chart's scale needs. */
export const chartUnits = (amountMinor: number | null, currency: Currency): number =>
  (amountMinor ?? 0) / 10 ** decimalsOf(currency)
