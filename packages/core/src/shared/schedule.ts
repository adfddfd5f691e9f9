import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { addDays, addMonths, endOfMonth } from './calendar.ts'
import type { CivilDate } from './civil-date.ts'
import { minorUnits } from './make.ts'
import { allocate, basisPointsOf } from './money.ts'
import type { DueRule, Instalment, PaymentTerms } from './terms.ts'
import { unreachable } from './unreachable.ts'

/** The due day of one rule, counted from the anchor. Weakly monotone in the anchor (invariant 19). */
export const dueDay = (rule: DueRule, anchor: CivilDate): CivilDate => {
  switch (rule.kind) {
    case 'onReceipt':
      return anchor
    case 'netDays':
      return addDays(anchor, rule.days)
    case 'netMonths':
      return addMonths(anchor, rule.months)
    case 'endOfMonth':
      return addDays(endOfMonth(addMonths(anchor, rule.monthsAhead)), rule.plusDays)
    case 'fixed':
      return rule.on
    default:
      return unreachable(rule)
  }
}

/** Why terms cannot be used: named at load, so that no invoice meets them. */
export type TermsFault =
  | { readonly type: 'NoParts'; readonly termsId: string }
  | { readonly type: 'NotOneBalance'; readonly termsId: string; readonly balances: number }
  | { readonly type: 'ShareAboveWhole'; readonly termsId: string; readonly basisPoints: number }

/** The fault in words that end a sentence. */
export const explainTermsFault = (fault: TermsFault): string => {
  switch (fault.type) {
    case 'NoParts':
      return `terms ${fault.termsId} have no parts`
    case 'NotOneBalance':
      return `terms ${fault.termsId} have ${fault.balances} balance parts instead of one`
    case 'ShareAboveWhole':
      return `the shares of terms ${fault.termsId} add up to ${fault.basisPoints} basis points`
    default:
      return unreachable(fault)
  }
}

/** Checks what a codec cannot: there is exactly one balance part, and percents leave room for it. */
export const checkTerms = (terms: PaymentTerms): Either<TermsFault, PaymentTerms> => {
  const { termsId, parts } = terms
  if (parts.length === 0) return left({ type: 'NoParts', termsId })
  const balances = parts.filter((part) => part.share.kind === 'balance').length
  if (balances !== 1) return left({ type: 'NotOneBalance', termsId, balances })
  const basisPoints = parts.reduce(
    (sum, { share }) => sum + (share.kind === 'percent' ? share.basisPoints : 0),
    0,
  )
  if (basisPoints > 10_000) return left({ type: 'ShareAboveWhole', termsId, basisPoints })
  return right(terms)
}

/**
 * The dated instalments of a total under terms, in order of due day. Σ amounts = total.
 *
 * Shape: fixed and percent parts take what is left at most (a fixed part above the total is clamped);
 * the balance part takes the rest; a part of zero is dropped unless it is the only one.
 * Units: minor units; percents round half up, once a part. `terms` must have passed `checkTerms`.
 * Source: domain 3.1 and edge cases 1 to 5.
 */
export const scheduleFor = (
  terms: PaymentTerms,
  totalMinor: number,
  anchor: CivilDate,
): ReadonlyArray<Instalment> => {
  let left = totalMinor
  const amounts = terms.parts.map(({ share }) => {
    if (share.kind === 'balance') return undefined
    const wanted =
      share.kind === 'fixed'
        ? share.amountMinor
        : basisPointsOf(totalMinor, share.basisPoints, 'halfUp')
    const amount = Math.min(left, wanted)
    left -= amount
    return amount
  })
  const dated = terms.parts
    .map(({ due }, index) => ({ amountMinor: amounts[index] ?? left, dueOn: dueDay(due, anchor) }))
    .filter((part, _, all) => part.amountMinor > 0 || all.length === 1)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return dated.map(({ amountMinor, dueOn }, index) => ({
    instalment: index + 1,
    amountMinor: minorUnits(amountMinor),
    dueOn,
  }))
}

/**
 * A total in `count` equal instalments by largest remainder, the first due day given. Σ amounts = total.
 *
 * Shape: where the total has fewer units than there are instalments, the parts of zero are dropped,
 * unless nothing would be left. Source: domain 3.4, edge cases 2 and 3.
 */
export const equalInstalments = (
  totalMinor: number,
  count: number,
  firstDueOn: CivilDate,
  every: { readonly days: number } | { readonly months: number },
): ReadonlyArray<Instalment> =>
  allocate(
    totalMinor,
    Array.from({ length: count }, () => 1),
  )
    .map((amountMinor, index) => ({
      instalment: index + 1,
      amountMinor: minorUnits(amountMinor),
      dueOn:
        'days' in every
          ? addDays(firstDueOn, every.days * index)
          : addMonths(firstDueOn, every.months * index),
    }))
    .filter((part, index) => part.amountMinor > 0 || index === 0)
