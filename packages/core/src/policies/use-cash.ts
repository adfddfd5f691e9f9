import {
  onlyTo,
  openItems,
  openMinor,
  wasTakenByHand,
  type Item,
  type Payment,
} from '../receivables/index.ts'
import {
  itemId,
  type ChangeId,
  type CivilDate,
  type Currency,
  type ItemId,
  type PaymentId,
} from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy, joined } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { findItem, receivablesOf, type Found } from './read-dossier.ts'
import { orderOfItem } from './settled-item.ts'
import type { TradeRules } from './rules.ts'
import { useBalances } from './use-balance.ts'

const name = 'use cash'

const freeMinor = ({ leftMinor, heldMinor }: Pick<Payment, 'leftMinor' | 'heldMinor'>): number =>
  Math.max(0, leftMinor - heldMinor)

const allocate = (
  { customerId }: Dossier,
  paymentId: PaymentId,
  allocation: TradeRules['allocation'],
  {
    changeId,
    ...about
  }: {
    readonly changeId: ChangeId
    readonly currency: Currency
    readonly effectiveOn: CivilDate
  },
): Asked => ({
  room: 'receivables',
  key: changeId,
  command: { type: 'AllocatePayment', customerId, ...about, changeId, paymentId, allocation },
})

/** Cash that came with no word on what it pays, or more than it was named for, finds open items. */
const allocateReceipt = (
  dossier: Dossier,
  rules: TradeRules,
  event: {
    readonly paymentId: PaymentId
    readonly currency: Currency
    readonly effectiveOn: CivilDate
  },
): ReadonlyArray<Asked> => {
  const { paymentId, currency, effectiveOn } = event
  const account = receivablesOf(dossier, currency)
  const payment = account?.payments.get(paymentId)
  if (account === undefined || payment === undefined || payment.reversed) return []
  const waits = payment.forItemId !== null && findItem(dossier, payment.forItemId) === undefined
  if (waits || freeMinor(payment) === 0 || openItems(account).length === 0) return []
  // What a person took off an item is theirs to set, however late the receipt is told again.
  if (wasTakenByHand(account, paymentId, null)) return []
  const changeId = causedBy(name, 'allocate', paymentId)
  if (rules.allocation.ordering === 'none' || account.changes.has(changeId)) return []
  return [allocate(dossier, paymentId, rules.allocation, { changeId, currency, effectiveOn })]
}

/** The cash that was paid for the item's order before there was an item, as far as the item takes it. */
const allocateNamed = (
  dossier: Dossier,
  { account, currency, item }: Found,
  effectiveOn: CivilDate,
): { readonly asked: ReadonlyArray<Asked>; readonly restMinor: number } => {
  let restMinor = openMinor(item)
  const orderId = orderOfItem(dossier, item)
  const named = orderId === null ? [] : (account.earmarked.get(itemId(joined(orderId))) ?? [])
  const asked = named.flatMap((paymentId) => {
    const payment = account.payments.get(paymentId)
    const left = payment === undefined ? 0 : freeMinor(payment)
    const changeId = causedBy(name, 'named', paymentId, item.itemId)
    if (left === 0 || restMinor === 0 || account.changes.has(changeId)) return []
    if (wasTakenByHand(account, paymentId, item.itemId)) return []
    restMinor = Math.max(0, restMinor - left)
    const about = { changeId, currency, effectiveOn }
    return [allocate(dossier, paymentId, onlyTo(item.itemId), about)]
  })
  return { asked, restMinor }
}

/** A new item takes the cash that was paid for its order, then what is left over of earlier money. */
const payNewItem = (
  dossier: Dossier,
  opened: ItemId,
  effectiveOn: CivilDate,
): ReadonlyArray<Asked> => {
  const found = findItem(dossier, opened)
  if (found === undefined || openMinor(found.item) === 0) return []
  const named = allocateNamed(dossier, found, effectiveOn)
  const restMinor = (item: Item) =>
    allocateNamed(dossier, { ...found, item }, effectiveOn).restMinor
  return [...named.asked, ...useBalances(dossier, found, effectiveOn, restMinor)]
}

/**
 * Sets money against what is owed: a receipt against the open items by the house's rule, and earlier
 * receipts and credit against an item that is new.
 *
 * Shape: cash that its payer named for an order, or for an item to come, waits for it. Each receipt, and
 * each item, is looked at once; what a person took back from an item does not come there again. Source: domain 3.3, policy 4; edge cases 26 and 27.
 */
export const useCash: Policy = {
  name,
  react: ({ event }, dossier, rules) => {
    switch (event.type) {
      case 'PaymentReceived':
        return allocateReceipt(dossier, rules, event)
      case 'ItemOpened':
        return payNewItem(dossier, event.itemId, event.effectiveOn)
      default:
        return []
    }
  },
}
