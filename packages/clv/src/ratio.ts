/** A fraction with both of its parts, so that it can be checked and added up; null where it is undefined. */
export interface Ratio {
  readonly num: number
  readonly den: number
  readonly value: number | null
}

/** `num / den`; undefined (null, never NaN or infinite) over zero. */
export const ratio = (num: number, den: number): Ratio => ({
  num,
  den,
  value: den === 0 ? null : num / den,
})
