import * as t from 'io-ts'

export interface InstantBrand {
  readonly Instant: unique symbol
}
/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. Evidence only; no due-date rule sees one. */
export const Instant = t.brand(
  t.number,
  (n): n is t.Branded<number, InstantBrand> => Number.isSafeInteger(n) && Math.abs(n) <= 8.64e15,
  'Instant',
)
export type Instant = t.TypeOf<typeof Instant>
