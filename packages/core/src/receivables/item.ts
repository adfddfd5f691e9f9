import {
  laterDay,
  type CivilDate,
  type Instalment,
  type InvoiceId,
  type ItemId,
} from '../shared/index.ts'
import type { ItemKind } from './events.ts'
import {
  firstOpenDueOn,
  inDueOrder,
  instalmentBalances,
  type InstalmentBalances,
} from './instalment-balances.ts'

/** A fact that made an item larger: its opening, a charge, a fee. */
interface Room {
  readonly on: CivilDate
  readonly amountMinor: number
}

/** An instalment, with the day since which its due day holds; the later such day wins. */
export interface ItemInstalment extends Instalment {
  readonly since: CivilDate
}

/**
 * One thing owed, as sums: what a closed item needs to be recognised, reversed or charged again.
 *
 * `amountMinor` + charged + fees = paid + credited + written off + open (invariant 2).
 */
export interface Item {
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly invoiceId: InvoiceId | null
  /** Null where no opening is known: only on a part of a history. */
  readonly openedOn: CivilDate | null
  readonly amountMinor: number
  readonly chargedMinor: number
  /** Late fees, less what was waived. */
  readonly feesMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  /** Written off, less what was recovered. */
  readonly writtenOffMinor: number
  readonly schedule: ReadonlyArray<ItemInstalment>
  readonly room: ReadonlyArray<Room>
  /** The last day on which something was taken back from it. */
  readonly freedOn: CivilDate | null
  /** How many fees of each rule were assessed, waived or not. */
  readonly fees: ReadonlyArray<{ readonly ruleId: string; readonly count: number }>
}

export const emptyItem = (itemId: ItemId): Item => ({
  itemId,
  kind: 'charge',
  invoiceId: null,
  openedOn: null,
  amountMinor: 0,
  chargedMinor: 0,
  feesMinor: 0,
  paidMinor: 0,
  creditedMinor: 0,
  writtenOffMinor: 0,
  schedule: [],
  room: [],
  freedOn: null,
  fees: [],
})

type Sums = Pick<
  Item,
  'amountMinor' | 'chargedMinor' | 'feesMinor' | 'paidMinor' | 'creditedMinor' | 'writtenOffMinor'
>

/** What is open on an item: 0 or more in every history that the rules can produce. */
export const openMinor = (item: Sums): number =>
  item.amountMinor +
  item.chargedMinor +
  item.feesMinor -
  item.paidMinor -
  item.creditedMinor -
  item.writtenOffMinor

/** What is open of each instalment, charges and fees apart. */
export const itemBalances = (item: Item): InstalmentBalances =>
  instalmentBalances(item.schedule, {
    chargedMinor: item.chargedMinor + item.feesMinor,
    paidMinor: item.paidMinor,
    creditedMinor: item.creditedMinor,
    writtenOffMinor: item.writtenOffMinor,
    fallbackDueOn: null,
  })

/** The due day of what is owed first on an item; null: not known. */
export const itemDueOn = (item: Item): CivilDate | null =>
  openMinor(item) > 0 || item.schedule.length > 1
    ? firstOpenDueOn(itemBalances(item))
    : (inDueOrder(item.schedule)[0]?.dueOn ?? null)

/**
 * The day from which an item has room for an amount more: of its opening, or of the charge that makes
 * the room where that is later; never before something was taken back from it.
 */
export const roomOn = (item: Item, amountMinor: number): CivilDate | null => {
  const addedMinor = item.room.reduce((sum, fact) => sum + fact.amountMinor, 0)
  // What was settled, and what was waived: that took room away as if it had never been given.
  let missing = addedMinor - openMinor(item) + amountMinor
  let on: CivilDate | null = null
  for (const fact of item.room.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    on = fact.on
    missing -= fact.amountMinor
    if (missing <= 0) break
  }
  if (item.freedOn === null) return on
  return on === null ? item.freedOn : laterDay(on, item.freedOn)
}
