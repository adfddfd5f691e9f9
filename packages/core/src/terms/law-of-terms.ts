import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { LateFeeRule, PaymentTerms } from '../shared/index.ts'
import { clampRule, isRateAbove, type JurisdictionRules } from './jurisdiction.ts'

/** Terms whose late fees the law does not allow, with every rule that could pass a bound and which one. */
export interface CapExceeded {
  readonly type: 'CapExceeded'
  readonly termsId: string
  readonly jurisdictionId: string
  readonly rules: ReadonlyArray<{
    readonly ruleId: string
    readonly bounds: ReadonlyArray<LegalBound>
  }>
}
export type LegalBound = 'perItem' | 'percentOfOrder' | 'absolute' | 'annualRate' | 'notice'

/** The most that a rule's own words let its fees on one item come to; null where they set no end. */
const worstMinor = (rule: LateFeeRule, parts: number): number | null => {
  const { fee, per, maxTimes, repeatEveryDays } = rule
  const times = repeatEveryDays === null ? 1 : maxTimes
  if (times === null) return null
  const scopes = per === 'instalment' ? parts : 1
  if (fee.kind === 'flat') return fee.amountMinor * times * scopes
  if (fee.kind !== 'steps') return null
  const last = fee.amountsMinor.at(-1) ?? 0
  const taken = fee.amountsMinor.slice(0, times).reduce((sum, amount) => sum + amount, 0)
  return (taken + last * Math.max(0, times - fee.amountsMinor.length)) * scopes
}

/** The most in basis points of the order, where the rule's words tell: instalments share one principal. */
const worstBasisPoints = (rule: LateFeeRule): number | null => {
  const { fee, base, maxTimes, repeatEveryDays, minMinor } = rule
  const times = repeatEveryDays === null ? 1 : maxTimes
  return times === null || fee.kind !== 'percent' || base === 'balance' || minMinor > 0
    ? null
    : fee.basisPoints * times
}

const isWithin = (own: number | null, worst: number | null, bound: number | null): boolean =>
  bound === null || (own !== null && own <= bound) || (worst !== null && worst <= bound)

const boundsPassed = (
  rule: LateFeeRule,
  { parts, graceDays }: PaymentTerms,
  { feeCap, minNoticeDays }: JurisdictionRules,
): ReadonlyArray<LegalBound> => {
  const isEarly = Math.max(0, graceDays) + Math.max(1, rule.afterDays) < minNoticeDays
  const notice: ReadonlyArray<LegalBound> = isEarly ? ['notice'] : []
  if (feeCap === null) return notice
  const { caps } = rule
  const worst = worstMinor(rule, parts.length)
  const share = worstBasisPoints(rule)
  const checks: ReadonlyArray<readonly [LegalBound, boolean]> = [
    ['perItem', isWithin(caps.perItemMinor, worst, feeCap.perItemMinor)],
    [
      'percentOfOrder',
      isWithin(caps.percentOfOrderBasisPoints, share, feeCap.percentOfOrderBasisPoints),
    ],
    ['absolute', isWithin(caps.absoluteMinor, worst, feeCap.absoluteMinor)],
    ['annualRate', !isRateAbove(rule.fee, feeCap.annualRate)],
  ]
  return [...checks.filter(([, holds]) => !holds).map(([bound]) => bound), ...notice]
}

/**
 * Holds terms against the law of a place.
 *
 * Shape: the terms as they are where no late fee rule can pass a bound; else, as the rules of the place say,
 * the same terms held to the bounds, or a refusal that names each rule and bound. A rule passes a bound
 * where neither its own cap nor its own words keep it below. Rejects: `CapExceeded`. Source: domain 0-11.
 */
export const holdToLaw = (
  law: JurisdictionRules,
  terms: PaymentTerms,
): Either<CapExceeded, PaymentTerms> => {
  const rules = terms.lateFees
    .map((rule) => ({ ruleId: rule.ruleId, bounds: boundsPassed(rule, terms, law) }))
    .filter(({ bounds }) => bounds.length > 0)
  if (rules.length === 0) return right(terms)
  const { jurisdictionId } = law
  if (law.onExcess === 'reject')
    return left({ type: 'CapExceeded', termsId: terms.termsId, jurisdictionId, rules })
  return right({
    ...terms,
    lateFees: terms.lateFees.map((rule) => clampRule(rule, terms.graceDays, law)),
  })
}

/** The refusal in one sentence. */
export const explainCapExceeded = (refusal: CapExceeded): string => {
  const rules = refusal.rules.map(({ ruleId, bounds }) => `${ruleId} (${bounds.join(', ')})`)
  return `The late fees of terms ${refusal.termsId} pass what ${refusal.jurisdictionId} allows: ${rules.join('; ')}.`
}
