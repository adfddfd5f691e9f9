import * as E from 'fp-ts/lib/Either.js'
import { unreachable, type ItemId } from '../../shared/index.ts'
import type { Allocation } from '../commands.ts'
import { itemDueOn, openMinor, type Item } from '../item.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import { itemOf, openItems, type Receivables } from '../state.ts'

type Order = (a: Item, b: Item) => number

const compare = <A extends string | number>(a: A, b: A): number => (a < b ? -1 : a > b ? 1 : 0)
/** A day that is not known comes after every day that is. */
const dayKey = (day: string | null): string => day ?? '~'

const byId: Order = (a, b) => compare(a.itemId, b.itemId)
const byIssued: Order = (a, b) => compare(dayKey(a.openedOn), dayKey(b.openedOn))
const bySize: Order = (a, b) => compare(openMinor(b), openMinor(a))

const inOrder = (items: ReadonlyArray<Item>, kind: 'oldestDue' | 'oldestIssued' | 'largest') => {
  const due = new Map(items.map((item) => [item.itemId, dayKey(itemDueOn(item))]))
  const byDue: Order = (a, b) => compare(due.get(a.itemId) ?? '', due.get(b.itemId) ?? '')
  const orders: Record<typeof kind, ReadonlyArray<Order>> = {
    oldestDue: [byDue, byIssued, byId],
    oldestIssued: [byIssued, byDue, byId],
    largest: [bySize, byDue, byIssued, byId],
  }
  return items.toSorted((a, b) => {
    for (const order of orders[kind]) {
      const result = order(a, b)
      if (result !== 0) return result
    }
    return 0
  })
}

/** The known items that a payer named, once each, in the order named. */
const named = (state: Receivables, itemIds: ReadonlyArray<ItemId>): ReadonlyArray<Item> =>
  [...new Set(itemIds)].flatMap((itemId) => itemOf(state, itemId) ?? [])

/** The items that an allocation fills, in its order; ties are broken by due day, issue, and id. */
export const candidates = (state: Receivables, allocation: Allocation): ReadonlyArray<Item> => {
  switch (allocation.kind) {
    case 'none':
      return []
    case 'named':
      return named(state, allocation.itemIds)
    case 'oldestDue':
    case 'oldestIssued':
    case 'largest':
      return inOrder(openItems(state), allocation.kind)
    default:
      return unreachable(allocation)
  }
}

/** As `candidates`, where the command exists only to allocate: it must name known items and find room. */
export const candidatesWithRoom = (
  state: Receivables,
  allocation: Allocation,
): E.Either<ReceivablesRejection, ReadonlyArray<Item>> => {
  const itemIds = allocation.kind === 'named' ? allocation.itemIds : []
  const unknown = itemIds.find((itemId) => itemOf(state, itemId) === undefined)
  if (unknown !== undefined) return E.left({ type: 'UnknownItem', itemId: unknown })
  const items = candidates(state, allocation).filter((item) => openMinor(item) > 0)
  return items.length === 0
    ? E.left({ type: 'NothingOpen', itemId: itemIds[0] ?? null })
    : E.right(items)
}
