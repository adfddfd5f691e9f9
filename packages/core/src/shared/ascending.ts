/** For sorting: by value, the lower first; days and other text by their characters. */
export const ascending = <A extends string | number>(a: A, b: A): number =>
  a < b ? -1 : a > b ? 1 : 0
