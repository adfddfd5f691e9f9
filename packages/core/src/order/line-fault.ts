import { compareDecimals, unreachable, type Currency } from '../shared/index.ts'
import { grossOf, type OrderLine } from './line.ts'

/** Why a line cannot be ordered. */
export type LineFault =
  | { readonly type: 'QuantityNotPositive'; readonly quantity: string }
  | { readonly type: 'PriceBelowZero'; readonly unitPrice: string }
  | { readonly type: 'LineOutOfRange' }
  | {
      readonly type: 'DiscountAboveLine'
      readonly grossMinor: number
      readonly discountMinor: number
    }
  | {
      readonly type: 'LineMismatch'
      readonly expectedMinor: number
      readonly offeredMinor: number
    }

/** The fault in words that end a sentence. */
export const explainLineFault = (fault: LineFault): string => {
  switch (fault.type) {
    case 'QuantityNotPositive':
      return `its quantity is ${fault.quantity}`
    case 'PriceBelowZero':
      return `its price is ${fault.unitPrice}`
    case 'LineOutOfRange':
      return 'it comes to more than can be counted exactly'
    case 'DiscountAboveLine':
      return `it takes ${fault.discountMinor} off ${fault.grossMinor}`
    case 'LineMismatch':
      return `it says ${fault.offeredMinor} and comes to ${fault.expectedMinor}`
    default:
      return unreachable(fault)
  }
}

/** What is wrong with a line, undefined where nothing is. */
export const faultOfLine = (line: OrderLine, currency: Currency): LineFault | undefined => {
  const { quantity, unitPrice, discountMinor, netMinor } = line
  if (compareDecimals(quantity, '0') <= 0) return { type: 'QuantityNotPositive', quantity }
  if (compareDecimals(unitPrice, '0') < 0) return { type: 'PriceBelowZero', unitPrice }
  const grossMinor = grossOf(line, currency)
  if (grossMinor === undefined) return { type: 'LineOutOfRange' }
  if (discountMinor > grossMinor) return { type: 'DiscountAboveLine', grossMinor, discountMinor }
  const expectedMinor = grossMinor - discountMinor
  return expectedMinor === netMinor
    ? undefined
    : { type: 'LineMismatch', expectedMinor, offeredMinor: netMinor }
}
