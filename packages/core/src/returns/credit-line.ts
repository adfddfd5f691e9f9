import {
  addDecimals,
  basisPointsOf,
  compareDecimals,
  minorUnits,
  shareMinor,
  type Decimal,
  type Text,
} from '../shared/index.ts'
import type { ChargedLine } from './commands.ts'
import type { CreditLine } from './events.ts'

interface Part {
  readonly givenMinor: number
  readonly withheldMinor: number
}

/**
 * What so much of a line gives back.
 *
 * Units: minor units. The share that all returns up to this one have of the charge is rounded half up, and
 * what the earlier ones settled is taken off: so the returns of a whole line add up to its charge exactly,
 * whatever the parts. Of that, `withholdBasisPoints` are withheld, rounded half up.
 * Shape: undefined where more comes back than was delivered. Never below nothing, never above what is left.
 */
export const creditLine = (
  charged: ChargedLine,
  sku: Text,
  quantity: Decimal,
  withholdBasisPoints: number,
): CreditLine | undefined => {
  const { lineId, deliveredQuantity, returnedQuantity } = charged
  const returned = addDecimals(returnedQuantity, quantity)
  if (compareDecimals(deliveredQuantity, '0') <= 0) return undefined
  if (compareDecimals(returned, deliveredQuantity) > 0) return undefined
  const part = (chargedMinor: number, settledMinor: number): Part => {
    const share = shareMinor(chargedMinor, returned, deliveredQuantity) ?? chargedMinor
    const dueMinor = Math.max(0, share - settledMinor)
    const withheldMinor = basisPointsOf(dueMinor, withholdBasisPoints, 'halfUp')
    return { givenMinor: dueMinor - withheldMinor, withheldMinor }
  }
  const net = part(charged.netMinor, charged.settledNetMinor)
  const tax = part(charged.taxMinor, charged.settledTaxMinor)
  return {
    lineId,
    sku,
    quantity,
    netMinor: minorUnits(net.givenMinor),
    taxMinor: minorUnits(tax.givenMinor),
    withheldNetMinor: minorUnits(net.withheldMinor),
    withheldTaxMinor: minorUnits(tax.withheldMinor),
  }
}
