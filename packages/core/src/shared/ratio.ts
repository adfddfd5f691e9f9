import * as t from 'io-ts'
import { divideRounded, toMinor, type Rounding } from './money.ts'

const Numerator = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 0, 'Numerator')
const Denominator = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n > 0, 'Denominator')

/** An exact fraction, not negative: a third is 1/3, ten percent 1/10. Never a float. */
export const Ratio = t.strict({ numerator: Numerator, denominator: Denominator })
export type Ratio = t.TypeOf<typeof Ratio>

/** A fraction of an amount, rounded once; a throw where it is out of range. */
export const ratioOf = (amountMinor: number, ratio: Ratio, rounding: Rounding): number =>
  toMinor(
    divideRounded(
      BigInt(amountMinor) * BigInt(ratio.numerator),
      BigInt(ratio.denominator),
      rounding,
    ),
  )
