import * as E from 'fp-ts/lib/Either.js'
import {
  ascending,
  ascendingDays,
  unreachable,
  type CivilDate,
  type ItemId,
} from '../../shared/index.ts'
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

/** Where nothing else tells two apart: the older item first, and at last the id. */
const byAge = ({ item: a }: Pick<Slot, 'item'>, { item: b }: Pick<Slot, 'item'>): number =>
  ascendingDays(a.openedOn, b.openedOn) || ascending(a.itemId, b.itemId)

const byDue = (a: Slot, b: Slot): number => ascendingDays(a.dueOn, b.dueOn) || byAge(a, b)

const newestFirst = (a: CivilDate | null, b: CivilDate | null): number =>
  a === null || b === null ? ascendingDays(a, b) : ascendingDays(b, a)

const orders: Readonly<Record<Exclude<Ordering, 'oldestDue'>, (a: Ranked, b: Ranked) => number>> = {
  oldestIssued: (a, b) =>
    ascendingDays(a.item.openedOn, b.item.openedOn) ||
    ascendingDays(a.dueOn, b.dueOn) ||
    byAge(a, b),
  largest: (a, b) =>
    ascending(b.roomMinor, a.roomMinor) || ascendingDays(a.dueOn, b.dueOn) || byAge(a, b),
  currentFirst: (a, b) => newestFirst(a.dueOn, b.dueOn) || byAge(a, b),
}

/** An item's instalments as places of their own, in the order in which its cash fills them. */
const addSlots = (slots: Slot[], item: Item, by: AllocatedBy): void => {
  const [only] = item.schedule
  const isPlain =
    item.schedule.length === 1 &&
    item.chargedMinor === 0 &&
    item.feesMinor === 0 &&
    item.interestMinor === 0
  // Most items have one instalment and nothing upon it.
  if (isPlain && only !== undefined) {
    const { instalment, dueOn } = only
    slots.push({ item, instalment, roomMinor: openMinor(item), dueOn, by })
    return
  }
  for (const { instalment, dueOn, openMinor: roomMinor } of itemBalances(item).parts)
    slots.push({ item, instalment, roomMinor, dueOn, by })
}

export const slotsOf = (item: Item, by: AllocatedBy): ReadonlyArray<Slot> => placesOf([item], by)

/** The places of several items, item by item, in an array that is nobody else's. */
const placesOf = (items: Iterable<Item>, by: AllocatedBy): Slot[] => {
  const slots: Slot[] = []
  for (const item of items) addSlots(slots, item, by)
  return slots
}

const ranked = (item: Item): Ranked => ({
  item,
  roomMinor: openMinor(item),
  dueOn: inDueOrder(item.schedule)[0]?.dueOn ?? null,
})

/**
 * The places that an ordering fills, ties broken by due day, issue, and id.
 *
 * `oldestDue` goes from instalment to instalment over all items, so that an item's later instalments
 * wait for the earlier ones of others, and cash in parts pays what cash in one sum would. The others go
 * from item to item.
 */
const inOrderOf = (
  items: Iterable<Item>,
  ordering: Allocation['ordering'],
): ReadonlyArray<Slot> => {
  switch (ordering) {
    case 'none':
      return []
    case 'oldestDue':
      return placesOf(items, ordering).sort(byDue)
    case 'oldestIssued':
    case 'largest':
    case 'currentFirst':
      return placesOf(
        Array.from(items, ranked)
          .sort(orders[ordering])
          .map(({ item }) => item),
        ordering,
      )
    default:
      return unreachable(ordering)
  }
}

/** The places that an allocation fills, in its order: named items first, once each, then the others. */
export const candidates = (state: Receivables, allocation: Allocation): ReadonlyArray<Slot> => {
  const { named, ordering } = allocation
  if (named.length === 0) return inOrderOf(state.open.values(), ordering)
  const ids = new Set(named)
  const first = [...ids].flatMap((itemId) => itemOf(state, itemId) ?? [])
  const others =
    ordering === 'none' ? [] : openItems(state).filter(({ itemId }) => !ids.has(itemId))
  return [...first.flatMap((item) => slotsOf(item, 'named')), ...inOrderOf(others, ordering)]
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
