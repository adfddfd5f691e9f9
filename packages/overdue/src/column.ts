import { addMinor } from '@tenure/core/shared'

/** How many, and how much. */
export interface Column {
  readonly count: number
  readonly amountMinor: number
}

export const nothing: Column = { count: 0, amountMinor: 0 }

/** The column with one more; an amount of nothing is not counted. */
export const plus = (column: Column, amountMinor: number): Column =>
  amountMinor === 0
    ? column
    : { count: column.count + 1, amountMinor: addMinor(column.amountMinor, amountMinor) }
