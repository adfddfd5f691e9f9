import type { Currency } from '@tenure/core/shared'
import type { Surroundings } from '../surroundings.ts'

/** The currencies that are answered: all that were found, or the one asked for if it is among them. */
export const chosenCurrencies = (
  { notice }: Surroundings,
  found: ReadonlyArray<Currency>,
  asked: Currency | undefined,
): ReadonlyArray<Currency> => {
  if (asked === undefined) return found
  if (found.includes(asked)) return [asked]
  const others = found.length === 0 ? 'nothing in any currency' : `only ${found.join(', ')}`
  notice(`By then the log holds nothing in ${asked}, ${others}.`)
  return []
}
