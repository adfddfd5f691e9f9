import * as E from 'fp-ts/lib/Either.js'
import type { LateFeeRule, PaymentTerms } from '../shared/index.ts'
import { clampRule, isRateAbove, type JurisdictionRules } from './jurisdiction.ts'
import { worstOnItem, worstOnOrder, worstShare } from './worst-fees.ts'

/** Late fees that the law does not allow, with every rule that could pass a bound and which one. */
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

/** Late fee rules that hold together, and what else matters to the law about them. */
export interface AgreedFees {
  /** Names the terms or the clause that they stand in, in a refusal. */
  readonly termsId: string
  readonly graceDays: number
  /** How many instalments an item has; null where it is not known. */
  readonly parts: number | null
  readonly lateFees: ReadonlyArray<LateFeeRule>
}

/**
 * The rules by which fees could pass a bound. A rule is held by its own cap, which counts the fees of all
 * rules, or else by the worst that it can come to; several without a cap add up.
 */
const breakers = (
  rules: ReadonlyArray<LateFeeRule>,
  bound: number | null,
  capOf: (rule: LateFeeRule) => number | null,
  worstOf: (rule: LateFeeRule) => number | null,
): ReadonlyArray<LateFeeRule> => {
  if (bound === null) return []
  const isCapped = (rule: LateFeeRule): boolean => (capOf(rule) ?? Infinity) <= bound
  const free = rules.filter((rule) => !isCapped(rule))
  const alone = free.filter((rule) => (worstOf(rule) ?? Infinity) > bound)
  if (alone.length > 0) return alone
  const highestCap = Math.max(0, ...rules.filter(isCapped).map((rule) => capOf(rule) ?? 0))
  const together = free.reduce((sum, rule) => sum + (worstOf(rule) ?? 0), highestCap)
  return together > bound ? free : []
}

const excessOf = (
  { graceDays, parts, lateFees }: AgreedFees,
  { feeCap, minNoticeDays }: JurisdictionRules,
): CapExceeded['rules'] => {
  const cap = feeCap ?? {
    perItemMinor: null,
    percentOfOrderBasisPoints: null,
    absoluteMinor: null,
    annualRate: null,
  }
  const daysTo = ({ afterDays }: LateFeeRule): number =>
    Math.max(0, graceDays) + Math.max(1, afterDays)
  const passed: ReadonlyArray<readonly [LegalBound, ReadonlyArray<LateFeeRule>]> = [
    [
      'perItem',
      breakers(
        lateFees,
        cap.perItemMinor,
        ({ caps }) => caps.perItemMinor,
        (rule) => worstOnItem(rule, parts),
      ),
    ],
    [
      'percentOfOrder',
      breakers(
        lateFees,
        cap.percentOfOrderBasisPoints,
        ({ caps }) => caps.percentOfOrderBasisPoints,
        worstShare,
      ),
    ],
    [
      'absolute',
      breakers(lateFees, cap.absoluteMinor, ({ caps }) => caps.absoluteMinor, worstOnOrder),
    ],
    ['annualRate', lateFees.filter(({ fee }) => isRateAbove(fee, cap.annualRate))],
    ['notice', lateFees.filter((rule) => daysTo(rule) < minNoticeDays)],
  ]
  return lateFees
    .map((rule) => ({
      ruleId: rule.ruleId,
      bounds: passed.filter(([, rules]) => rules.includes(rule)).map(([bound]) => bound),
    }))
    .filter(({ bounds }) => bounds.length > 0)
}

/**
 * Holds late fee rules against the law of a place.
 *
 * Shape: the rules as they are where they cannot pass a bound; else, as the law's own setting says, the
 * rules held to its bounds, or a refusal that names each rule and bound.
 * Rejects: `CapExceeded`. Source: domain 0-11.
 */
export const holdFeesToLaw = (
  law: JurisdictionRules,
  agreed: AgreedFees,
): E.Either<CapExceeded, ReadonlyArray<LateFeeRule>> => {
  const { termsId, graceDays, lateFees } = agreed
  const rules = excessOf(agreed, law)
  if (rules.length === 0) return E.right(lateFees)
  const { jurisdictionId } = law
  return law.onExcess === 'reject'
    ? E.left({ type: 'CapExceeded', termsId, jurisdictionId, rules })
    : E.right(lateFees.map((rule) => clampRule(rule, graceDays, law)))
}

/** Holds terms against the law of a place, as `holdFeesToLaw` does their late fees. */
export const holdToLaw = (
  law: JurisdictionRules,
  terms: PaymentTerms,
): E.Either<CapExceeded, PaymentTerms> => {
  const held = holdFeesToLaw(law, { ...terms, parts: terms.parts.length })
  return E.isLeft(held) ? held : E.right({ ...terms, lateFees: held.right })
}

/** The refusal in one sentence. */
export const explainCapExceeded = (refusal: CapExceeded): string => {
  const rules = refusal.rules.map(({ ruleId, bounds }) => `${ruleId} (${bounds.join(', ')})`)
  return `The late fees of ${refusal.termsId} pass what ${refusal.jurisdictionId} allows: ${rules.join('; ')}.`
}
