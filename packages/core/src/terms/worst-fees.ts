import type { LateFeeRule } from '../shared/index.ts'

const timesOf = ({ repeatEveryDays, maxTimes }: LateFeeRule): number | null =>
  repeatEveryDays === null ? Math.min(1, maxTimes ?? 1) : maxTimes

/** The most that one rule's own words let its fees on what is counted as one come to; null for no end. */
const worstOfScope = (rule: LateFeeRule): number | null => {
  const { fee } = rule
  const times = timesOf(rule)
  if (times === null) return null
  if (fee.kind === 'flat') return fee.amountMinor * times
  if (fee.kind !== 'steps') return null
  const taken = fee.amountsMinor.slice(0, times)
  const last = fee.amountsMinor.at(-1) ?? 0
  return taken.reduce((sum, amount) => sum + amount, 0) + last * (times - taken.length)
}

/** The most on one item of so many instalments; null for no end, or where their number is not known. */
export const worstOnItem = (rule: LateFeeRule, parts: number | null): number | null => {
  const worst = worstOfScope(rule)
  if (rule.per !== 'instalment') return worst
  return worst === null || parts === null ? null : worst * parts
}

/** The most on one order; null where it depends on how many invoices the order has. */
export const worstOnOrder = (rule: LateFeeRule): number | null =>
  rule.per === 'order' ? worstOfScope(rule) : null

/** The most in basis points of the order: its instalments and invoices share one principal. */
export const worstShare = (rule: LateFeeRule): number | null => {
  const { fee, base, minMinor } = rule
  const times = timesOf(rule)
  return times === null || fee.kind !== 'percent' || base === 'balance' || minMinor > 0
    ? null
    : fee.basisPoints * times
}
