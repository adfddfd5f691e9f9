/** A range of days past due, both ends within it; null: without end. */
export interface Range {
  readonly bucket: string
  readonly fromDays: number | null
  readonly toDays: number | null
}

/** The last day of each bucket of what is overdue: 1 to 30, 31 to 60, 61 to 90, and from 91 on. */
export const usualBoundaries: ReadonlyArray<number> = [30, 60, 90]

/**
 * The buckets between boundaries, without gap or overlap: `notDue`, `d1_30`, …, `d91_plus`.
 *
 * Units: whole days past due, each boundary the last day of its bucket. Throws a RangeError where they
 * are not whole, above 0 and rising.
 */
export const bucketsOf = (boundaries: ReadonlyArray<number>): ReadonlyArray<Range> => {
  boundaries.forEach((boundary, index) => {
    const before = boundaries[index - 1] ?? 0
    if (!Number.isSafeInteger(boundary) || boundary <= before)
      throw new RangeError(
        `boundaries must be whole days above 0, rising: ${boundaries.join(', ')}`,
      )
  })
  const last = boundaries.at(-1) ?? 0
  return [
    { bucket: 'notDue', fromDays: null, toDays: 0 },
    ...boundaries.map((toDays, index) => {
      const fromDays = (boundaries[index - 1] ?? 0) + 1
      return { bucket: `d${fromDays}_${toDays}`, fromDays, toDays }
    }),
    { bucket: `d${last + 1}_plus`, fromDays: last + 1, toDays: null },
  ]
}

export const isWithin = (range: Range, days: number): boolean =>
  (range.fromDays === null || days >= range.fromDays) &&
  (range.toDays === null || days <= range.toDays)
