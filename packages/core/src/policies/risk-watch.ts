import { openMinor, itemOf, type Receivables } from '../receivables/index.ts'
import type { ItemId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import { daysLate, latestPaid } from './on-time.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { creditOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { settledBy } from './settled-item.ts'

const name = 'risk watch'

interface PaidItem {
  readonly itemId: ItemId
  readonly daysLate: number
}

/** The items of an account that were paid, in the order in which they were. */
const paidItems = (account: Receivables): ReadonlyArray<PaidItem> =>
  [...account.closed.keys()]
    .flatMap((itemId) => {
      const item = itemOf(account, itemId)
      if (item === undefined || openMinor(item) > 0 || item.paidMinor === 0) return []
      const paid = latestPaid(item, 0)
      return paid === undefined
        ? []
        : [{ itemId, daysLate: Math.max(0, daysLate(paid)), paidOn: paid.paidOn }]
    })
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))
    .map((paid) => ({ itemId: paid.itemId, daysLate: paid.daysLate }))

const react = (
  happened: Happened,
  dossier: Dossier,
  { risk: rule }: TradeRules,
): ReadonlyArray<Asked> => {
  const settled = settledBy(happened, dossier)
  const credit = creditOf(dossier)
  if (settled === undefined || credit === undefined || rule === null) return []
  const payments = paidItems(settled.account).slice(-rule.outOf)
  const late = payments.filter((paid) => paid.daysLate > rule.lateDays)
  const isLate = late.some(({ itemId }) => itemId === settled.item.itemId)
  const isUnderReview = [...credit.reviews.values()].some(({ completed }) => !completed)
  const changeId = causedBy(name, rule.ruleId, rule.version, settled.item.itemId)
  if (!isLate || late.length < rule.lateCount || isUnderReview || credit.changes.has(changeId))
    return []
  const about = { effectiveOn: settled.on, customerId: dossier.customerId, changeId }
  const command = { type: 'AssessRisk', ...about, rule, payments } as const
  return [{ room: 'credit', key: changeId, command }]
}

/**
 * Asks for a review of the credit of who pays late too often: when a late payment makes the count full.
 *
 * Shape: once for each item, and not while a review is open. What follows from a review is a person's; a lower
 * limit stops new orders and cancels none. Source: domain 1-41; 3.3, policy 11; edge case 68.
 */
export const riskWatch: Policy = { name, react }
