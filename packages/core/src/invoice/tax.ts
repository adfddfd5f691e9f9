import { basisPointsOf, sumMinor, type Breakdown, type TaxRounding } from '../shared/index.ts'
import type { InvoiceLine } from './line.ts'

/** What was taxed so far, net, by what is rounded together: a line, or a rate. */
export type TaxBases = ReadonlyMap<string, TaxBase>
export interface TaxBase {
  readonly netMinor: number
  readonly taxBasisPoints: number
}

const keyOf = ({ lineId, taxBasisPoints }: InvoiceLine, rounding: TaxRounding): string =>
  rounding === 'line' ? `${taxBasisPoints} ${lineId}` : String(taxBasisPoints)

/** The bases with these lines added. */
export const withLines = (
  bases: TaxBases,
  lines: ReadonlyArray<InvoiceLine>,
  rounding: TaxRounding,
): Map<string, TaxBase> => {
  const sums = new Map(bases)
  for (const line of lines) {
    const key = keyOf(line, rounding)
    const netMinor = (sums.get(key)?.netMinor ?? 0) + line.netMinor
    sums.set(key, { netMinor, taxBasisPoints: line.taxBasisPoints })
  }
  return sums
}

const taxOf = (bases: TaxBases): number =>
  sumMinor(
    [...bases.values()].map((base) => basisPointsOf(base.netMinor, base.taxBasisPoints, 'halfUp')),
  )

/**
 * The tax of lines, rounded half up once a line or once a rate, as the document says.
 *
 * Units: minor units. `before`: what earlier notes credited; then it is what these lines add to the tax of
 * all notes, so that crediting an invoice in parts credits its tax exactly. A throw where it leaves the
 * safe integers. Source: domain 3.4, edge case 8.
 */
export const taxOfLines = (
  lines: ReadonlyArray<InvoiceLine>,
  rounding: TaxRounding,
  before: TaxBases = new Map(),
): number => taxOf(withLines(before, lines, rounding)) - taxOf(before)

/** The net and the discount of lines: net here is before the discount. */
export const netOfLines = (
  lines: ReadonlyArray<InvoiceLine>,
): Pick<Record<keyof Breakdown, number>, 'netMinor' | 'discountMinor'> => {
  const discountMinor = sumMinor(lines.map((line) => line.discountMinor))
  return { netMinor: sumMinor(lines.map((line) => line.netMinor)) + discountMinor, discountMinor }
}
