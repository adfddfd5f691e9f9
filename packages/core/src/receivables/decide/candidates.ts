import * as E from 'fp-ts/lib/Either.js'
import { unreachable, type CivilDate, type ItemId } from '../../shared/index.ts'
import type { Allocation, Ordering } from '../allocation.ts'
import { inDueOrder } from '../instalment-balances.ts'
import { itemBalances, openMinor, type Item } from '../item.ts'
import type { ReceivablesRejection } from '../rejections.ts'
import { isKnown, itemOf, openItems, type Receivables } from '../state.ts'
import type { AllocatedBy } from '../values.ts'

/** A place for money: what one instalment of an item has open; instalment null: its charges and fees. */
export interface Slot {
  readonly item: Item
  readonly instalment: number | null
  readonly roomMinor: number
  readonly dueOn: CivilDate | null
  readonly by: AllocatedBy
}

/** An item with what its place among others depends on. */
interface Ranked {
  readonly item: Item
  readonly roomMinor: number
  /** Its first due day, paid or not, so that a part payment moves no item. */
  readonly dueOn: CivilDate | null
}

type Order<A> = (a: A, b: A) => number

const compare = <A extends string | number>(a: A, b: A): number => (a < b ? -1 : a > b ? 1 : 0)
/** A day that is not known comes after every day that is. */
const dayKey = (day: string | null): string => day ?? '~'

const byDue: Order<Pick<Slot, 'dueOn'>> = (a, b) => compare(dayKey(a.dueOn), dayKey(b.dueOn))
const byNewestDue: Order<Ranked> = (a, b) =>
  a.dueOn === null || b.dueOn === null ? byDue(a, b) : compare(b.dueOn, a.dueOn)
const byIssued: Order<Pick<Slot, 'item'>> = (a, b) =>
  compare(dayKey(a.item.openedOn), dayKey(b.item.openedOn))
const bySize: Order<Ranked> = (a, b) => compare(b.roomMinor, a.roomMinor)
const byId: Order<Pick<Slot, 'item'>> = (a, b) => compare(a.item.itemId, b.item.itemId)

/** Sorts by the first order that tells two apart; equals keep their order. */
const sorted = <A>(values: ReadonlyArray<A>, orders: ReadonlyArray<Order<A>>): ReadonlyArray<A> =>
  values.toSorted((a, b) => {
    for (const order of orders) {
      const result = order(a, b)
      if (result !== 0) return result
    }
    return 0
  })

/** An item's instalments as places of their own, in the order in which its cash fills them. */
export const slotsOf = (item: Item, by: AllocatedBy): ReadonlyArray<Slot> => {
  const [only] = item.schedule
  // Most items have one instalment and nothing upon it.
  if (only !== undefined && item.schedule.length === 1 && item.amountMinor === only.amountMinor)
    if (item.chargedMinor === 0 && item.feesMinor === 0 && item.interestMinor === 0) {
      const { instalment, dueOn } = only
      return [{ item, instalment, roomMinor: openMinor(item), dueOn, by }]
    }
  return itemBalances(item).parts.map(({ instalment, dueOn, openMinor: roomMinor }) => ({
    item,
    instalment,
    roomMinor,
    dueOn,
    by,
  }))
}

const ranked = (item: Item): Ranked => ({
  item,
  roomMinor: openMinor(item),
  dueOn: inDueOrder(item.schedule)[0]?.dueOn ?? null,
})

const orders: Readonly<Record<Exclude<Ordering, 'oldestDue'>, ReadonlyArray<Order<Ranked>>>> = {
  oldestIssued: [byIssued, byDue, byId],
  largest: [bySize, byDue, byIssued, byId],
  currentFirst: [byNewestDue, byIssued, byId],
}

/**
 * The places that an ordering fills, ties broken by due day, issue, and id.
 *
 * `oldestDue` goes from instalment to instalment over all items, so that an item's later instalments
 * wait for the earlier ones of others, and cash in parts pays what cash in one sum would. The others go
 * from item to item.
 */
const inOrderOf = (items: ReadonlyArray<Item>, then: Allocation['then']): ReadonlyArray<Slot> => {
  switch (then) {
    case 'none':
      return []
    case 'oldestDue':
      return sorted(
        items.flatMap((item) => slotsOf(item, then)),
        [byDue, byIssued, byId],
      )
    case 'oldestIssued':
    case 'largest':
    case 'currentFirst':
      return sorted(items.map(ranked), orders[then]).flatMap(({ item }) => slotsOf(item, then))
    default:
      return unreachable(then)
  }
}

/** The places that an allocation fills, in its order: named items first, once each, then the others. */
export const candidates = (state: Receivables, allocation: Allocation): ReadonlyArray<Slot> => {
  const { named, then } = allocation
  if (named.length === 0) return inOrderOf(openItems(state), then)
  const ids = new Set(named)
  const first = [...ids].flatMap((itemId) => itemOf(state, itemId) ?? [])
  const others = then === 'none' ? [] : openItems(state).filter(({ itemId }) => !ids.has(itemId))
  return [...first.flatMap((item) => slotsOf(item, 'named')), ...inOrderOf(others, then)]
}

/** As `candidates`, where the command exists only to allocate: it must name known items and find room. */
export const candidatesWithRoom = (
  state: Receivables,
  allocation: Allocation,
): E.Either<ReceivablesRejection, ReadonlyArray<Slot>> => {
  const { named } = allocation
  const unknown = named.find((itemId: ItemId) => !isKnown(state, itemId))
  if (unknown !== undefined) return E.left({ type: 'UnknownItem', itemId: unknown })
  const slots = candidates(state, allocation).filter(({ roomMinor }) => roomMinor > 0)
  return slots.length === 0
    ? E.left({ type: 'NothingOpen', itemId: named[0] ?? null })
    : E.right(slots)
}
