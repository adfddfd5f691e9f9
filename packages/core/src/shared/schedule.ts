import { ascendingDays } from './ascending.ts'
import { addDays, addMonths } from './calendar.ts'
import type { CivilDate } from './civil-date.ts'
import { knownAnchor, partDueDay, type AnchorDays } from './due-day.ts'
import { minorUnits } from './make.ts'
import { allocate, basisPointsOf } from './money.ts'
import { ratioOf } from './ratio.ts'
import type { Instalment, PaymentTerms, Share } from './terms.ts'
import { unreachable } from './unreachable.ts'

/** What a share asks for on its own; undefined where it takes of the rest. */
const wantedMinor = (share: Share, totalMinor: number): number | undefined => {
  switch (share.kind) {
    case 'fixed':
      return share.amountMinor
    case 'percent':
      return basisPointsOf(totalMinor, share.basisPoints, 'halfUp')
    case 'ratio':
      return ratioOf(totalMinor, share.ratio, 'halfUp')
    case 'equal':
    case 'balance':
      return undefined
    default:
      return unreachable(share)
  }
}

/**
 * A total split by the shares of terms, in the order of the parts. Σ amounts = total.
 *
 * Shape: fixed, percent and ratio parts take what is left at most (a fixed part above the total is
 * clamped); the balance takes the rest, shared with the `equal` parts by largest remainder.
 * Units: minor units; percents and ratios round half up, once a part. `terms` must have passed
 * `checkTerms`. Source: domain 3.1 and edge cases 1 to 5.
 */
export const splitByShares = (
  { parts }: PaymentTerms,
  totalMinor: number,
): ReadonlyArray<number> => {
  let left = totalMinor
  const taken = parts.map(({ share }) => {
    const wanted = wantedMinor(share, totalMinor)
    if (wanted === undefined) return undefined
    const amount = Math.min(left, wanted)
    left -= amount
    return amount
  })
  const rest = allocate(
    left,
    taken.filter((amount) => amount === undefined).map(() => 1),
  ).values()
  return taken.map((amount) => amount ?? rest.next().value ?? 0)
}

/**
 * The dated instalments of a total under terms, in order of due day, those without one last.
 *
 * Shape: as `splitByShares`; a part of zero is dropped unless it is the only one. An instalment whose
 * day is not known yet, such as one that waits for a delivery, has none and is not due.
 */
export const scheduleBy = (
  terms: PaymentTerms,
  totalMinor: number,
  days: AnchorDays,
): ReadonlyArray<Instalment> => {
  const amounts = splitByShares(terms, totalMinor)
  return terms.parts
    .map((part, index) => ({
      amountMinor: amounts[index] ?? 0,
      dueOn: partDueDay(terms, part, days),
    }))
    .filter((part, _, all) => part.amountMinor > 0 || all.length === 1)
    .toSorted((a, b) => ascendingDays(a.dueOn, b.dueOn))
    .map(({ amountMinor, dueOn }, index) => ({
      instalment: index + 1,
      amountMinor: minorUnits(amountMinor),
      dueOn,
    }))
}

/** As `scheduleBy`, where only the day of the terms' own anchor is known. */
export const scheduleFor = (
  terms: PaymentTerms,
  totalMinor: number,
  anchorOn: CivilDate,
): ReadonlyArray<Instalment> => scheduleBy(terms, totalMinor, knownAnchor(terms.anchor, anchorOn))

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
