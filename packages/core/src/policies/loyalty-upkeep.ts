import {
  earnedWithin,
  tierFor,
  windowFrom,
  type LoyaltyAccount,
  type LoyaltyRule,
} from '../loyalty/index.ts'
import type { TradeEvent } from '../rooms.ts'
import { addDays, addMonths, minorUnits, sumMinor, type CivilDate } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { loyaltyOf, receivablesOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

const name = 'loyalty upkeep'

/** The days on which lots are over that have points left: each the day after its last one. */
const expiryDays = ({ lots }: LoyaltyAccount): ReadonlyArray<CivilDate> => [
  ...new Set(
    [...lots.values()].flatMap(({ expiresOn, remainingPoints }) =>
      expiresOn === null || remainingPoints === 0 ? [] : addDays(expiresOn, 1),
    ),
  ),
]

/** Lots end on their own day; what came back to one that was over ends on the next look. */
const expire = (
  day: CivilDate,
  dossier: Dossier,
  account: LoyaltyAccount,
): ReadonlyArray<Asked> => {
  const { expiredThrough } = account
  const isNew = (on: CivilDate): boolean => expiredThrough === null || on > expiredThrough
  const over = expiryDays(account).filter((on) => on <= day)
  const days = new Set(over.map((on) => (isNew(on) ? on : day)).filter(isNew))
  return [...days].toSorted().map((effectiveOn): Asked => {
    const about = { effectiveOn, customerId: dossier.customerId }
    const key = causedBy(name, 'expire', dossier.customerId, effectiveOn)
    return { room: 'loyalty', key, command: { type: 'ExpireLots', ...about } }
  })
}

/** What the customer ordered within the window, without tax and without what was called off. */
const spentWithin = (
  { states }: Dossier,
  { currency }: LoyaltyRule,
  from: CivilDate,
  to: CivilDate,
) =>
  minorUnits(
    sumMinor(
      [...states.order.values()].flatMap(({ placed, ended }) =>
        placed === null || ended === 'cancelled' || placed.currency !== currency
          ? []
          : placed.on < from || placed.on > to
            ? []
            : placed.netMinor,
      ),
    ),
  )

/** Asks for the tier where what counts for it reached another one. */
const adjust = (
  day: CivilDate,
  dossier: Dossier,
  account: LoyaltyAccount,
  rule: LoyaltyRule,
): ReadonlyArray<Asked> => {
  const newest = account.tiers.at(-1)
  if (newest !== undefined && day <= newest.since) return []
  const from = windowFrom(rule, day)
  const spendMinor = rule.tierBasis === 'spend' ? spentWithin(dossier, rule, from, day) : null
  const reached = tierFor(rule, spendMinor ?? earnedWithin(account, from, day))
  if ((reached?.tier ?? null) === (newest?.tier ?? null)) return []
  const about = { effectiveOn: day, customerId: dossier.customerId, rule, spendMinor }
  const key = causedBy(name, 'tier', dossier.customerId, day)
  return [{ room: 'loyalty', key, command: { type: 'AdjustTier', ...about } }]
}

/** Points that buy credit become a credit note that the next bill uses. */
const grantCredit = (
  { redeemed, effectiveOn }: Extract<TradeEvent, { readonly type: 'PointsRedeemed' }>,
  dossier: Dossier,
): ReadonlyArray<Asked> => {
  if (redeemed.kind !== 'storeCredit' || redeemed.amountMinor === 0) return []
  const { creditId, currency, amountMinor } = redeemed
  if (receivablesOf(dossier, currency)?.credits.has(creditId) === true) return []
  const about = { effectiveOn, customerId: dossier.customerId, currency, creditId, amountMinor }
  const command = { type: 'GrantStoreCredit', ...about, reason: null } as const
  return [{ room: 'receivables', key: causedBy(name, 'credit', creditId), command }]
}

const react = (
  { event }: Happened,
  dossier: Dossier,
  { loyalty }: TradeRules,
): ReadonlyArray<Asked> => {
  if (event.type === 'PointsRedeemed') return grantCredit(event, dossier)
  const account = loyaltyOf(dossier)
  if (event.type !== 'OrderPlaced' || loyalty === null || account?.isEnrolled !== true) return []
  if (account.notedOrders.has(event.orderId)) return []
  const { effectiveOn, orderId } = event
  const about = { effectiveOn, customerId: dossier.customerId, orderId }
  const command = { type: 'NoteOrderTier', ...about } as const
  return [{ room: 'loyalty', key: causedBy(name, 'order', orderId), command }]
}

const due = (day: CivilDate, dossier: Dossier, { loyalty }: TradeRules): ReadonlyArray<Asked> => {
  const account = loyaltyOf(dossier)
  if (loyalty === null || account?.isEnrolled !== true) return []
  return [...expire(day, dossier, account), ...adjust(day, dossier, account, loyalty)]
}

/** Days on which a lot ends, or leaves the window of the tiers. */
const next = (day: CivilDate, dossier: Dossier, { loyalty }: TradeRules): CivilDate | null => {
  const account = loyaltyOf(dossier)
  if (loyalty === null || account === undefined) return null
  const leaving = [...account.lots.values()].flatMap(({ earnedOn }) => [
    earnedOn,
    addMonths(earnedOn, loyalty.tierWindowMonths),
    addDays(addMonths(earnedOn, loyalty.tierWindowMonths), 1),
  ])
  const spends = loyalty.tierBasis === 'spend' ? [addDays(day, 1)] : []
  return (
    [...expiryDays(account), ...leaving, ...spends].filter((on) => on > day).toSorted()[0] ?? null
  )
}

/**
 * Points end, tiers change, orders note the tier of their day, and points that buy credit become a credit note.
 *
 * Source: domain 1-07, 1-20, 1-21; invariant 36.
 */
export const loyaltyUpkeep: Policy = { name, react, due, next }
