import * as t from 'io-ts'

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const isCivilDate = (s: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(s)) return false
  const year = Number(s.slice(0, 4))
  const month = Number(s.slice(5, 7))
  const day = Number(s.slice(8, 10))
  const days = month === 2 && isLeap(year) ? 29 : monthDays[month - 1]
  return year >= 1 && days !== undefined && day >= 1 && day <= days
}

export interface CivilDateBrand {
  readonly CivilDate: unique symbol
}
/**
 * A day of the Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999, in the zone of the contract.
 * Plain text order is calendar order: compare with `<` and `<=`.
 */
export const CivilDate = t.brand(
  t.string,
  (s): s is t.Branded<string, CivilDateBrand> => isCivilDate(s),
  'CivilDate',
)
export type CivilDate = t.TypeOf<typeof CivilDate>
