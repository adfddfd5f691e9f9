import type { CivilDate, Instalment, InvoiceId, ItemId, PaymentId } from '../shared/index.ts'
import type { AssessedFees } from '../terms/index.ts'
import type { CourseDay } from './course.ts'
import {
  firstOpenDueOn,
  inDueOrder,
  instalmentBalances,
  type InstalmentBalances,
} from './instalment-balances.ts'
import type { ItemKind } from './item-events.ts'
import type { EarlyPayOffer } from './values.ts'

/** A fact that made an item larger: its opening, a charge, a fee. */
export interface Room {
  readonly on: CivilDate
  readonly amountMinor: number
}

/** An instalment, with the day since which its due day holds; the later such day wins. */
export interface ItemInstalment extends Instalment {
  readonly since: CivilDate
}

/** A discount that was taken, and the cash that it hangs on. */
export interface TakenDiscount {
  readonly instalment: number
  readonly paymentId: PaymentId
  readonly amountMinor: number
  readonly on: CivilDate
}

/** How much of what was paid did not pay the principal. */
export interface PaidBeside {
  readonly costsMinor: number
  readonly feesMinor: number
  readonly interestMinor: number
}

/**
 * One thing owed, as sums: what a closed item needs to be recognised, reversed or charged again.
 *
 * `amountMinor` + charged + fees + interest = paid + credited + discounted + written off + assigned +
 * open (invariant 2).
 */
export interface Item {
  readonly itemId: ItemId
  readonly kind: ItemKind
  readonly invoiceId: InvoiceId | null
  /** Null where no opening is known: only on a part of a history. */
  readonly openedOn: CivilDate | null
  readonly amountMinor: number
  readonly chargedMinor: number
  /** Late fees and bounce fees, less what was waived. */
  readonly feesMinor: number
  /** Interest for being late, less what was waived. */
  readonly interestMinor: number
  readonly paidMinor: number
  readonly creditedMinor: number
  /** Early discounts taken, less those withdrawn. */
  readonly discountedMinor: number
  /** Written off, less what was recovered. */
  readonly writtenOffMinor: number
  /** Passed to a partner, less what came back. */
  readonly assignedMinor: number
  /** Null: all that was paid paid the principal. */
  readonly paidBeside: PaidBeside | null
  readonly schedule: ReadonlyArray<ItemInstalment>
  /** A due day was fixed since it was opened, so its schedule is no longer the one it was opened with. */
  readonly dueFixed: boolean
  readonly room: ReadonlyArray<Room>
  /** The last day on which something was taken back from it. */
  readonly freedOn: CivilDate | null
  /** The fees of each rule that were assessed, waived ones too. */
  readonly fees: ReadonlyArray<AssessedFees>
  /** What was open without late fees, by day: fees asked late are reckoned from it. */
  readonly course: ReadonlyArray<CourseDay>
  readonly earlyPay: ReadonlyArray<EarlyPayOffer>
  readonly discounts: ReadonlyArray<TakenDiscount>
}

export const emptyItem = (itemId: ItemId): Item => ({
  itemId,
  kind: 'charge',
  invoiceId: null,
  openedOn: null,
  amountMinor: 0,
  chargedMinor: 0,
  feesMinor: 0,
  interestMinor: 0,
  paidMinor: 0,
  creditedMinor: 0,
  discountedMinor: 0,
  writtenOffMinor: 0,
  assignedMinor: 0,
  paidBeside: null,
  schedule: [],
  dueFixed: false,
  room: [],
  freedOn: null,
  fees: [],
  course: [],
  earlyPay: [],
  discounts: [],
})

type Sums = Pick<
  Item,
  | 'amountMinor'
  | 'chargedMinor'
  | 'feesMinor'
  | 'interestMinor'
  | 'paidMinor'
  | 'creditedMinor'
  | 'discountedMinor'
  | 'writtenOffMinor'
  | 'assignedMinor'
>

/** What is open on an item: 0 or more in every history that the rules can produce. */
export const openMinor = (item: Sums): number =>
  item.amountMinor +
  item.chargedMinor +
  item.feesMinor +
  item.interestMinor -
  item.paidMinor -
  item.creditedMinor -
  item.discountedMinor -
  item.writtenOffMinor -
  item.assignedMinor

/** What is open of each instalment, charges and fees apart. */
export const itemBalances = (item: Item): InstalmentBalances =>
  instalmentBalances(item.schedule, {
    chargedMinor: item.chargedMinor + item.feesMinor + item.interestMinor,
    paidMinor: item.paidMinor,
    creditedMinor: item.creditedMinor,
    discountedMinor: item.discountedMinor,
    writtenOffMinor: item.writtenOffMinor,
    assignedMinor: item.assignedMinor,
    fallbackDueOn: null,
  })

/** The due day of what is owed first on an item; null: not known. */
export const itemDueOn = (item: Item): CivilDate | null =>
  item.schedule.length > 1
    ? firstOpenDueOn(itemBalances(item))
    : (inDueOrder(item.schedule)[0]?.dueOn ?? null)
