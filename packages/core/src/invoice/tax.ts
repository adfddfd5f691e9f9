import type { TaxRounding } from '../shared/index.ts'
import { taxMinor } from '../terms/index.ts'
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

/** Each base is rounded by itself: what is rounded together was added up before. */
const taxOf = (bases: TaxBases): number => taxMinor([...bases.values()], 'line')

/**
 * The tax of a credit note's lines, rounded half up once a line or once a rate, as the invoice says.
 *
 * Units: minor units. `before`: what earlier notes credited; the tax is what these lines add to the tax of
 * all notes, so that crediting an invoice in parts credits its tax exactly. A throw where it leaves the
 * safe integers. Source: domain 3.4, edge case 8.
 */
export const taxOfLines = (
  lines: ReadonlyArray<InvoiceLine>,
  rounding: TaxRounding,
  before: TaxBases = new Map(),
): number => taxOf(withLines(before, lines, rounding)) - taxOf(before)
