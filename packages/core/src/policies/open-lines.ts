import type { OpenLine } from '../collections/index.ts'
import { paymentBehaviour, type DueItem } from '../customer/index.ts'
import {
  itemBalances,
  itemDueOn,
  itemOf,
  openItems,
  openMinor,
  pendingOn,
  type Item,
  type Receivables,
} from '../receivables/index.ts'
import { minorUnits, type CivilDate, type Currency, type ItemId } from '../shared/index.ts'
import { isToBeCollected } from './collect-by-mandate.ts'
import type { Dossier } from './dossier.ts'
import { invoiceOfItem, orderOf, receivablesOf } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

// The evidence that collections ask for, as it stands in the dossier at this moment.

const isReturning = new Set(['requested', 'approved', 'received', 'inspected'])

/** Why an item may not be asked for now, null where it may. */
const holdOf = (
  dossier: Dossier,
  account: Receivables,
  item: Item,
  rules: TradeRules,
): OpenLine['hold'] => {
  if (pendingOn(account, item.itemId) !== undefined) return 'collectionPending'
  const issued = invoiceOfItem(dossier, item)
  if (issued === undefined || issued === null) return null
  const { orderId, billFor } = issued
  if (orderId !== null) {
    if (orderOf(dossier, orderId)?.ended === 'cancelled') return 'cancelled'
    for (const { request, status } of dossier.states.returns.values())
      if (request?.orderId === orderId && isReturning.has(status)) return 'refund'
  }
  if (billFor.kind !== 'period') return null
  return isToBeCollected(dossier, item.itemId, rules) ? 'collectionPlanned' : null
}

/** One line for an item; where it is paid in instalments, one for each that is open and has its day. */
const linesOf = (item: Item, hold: OpenLine['hold']): ReadonlyArray<OpenLine> => {
  const { itemId, schedule } = item
  if (schedule.length > 1)
    return itemBalances(item).parts.flatMap((part) => {
      const { instalment, dueOn } = part
      if (dueOn === null || part.openMinor === 0) return []
      return [{ itemId, instalment, dueOn, openMinor: minorUnits(part.openMinor), hold }]
    })
  const dueOn = itemDueOn(item)
  const open = openMinor(item)
  if (dueOn === null || open === 0) return []
  return [{ itemId, instalment: null, dueOn, openMinor: minorUnits(open), hold }]
}

/** What is open in one currency and has a due day. */
export const openLines = (
  dossier: Dossier,
  currency: Currency,
  rules: TradeRules,
): ReadonlyArray<OpenLine> => {
  const account = receivablesOf(dossier, currency)
  if (account === undefined) return []
  return openItems(account).flatMap((item) => linesOf(item, holdOf(dossier, account, item, rules)))
}

/** The last day on which money came in on each item. */
const lastPaidOn = ({ payments }: Receivables): ReadonlyMap<ItemId, CivilDate> => {
  const days = new Map<ItemId, CivilDate>()
  for (const { applications } of payments.values())
    for (const [itemId, { on }] of applications) {
      const known = days.get(itemId)
      if (known === undefined || known < on) days.set(itemId, on)
    }
  return days
}

/**
 * How the customer pays, where reminders differ by it; null where nothing differs or nothing is known. It is
 * judged by the items that were paid and by those that are open, in all currencies.
 */
export const behaviourOf = (
  { states }: Dossier,
  { behaviour, reminders }: TradeRules,
  day: CivilDate,
): string | null => {
  if (behaviour === null || reminders === null || reminders.variants.length === 0) return null
  const items = [...states.receivables.values()].flatMap((account): ReadonlyArray<DueItem> => {
    const paid = [...lastPaidOn(account)].flatMap(([itemId, paidOn]) => {
      if (account.open.has(itemId)) return []
      const dueOn = dueDayOf(account, itemId)
      return dueOn === null ? [] : [{ itemId, instalment: 1, dueOn, paidOn }]
    })
    const open = openItems(account).flatMap((item) => {
      const dueOn = itemDueOn(item)
      return dueOn === null ? [] : [{ itemId: item.itemId, instalment: 1, dueOn, paidOn: null }]
    })
    return [...paid, ...open]
  })
  return paymentBehaviour(items, behaviour, day).paymentClass
}

const dueDayOf = (account: Receivables, itemId: ItemId): CivilDate | null => {
  const item = itemOf(account, itemId)
  return item === undefined ? null : (item.schedule.at(-1)?.dueOn ?? null)
}
