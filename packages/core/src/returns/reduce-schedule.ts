import {
  allocate,
  ascendingDays,
  minorUnits,
  unreachable,
  type Instalment,
} from '../shared/index.ts'

/** Which instalments a credit note takes from first, as a policy value; the default is the last one. */
export type ReductionOrder = 'lastFirst' | 'proportional' | 'nextFirst'

/** A credit note's two parts: what lowers a debt that is still open, and what was paid and goes back. */
export interface CreditSplit {
  readonly prePaymentMinor: number
  readonly postPaymentMinor: number
}

/**
 * Splits a credit note at what is open: the debt is lowered first, the rest is owed to the customer.
 * Σ parts = the credit note. Source: domain 3.3, policy 8; Stripe's pre- and post-payment credit notes.
 */
export const splitCredit = (openMinor: number, creditMinor: number): CreditSplit => {
  const prePaymentMinor = Math.min(Math.max(0, openMinor), creditMinor)
  return { prePaymentMinor, postPaymentMinor: creditMinor - prePaymentMinor }
}

/** By due day; what has no due day yet comes last. */
const byDueDay = (a: Instalment, b: Instalment): number =>
  ascendingDays(a.dueOn, b.dueOn) || a.instalment - b.instalment

/** Takes the amount from the parts one after another, each down to nothing. */
const takeInTurn = (parts: ReadonlyArray<number>, amountMinor: number): ReadonlyArray<number> => {
  let left = amountMinor
  return parts.map((part) => {
    const taken = Math.min(part, left)
    left -= taken
    return taken
  })
}

/** What each part, the earliest due first, gives. */
const takenFrom = (
  parts: ReadonlyArray<number>,
  amountMinor: number,
  order: ReductionOrder,
): ReadonlyArray<number> => {
  switch (order) {
    case 'nextFirst':
      return takeInTurn(parts, amountMinor)
    case 'lastFirst':
      return takeInTurn(parts.toReversed(), amountMinor).toReversed()
    case 'proportional':
      return amountMinor === 0 ? parts.map(() => 0) : allocate(amountMinor, parts)
    default:
      return unreachable(order)
  }
}

/** A schedule after a credit note, and what of the credit note it could not take. */
export interface Reduction {
  readonly schedule: ReadonlyArray<Instalment>
  readonly restMinor: number
}

/**
 * Lowers a schedule of open instalments by a credit note.
 *
 * Units: minor units. Shape: Σ schedule after + what was taken = Σ schedule before, and what was taken +
 * `restMinor` = the amount. Instalments keep their number and due day; those that come down to nothing are
 * left out; the rest stand in order of due day. Source: domain 3.3, policy 8; edge case 6.
 */
export const reduceSchedule = (
  schedule: ReadonlyArray<Instalment>,
  amountMinor: number,
  order: ReductionOrder,
): Reduction => {
  const dated = schedule.filter((part) => part.amountMinor > 0).toSorted(byDueDay)
  const openMinor = dated.reduce((sum, part) => sum + part.amountMinor, 0)
  const { prePaymentMinor, postPaymentMinor } = splitCredit(openMinor, amountMinor)
  const taken = takenFrom(
    dated.map((part) => part.amountMinor),
    prePaymentMinor,
    order,
  )
  return {
    schedule: dated.flatMap((part, index) => {
      const left = part.amountMinor - (taken[index] ?? 0)
      return left > 0 ? [{ ...part, amountMinor: minorUnits(left) }] : []
    }),
    restMinor: postPaymentMinor,
  }
}
