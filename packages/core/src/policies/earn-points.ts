import type { EarningEvidence, LoyaltyAccount } from '../loyalty/index.ts'
import { creditNeeded, termsOfOrder, totalOfOrder } from '../order/index.ts'
import { openMinor, type Item, type Receivables } from '../receivables/index.ts'
import { earningId, minorUnits, type Currency, type OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import { daysLate, latestPaid, type PaidDays } from './on-time.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { invoiceOfItem, itemsOfOrder, loyaltyOf, orderOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'
import { orderOfItem, settledBy } from './settled-item.ts'

const name = 'earn points'

/** A deed that an order is. */
type OrderEvidence = Exclude<EarningEvidence, { readonly kind: 'referral' }>

/** The name of what an order earns for one reason: an order earns once for each. */
export const earningOf = (kind: OrderEvidence['kind'], orderId: OrderId) =>
  earningId(joined(kind, orderId))

const sum = <A>(all: ReadonlyArray<A>, of: (one: A) => number): number =>
  all.reduce((total, one) => total + of(one), 0)

/** What of an item was paid with credit that points had bought. */
const storeCreditOn = ({ credits }: Receivables, { itemId }: Item): number =>
  sum([...credits.values()], ({ kind, applications }) =>
    kind === 'storeCredit' ? (applications.get(itemId)?.amountMinor ?? 0) : 0,
  )

/** Paid with money for what was sold, fees apart. */
const paidForGoods = ({ paidMinor, paidBeside }: Item): number =>
  paidMinor -
  (paidBeside === null
    ? 0
    : paidBeside.costsMinor + paidBeside.feesMinor + paidBeside.interestMinor)

/** The money that an order's items brought and the house keeps: what credit notes give back is not. */
export const keptMinor = (account: Receivables, items: ReadonlyArray<Item>): number =>
  sum(items, (item) => {
    const own = item.creditedMinor - storeCreditOn(account, item)
    return paidForGoods(item) - Math.max(0, (account.noted.get(item.itemId) ?? 0) - own)
  })

/** Whether all of the order was billed, and all of that paid, credited or discounted: nothing given up. */
const isPaidInFull = (dossier: Dossier, orderId: OrderId, items: ReadonlyArray<Item>): boolean => {
  const order = orderOf(dossier, orderId)
  if (order === undefined || items.length === 0) return false
  const billedMinor = sum(items, ({ amountMinor }) => amountMinor)
  return (
    (order.ended === 'closed' || billedMinor >= totalOfOrder(order)) &&
    items.every(
      (item) => openMinor(item) === 0 && item.writtenOffMinor === 0 && item.assignedMinor === 0,
    )
  )
}

/** The days of the item of the order that came latest against its terms. */
const latestOf = (dossier: Dossier, items: ReadonlyArray<Item>): PaidDays | undefined => {
  let latest: PaidDays | undefined
  for (const item of items) {
    const paid = latestPaid(item, invoiceOfItem(dossier, item)?.terms?.graceDays ?? 0)
    if (paid === undefined) continue
    if (latest === undefined || daysLate(paid) > daysLate(latest)) latest = paid
  }
  return latest
}

const isPostpaid = (dossier: Dossier, orderId: OrderId): boolean => {
  const order = orderOf(dossier, orderId)
  const terms = order === undefined ? null : termsOfOrder(order)
  return order !== undefined && terms !== null && creditNeeded(terms, totalOfOrder(order)) > 0
}

/** What is known of the deeds by which a paid order may earn. */
const evidenceOf = (
  dossier: Dossier,
  orderId: OrderId,
  account: Receivables,
  currency: Currency,
): ReadonlyArray<OrderEvidence> => {
  const items = itemsOfOrder(dossier, orderId)
  if (!isPaidInFull(dossier, orderId, items)) return []
  const paidWithPointsMinor = minorUnits(sum(items, (item) => storeCreditOn(account, item)))
  const totalMinor = minorUnits(Math.max(0, keptMinor(account, items)) + paidWithPointsMinor)
  const about = { orderId, currency, paidWithPointsMinor }
  const purchase = { kind: 'purchase', ...about, netMinor: totalMinor } as const
  const days = latestOf(dossier, items)
  if (days === undefined || daysLate(days) > 0 || !isPostpaid(dossier, orderId)) return [purchase]
  const openMinor = minorUnits(0)
  return [purchase, { kind: 'postpaidPayment', ...about, totalMinor, openMinor, ...days }]
}

const triggerOf = ({ kind }: OrderEvidence) =>
  kind === 'postpaidPayment' ? 'postpaidPaidOnTime' : kind

/** Whether the rule gives anything for a deed that has earned nothing yet. */
const earns = (
  evidence: OrderEvidence,
  { loyalty }: TradeRules,
  account: LoyaltyAccount,
): boolean => {
  const earning = loyalty?.earnings.find(({ trigger }) => trigger === triggerOf(evidence))
  if (earning === undefined || account.lots.has(earningOf(evidence.kind, evidence.orderId)))
    return false
  if (earning.rate.kind === 'fixed') return true
  const whole = evidence.kind === 'purchase' ? evidence.netMinor : evidence.totalMinor
  const { points, perMinor } = earning.rate
  return ((whole - evidence.paidWithPointsMinor) * points) / perMinor >= 1
}

const react = (happened: Happened, dossier: Dossier, rules: TradeRules): ReadonlyArray<Asked> => {
  const settled = settledBy(happened, dossier)
  const account = loyaltyOf(dossier)
  const { loyalty: rule } = rules
  if (settled === undefined || rule === null || account?.isEnrolled !== true) return []
  if (settled.currency !== rule.currency) return []
  const orderId = orderOfItem(dossier, settled.item)
  if (orderId === null) return []
  return evidenceOf(dossier, orderId, settled.account, settled.currency)
    .filter((evidence) => earns(evidence, rules, account))
    .map((evidence): Asked => {
      const earned = earningOf(evidence.kind, orderId)
      const about = { effectiveOn: settled.on, customerId: dossier.customerId, rule }
      return {
        room: 'loyalty',
        key: causedBy(name, earned),
        command: { type: 'EarnPoints', ...about, earningId: earned, evidence },
      }
    })
}

/**
 * An order that is paid in full earns points: for the purchase, and for a post-paid one that was paid in
 * time, instalment by instalment. What points paid for earns none.
 *
 * Source: domain 0-18; 3.3, policy 4; edge case 77.
 */
export const earnPoints: Policy = { name, react }
