import { minorUnits, text, type CivilDate, type Currency } from '../shared/index.ts'
import type { ConfirmOrder } from './commands.ts'
import type { CreditEvidence } from './evidence.ts'
import { grossOf, type OrderLine } from './line.ts'

// What most orders say, for callers who need no more.

/** A line of goods at its full price, named by what it is. A throw where it cannot be counted exactly. */
export const goodsLine = (
  sku: string,
  quantity: string,
  unitPrice: string,
  currency: Currency,
): OrderLine => {
  const netMinor = grossOf({ quantity, unitPrice }, currency)
  if (netMinor === undefined) throw new RangeError(`${quantity} × ${unitPrice} is out of range`)
  return {
    lineId: text(sku),
    sku: text(sku),
    kind: 'goods',
    quantity,
    unitPrice,
    discountMinor: minorUnits(0),
    netMinor,
    bundleId: null,
  }
}

/** So much reserved on a decision that holds until a day, that day included; nothing paid. */
export const reservedCredit = (reservedMinor: number, validUntil: CivilDate): CreditEvidence => ({
  paidMinor: minorUnits(0),
  reservedMinor: minorUnits(reservedMinor),
  validUntil,
  override: null,
})

/** An order that asks for its credit alone: no hold, no agreement, no checklist, no quote, any way to pay. */
export const nothingElseAsked: Pick<
  ConfirmOrder,
  'hold' | 'agreement' | 'checklist' | 'method' | 'quoteHash'
> = {
  hold: null,
  agreement: { thresholdMinor: null, agreementId: null },
  checklist: { required: [], provided: [] },
  method: null,
  quoteHash: null,
}
