import type { ItemId } from '../shared/index.ts'
import { emptyItem, type Item } from './item.ts'

/** A closed item as one line of text: it is kept for ever, and seldom read. */
export type PackedItem = string

/** What most items never have; null where there is none of it. */
type Rare = Pick<Item, 'paidBeside' | 'dueFixed' | 'freedOn' | 'fees' | 'earlyPay' | 'discounts'>

/** A line says by place what an object says by name, so that it is a quarter as long. */
type Line = readonly [
  kind: Item['kind'],
  invoiceId: Item['invoiceId'],
  openedOn: Item['openedOn'],
  sums: ReadonlyArray<number>,
  schedule: ReadonlyArray<readonly unknown[]>,
  room: ReadonlyArray<readonly unknown[]>,
  course: ReadonlyArray<readonly unknown[]>,
  rare: Rare | null,
]

const rareOf = (item: Item): Rare | null => {
  const { paidBeside, dueFixed, freedOn, fees, earlyPay, discounts } = item
  const isPlain =
    paidBeside === null &&
    !dueFixed &&
    freedOn === null &&
    fees.length === 0 &&
    earlyPay.length === 0 &&
    discounts.length === 0
  return isPlain ? null : { paidBeside, dueFixed, freedOn, fees, earlyPay, discounts }
}

const sumsOf = (item: Item): ReadonlyArray<number> => [
  item.amountMinor,
  item.paidMinor,
  item.chargedMinor,
  item.feesMinor,
  item.interestMinor,
  item.creditedMinor,
  item.discountedMinor,
  item.writtenOffMinor,
  item.assignedMinor,
]

export const packed = (item: Item): PackedItem => {
  const line: Line = [
    item.kind,
    item.invoiceId,
    item.openedOn,
    sumsOf(item),
    item.schedule.map(({ instalment, amountMinor, dueOn, since }) => [
      instalment,
      amountMinor,
      dueOn,
      since,
    ]),
    item.room.map(({ on, amountMinor }) => [on, amountMinor]),
    item.course.map(({ on, addedMinor, settledMinor, creditedMinor }) => [
      on,
      addedMinor,
      settledMinor,
      creditedMinor,
    ]),
    rareOf(item),
  ]
  return JSON.stringify(line)
}

/** The item that a line was made of. */
export const unpacked = (itemId: ItemId, text: PackedItem): Item => {
  // Each place holds what `packed` put there, so the casts below only give it its name again.
  const [kind, invoiceId, openedOn, sums, schedule, room, course, rare] = JSON.parse(text) as Line
  const [amount = 0, paid = 0, charged = 0, fees = 0, interest = 0, ...left] = sums
  const [credited = 0, discounted = 0, writtenOff = 0, assigned = 0] = left
  return {
    ...emptyItem(itemId),
    ...rare,
    kind,
    invoiceId,
    openedOn,
    amountMinor: amount,
    paidMinor: paid,
    chargedMinor: charged,
    feesMinor: fees,
    interestMinor: interest,
    creditedMinor: credited,
    discountedMinor: discounted,
    writtenOffMinor: writtenOff,
    assignedMinor: assigned,
    schedule: schedule.map(
      ([instalment, amountMinor, dueOn, since]) =>
        ({ instalment, amountMinor, dueOn, since }) as Item['schedule'][number],
    ),
    room: room.map(([on, amountMinor]) => ({ on, amountMinor }) as Item['room'][number]),
    course: course.map(
      ([on, addedMinor, settledMinor, creditedMinor]) =>
        ({ on, addedMinor, settledMinor, creditedMinor }) as Item['course'][number],
    ),
  }
}
