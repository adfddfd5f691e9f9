/** A part of a whole, with both named, so that it can be checked and added up. */
export interface Ratio {
  readonly num: number
  readonly den: number
  /** Null where the whole is 0: never NaN, never infinite. */
  readonly value: number | null
}

/** `num / den`; with a factor, as many times that: days of a window, or 100 for an index in percent. */
export const ratio = (num: number, den: number, factor = 1): Ratio => ({
  num,
  den,
  value: den === 0 ? null : (num / den) * factor,
})
