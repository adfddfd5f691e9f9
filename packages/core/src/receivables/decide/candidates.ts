import * as E from 'fp-ts/lib/Either.js'
import { unreachable, type CivilDate, type ItemId } from '../../shared/index.ts'
import type { Allocation } from '../commands.ts'
import { inDueOrder } from '../instalment-balances.ts'
import { itemBalances, openMinor, type Item } from '../item.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import { itemOf, openItems, type Receivables } from '../state.ts'

/** A place for money: what one item, or one instalment of it, has open. */
export interface Slot {
  readonly item: Item
  readonly roomMinor: number
  readonly dueOn: CivilDate | null
}

type Order = (a: Slot, b: Slot) => number

const compare = <A extends string | number>(a: A, b: A): number => (a < b ? -1 : a > b ? 1 : 0)
/** A day that is not known comes after every day that is. */
const dayKey = (day: string | null): string => day ?? '~'

const byDue: Order = (a, b) => compare(dayKey(a.dueOn), dayKey(b.dueOn))
const byIssued: Order = (a, b) => compare(dayKey(a.item.openedOn), dayKey(b.item.openedOn))
const bySize: Order = (a, b) => compare(b.roomMinor, a.roomMinor)
const byId: Order = (a, b) => compare(a.item.itemId, b.item.itemId)

/** An item as one slot. Its first due day breaks ties, paid or not, so that a part payment moves none. */
const whole = (item: Item): Slot => ({
  item,
  roomMinor: openMinor(item),
  dueOn: inDueOrder(item.schedule)[0]?.dueOn ?? null,
})

/** An item's instalments as slots of their own, in the order in which its cash fills them. */
const byInstalment = (item: Item): ReadonlyArray<Slot> =>
  itemBalances(item).parts.map(({ dueOn, openMinor: roomMinor }) => ({ item, roomMinor, dueOn }))

/** Sorts by the first order that tells two slots apart; equal slots keep their order. */
const inOrder = (slots: ReadonlyArray<Slot>, orders: ReadonlyArray<Order>): ReadonlyArray<Slot> =>
  slots.toSorted((a, b) => {
    for (const order of orders) {
      const result = order(a, b)
      if (result !== 0) return result
    }
    return 0
  })

/** The known items that a payer named, once each, in the order named. */
const named = (state: Receivables, itemIds: ReadonlyArray<ItemId>): ReadonlyArray<Item> =>
  [...new Set(itemIds)].flatMap((itemId) => itemOf(state, itemId) ?? [])

/**
 * The slots that an allocation fills, in its order; ties are broken by due day, issue, and id.
 *
 * `oldestDue` goes from instalment to instalment over all items, so that an item's later instalments
 * wait for the earlier ones of others, and cash in parts pays what cash in one sum would.
 */
export const candidates = (state: Receivables, allocation: Allocation): ReadonlyArray<Slot> => {
  switch (allocation.kind) {
    case 'none':
      return []
    case 'named':
      return named(state, allocation.itemIds).map(whole)
    case 'oldestDue':
      return inOrder(openItems(state).flatMap(byInstalment), [byDue, byIssued, byId])
    case 'oldestIssued':
      return inOrder(openItems(state).map(whole), [byIssued, byDue, byId])
    case 'largest':
      return inOrder(openItems(state).map(whole), [bySize, byDue, byIssued, byId])
    default:
      return unreachable(allocation)
  }
}

/** As `candidates`, where the command exists only to allocate: it must name known items and find room. */
export const candidatesWithRoom = (
  state: Receivables,
  allocation: Allocation,
): E.Either<ReceivablesRejection, ReadonlyArray<Slot>> => {
  const itemIds = allocation.kind === 'named' ? allocation.itemIds : []
  const unknown = itemIds.find((itemId) => itemOf(state, itemId) === undefined)
  if (unknown !== undefined) return E.left({ type: 'UnknownItem', itemId: unknown })
  const slots = candidates(state, allocation).filter(({ roomMinor }) => roomMinor > 0)
  return slots.length === 0
    ? E.left({ type: 'NothingOpen', itemId: itemIds[0] ?? null })
    : E.right(slots)
}
