import {
  basisPointsOf,
  divideRounded,
  sumMinor,
  toMinor,
  unreachable,
  type Rounding,
  type TaxRounding,
} from '../shared/index.ts'

/** An amount before tax, with its rate. */
export interface Taxed {
  readonly netMinor: number
  readonly taxBasisPoints: number
}

/** A tax rate with the amounts under it, as a document shows them. */
export interface TaxOfRate extends Taxed {
  readonly taxMinor: number
}

/**
 * The tax of a document by rate, in the order in which the rates first appear.
 *
 * Units: minor units. `line` rounds once a line, `global` once a rate over all its lines: they may differ by
 * a unit a line, so a document names its own and its credit notes follow it.
 * Source: domain 1-26, edge case 8.
 */
export const taxByRate = (
  lines: ReadonlyArray<Taxed>,
  method: TaxRounding,
  rounding: Rounding = 'halfUp',
): ReadonlyArray<TaxOfRate> => {
  const rates = [...new Set(lines.map(({ taxBasisPoints }) => taxBasisPoints))]
  return rates.map((taxBasisPoints) => {
    const nets = lines
      .filter((line) => line.taxBasisPoints === taxBasisPoints)
      .map(({ netMinor }) => netMinor)
    const netMinor = sumMinor(nets)
    const taxOf = (amountMinor: number): number =>
      basisPointsOf(amountMinor, taxBasisPoints, rounding)
    switch (method) {
      case 'line':
        return { taxBasisPoints, netMinor, taxMinor: sumMinor(nets.map(taxOf)) }
      case 'global':
        return { taxBasisPoints, netMinor, taxMinor: taxOf(netMinor) }
      default:
        return unreachable(method)
    }
  })
}

/** Σ tax of a document. */
export const taxMinor = (
  lines: ReadonlyArray<Taxed>,
  method: TaxRounding,
  rounding: Rounding = 'halfUp',
): number => sumMinor(taxByRate(lines, method, rounding).map((rate) => rate.taxMinor))

/** The tax that a price with tax contains: price × rate / (1 + rate), rounded once. */
export const taxWithin = (
  grossMinor: number,
  taxBasisPoints: number,
  rounding: Rounding = 'halfUp',
): number =>
  toMinor(
    divideRounded(
      BigInt(grossMinor) * BigInt(taxBasisPoints),
      10_000n + BigInt(taxBasisPoints),
      rounding,
    ),
  )
