import type { LoyaltyAccount } from '../loyalty/index.ts'
import { minorUnits, type CivilDate, type EarningId, type OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { earningOf, keptMinor } from './earn-points.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { findItem, itemsOfOrder, loyaltyOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { orderOfItem } from './settled-item.ts'

const name = 'take points back'

const earnings = (orderId: OrderId): ReadonlyArray<EarningId> => [
  earningOf('purchase', orderId),
  earningOf('postpaidPayment', orderId),
]

interface Undone {
  readonly cause: string
  readonly orderId: OrderId
  readonly on: CivilDate
  /** What of the order's money the house keeps; null: nothing counts any more. */
  readonly keptMinor: number | null
}

/** What of an earning goes with what was undone; null where nothing of it is left. */
const partOf = (
  account: LoyaltyAccount,
  earningId: EarningId,
  kept: number | null,
):
  { readonly kind: 'whole' } | { readonly kind: 'amount'; readonly amountMinor: number } | null => {
  const lot = account.lots.get(earningId)
  if (lot === undefined || lot.reversedPoints >= lot.earnedPoints) return null
  if (kept === null) return { kind: 'whole' }
  const part = lot.baseMinor - lot.returnedMinor - Math.max(0, kept)
  return part <= 0 ? null : { kind: 'amount', amountMinor: part }
}

const takeBack = (
  { cause, orderId, on, keptMinor: kept }: Undone,
  dossier: Dossier,
  { loyalty: rule }: TradeRules,
): ReadonlyArray<Asked> => {
  const account = loyaltyOf(dossier)
  if (account === undefined || rule === null) return []
  return earnings(orderId).flatMap((earningId) => {
    const part = partOf(account, earningId, kept)
    const changeId = causedBy(name, cause, earningId)
    if (part === null || account.changes.has(changeId)) return []
    const about = { effectiveOn: on, customerId: dossier.customerId, rule, changeId, earningId }
    const lost =
      part.kind === 'whole'
        ? part
        : ({ kind: 'amount', amountMinor: minorUnits(part.amountMinor) } as const)
    const command = { type: 'ReverseEarning', ...about, part: lost } as const
    return [{ room: 'loyalty', key: changeId, command }]
  })
}

const react = ({ event }: Happened, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  if (event.type === 'CreditBalanceIncreased') {
    const { creditId, itemId: noted, effectiveOn: on } = event
    const of = noted === null ? undefined : findItem(dossier, noted)
    const order = of === undefined ? null : orderOfItem(dossier, of.item)
    if (of === undefined || order === null) return []
    const kept = keptMinor(of.account, itemsOfOrder(dossier, order))
    return takeBack({ cause: creditId, orderId: order, on, keptMinor: kept }, dossier, rules)
  }
  if (event.type !== 'PaymentUnapplied') return []
  const { why, itemId, paymentId, effectiveOn: on } = event
  if (why !== 'reversal' && why !== 'chargeback') return []
  const found = findItem(dossier, itemId)
  const orderId = found === undefined ? null : orderOfItem(dossier, found.item)
  if (orderId === null) return []
  return takeBack({ cause: paymentId, orderId, on, keptMinor: null }, dossier, rules)
}

/**
 * Points go when what earned them is undone: all of an order whose payment went back, the returned part of
 * one whose goods came back.
 *
 * Source: domain 3.3, policies 6 and 8; edge case 77.
 */
export const takePointsBack: Policy = { name, react }
