/** A quotient's value; null where there is none. */
export const share = (ratio: { readonly value: number | null } | undefined): number | null =>
  ratio?.value ?? null

/** The middle amount: of an even number, the lower of the two in the middle, so that it is somebody's. */
export const median = (amounts: ReadonlyArray<number>): number | null =>
  amounts.toSorted((a, b) => a - b)[Math.floor((amounts.length - 1) / 2)] ?? null

/** The best tenth of the customers, at least one. */
const tenthOf = (count: number): number => Math.max(1, Math.floor(count / 10))

export const shareOfTopTenth = (amounts: ReadonlyArray<number>): number | null => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total <= 0) return null
  const best = amounts.toSorted((a, b) => b - a).slice(0, tenthOf(amounts.length))
  return best.reduce((sum, amount) => sum + amount, 0) / total
}

export interface Tenth {
  /** 1 is the best tenth. */
  readonly tenth: number
  readonly customers: number
  readonly valueMinor: number
}

/** The customers in ten groups of (nearly) equal size, the most valuable first. Σ values = total. */
export const tenths = (amounts: ReadonlyArray<number>): ReadonlyArray<Tenth> => {
  const best = amounts.toSorted((a, b) => b - a)
  return Array.from({ length: 10 }, (_, index) => {
    const from = Math.floor((best.length * index) / 10)
    const group = best.slice(from, Math.floor((best.length * (index + 1)) / 10))
    return {
      tenth: index + 1,
      customers: group.length,
      valueMinor: group.reduce((sum, amount) => sum + amount, 0),
    }
  })
}
