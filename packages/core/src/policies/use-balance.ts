import {
  leftoverMinor,
  openItems,
  pendingOn,
  wasTakenByHand,
  type Item,
  type Receivables,
} from '../receivables/index.ts'
import type { ChangeId, CivilDate, ItemId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked } from './policy.ts'
import type { Found } from './read-dossier.ts'

/** The change by which an item takes what is left over: one for ever. */
const balanceFor = (itemId: ItemId): ChangeId => causedBy('use cash', 'balance', itemId)

/**
 * Whether cash is left over that is for a person to set: it was taken off this item by hand, or off another one
 * since this one was opened.
 */
const isLeftToPersons = (account: Receivables, { itemId, openedOn }: Item): boolean =>
  [...account.payments].some(([paymentId, { leftMinor, freedOn }]) => {
    if (leftMinor === 0) return false
    const isLater = openedOn !== null && freedOn > openedOn
    return wasTakenByHand(account, paymentId, isLater ? null : itemId)
  })

/**
 * Lets an item that is new take what is left over of earlier money.
 *
 * Shape: one that was opened before it and did not take its part yet goes first, so that no two ask for the
 * same unit, whichever of them is met first. `restMinor`: what of an item the cash named for it leaves open.
 */
export const useBalances = (
  { customerId }: Dossier,
  { account, currency, item: newest }: Found,
  effectiveOn: CivilDate,
  restMinor: (item: Item) => number,
): ReadonlyArray<Asked> => {
  let leftMinor = leftoverMinor(account)
  const asked: Asked[] = []
  for (const item of openItems(account)) {
    if (leftMinor === 0) break
    const { itemId } = item
    const changeId = balanceFor(itemId)
    const isFree =
      !account.changes.has(changeId) &&
      pendingOn(account, itemId) === undefined &&
      !isLeftToPersons(account, item)
    const takenMinor = isFree ? Math.min(leftMinor, restMinor(item)) : 0
    leftMinor -= takenMinor
    const about = { effectiveOn, customerId, currency, changeId, itemId }
    if (takenMinor > 0)
      asked.push({ room: 'receivables', key: changeId, command: { type: 'UseBalance', ...about } })
    if (itemId === newest.itemId) break
  }
  return asked
}
