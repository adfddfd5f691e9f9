import type { ChangeId, CivilDate, OrderId, Text } from '../shared/index.ts'
import type { Hold, CreditAccount } from './state.ts'

/** What the customer owes or will owe: reserved and used. */
export const exposureMinor = ({ reservedMinor, usedMinor }: CreditAccount): number =>
  reservedMinor + usedMinor

/** The limit in force; 0 where none was ever given. */
export const limitMinor = ({ limit }: CreditAccount): number => limit?.value ?? 0

/** What may still be reserved; below 0 where the limit was cut, or fees and recourse came on top. */
export const headroomMinor = (account: CreditAccount): number =>
  limitMinor(account) - exposureMinor(account)

/** What is still reserved for an order. */
export const reservedForMinor = ({ orders }: CreditAccount, orderId: OrderId): number =>
  orders.get(orderId)?.leftMinor ?? 0

/** Until when the newest decision holds, that day included; null where there is none, or it was no. */
export const decidedUntil = ({ decision }: CreditAccount): CivilDate | null =>
  decision?.value ?? null

/** The holds that stand, oldest first. */
export const standingHolds = (
  account: CreditAccount,
): ReadonlyArray<Hold & { readonly holdId: ChangeId }> =>
  [...account.holds]
    .filter(([, { lifted }]) => !lifted)
    .map(([holdId, hold]) => ({ holdId, ...hold }))

/** The override that lets the exposure rise to `toMinor` on a day, where there is one. */
export const overrideFor = (
  { overrides }: CreditAccount,
  toMinor: number,
  on: CivilDate,
): ChangeId | undefined => {
  for (const [overrideId, { since, until, upToMinor }] of overrides)
    if (since <= on && on <= until && (upToMinor === null || toMinor <= upToMinor))
      return overrideId
  return undefined
}

/** What of a checklist is not there, in the order of the checklist. */
export const missingReferences = (
  { references }: CreditAccount,
  checklist: ReadonlyArray<Text>,
): ReadonlyArray<Text> => checklist.filter((kind) => !references.has(kind))

/** The orders whose reservation is over on a day: never billed, and past their last day. */
export const expiredReservations = (
  { orders }: CreditAccount,
  on: CivilDate,
): ReadonlyArray<OrderId> =>
  [...orders]
    .filter(([, { leftMinor, expiresOn, billed }]) => leftMinor > 0 && !billed && expiresOn < on)
    .map(([orderId]) => orderId)
