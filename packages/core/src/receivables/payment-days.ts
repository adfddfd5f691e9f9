import { daysBetween, unreachable, type CivilDate } from '../shared/index.ts'

/** Which of a payment's days decides whether it came in time: a rule of the house, or of the agreement. */
export type PaidBy = 'initiated' | 'valueDate' | 'settled'

/** The days that `PaymentReceived` keeps. */
export interface PaymentDays {
  /** The bank's value day. */
  readonly effectiveOn: CivilDate
  readonly initiatedOn: CivilDate | null
  readonly settledOn: CivilDate | null
}

/** The day on which a payment counts as made. A day that is not known is the value day. */
export const paidOn = (by: PaidBy, { effectiveOn, initiatedOn, settledOn }: PaymentDays) => {
  switch (by) {
    case 'initiated':
      return initiatedOn ?? effectiveOn
    case 'valueDate':
      return effectiveOn
    case 'settled':
      return settledOn ?? effectiveOn
    default:
      return unreachable(by)
  }
}

/** By how many days a payment came late, 0 in time. Units: civil days. Source: domain 2-14, edge case 31. */
export const daysPaidLate = (
  by: PaidBy,
  payment: PaymentDays,
  dueOn: CivilDate,
  graceDays: number,
): number => Math.max(0, daysBetween(dueOn, paidOn(by, payment)) - graceDays)
