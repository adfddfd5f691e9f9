import { MinorUnits, totalOf, type TaxRounding } from '../../shared/index.ts'
import { breakdownOf, linesNotQuoted } from '../../terms/index.ts'
import type { IssueInvoice } from '../commands.ts'
import type { InvoiceRejection } from '../rejections.ts'

/** Whether sums and taxes of the lines can be counted exactly, whatever their rates. */
const isCountable = ({ lines, breakdown, ...rates }: IssueInvoice): boolean => {
  const withTax = (amountMinor: number, basisPoints: number): number =>
    amountMinor * (1 + basisPoints / 10_000)
  const bound = lines.reduce(
    (sum, line) => sum + withTax(line.netMinor, line.taxBasisPoints) + line.discountMinor,
    withTax(breakdown.shippingMinor, rates.shippingTaxBasisPoints) +
      withTax(breakdown.feesMinor, rates.feesTaxBasisPoints),
  )
  return bound < Number.MAX_SAFE_INTEGER
}

const partsOf = (command: IssueInvoice, taxRounding: TaxRounding) => {
  const { lines, breakdown, shippingTaxBasisPoints, feesTaxBasisPoints } = command
  return breakdownOf({
    lines: lines.map(({ netMinor, discountMinor, taxBasisPoints }) => ({
      grossMinor: netMinor + discountMinor,
      discountMinor,
      taxBasisPoints,
    })),
    shipping: { netMinor: breakdown.shippingMinor, taxBasisPoints: shippingTaxBasisPoints },
    fees: { netMinor: breakdown.feesMinor, taxBasisPoints: feesTaxBasisPoints },
    taxRounding,
  })
}

/** Where the breakdown is not what its lines come to, undefined where it is. */
const mismatch = (command: IssueInvoice): InvoiceRejection | undefined => {
  const { invoiceId, breakdown } = command
  const { taxRounding } = breakdown
  if (taxRounding === null) return { type: 'RoundingNotNamed', invoiceId }
  if (!isCountable(command))
    return { type: 'AmountOutOfRange', invoiceId, amountMinor: totalOf(breakdown) }
  const parts = partsOf(command, taxRounding)
  const sums = [
    ['net', parts.netMinor, breakdown.netMinor],
    ['discount', parts.discountMinor, breakdown.discountMinor],
    ['tax', parts.taxMinor, breakdown.taxMinor],
  ] as const
  for (const [part, linesMinor, statedMinor] of sums)
    if (linesMinor !== statedMinor)
      return { type: 'BreakdownMismatch', invoiceId, part, linesMinor, statedMinor }
  return undefined
}

/** What is wrong with an invoice's amounts, undefined where every part of its total is explained. */
export const faultOfAmounts = (command: IssueInvoice): InvoiceRejection | undefined => {
  const { invoiceId, lines, breakdown, quote } = command
  const { netMinor, discountMinor } = breakdown
  if (discountMinor > netMinor)
    return { type: 'DiscountAboveNet', invoiceId, netMinor, discountMinor }
  const amountMinor = totalOf(breakdown)
  if (!MinorUnits.is(amountMinor)) return { type: 'AmountOutOfRange', invoiceId, amountMinor }
  if (lines.length === 0) return amountMinor === 0 ? { type: 'EmptyInvoice', invoiceId } : undefined
  const lineIds = lines.map(({ lineId }) => lineId)
  const unquoted = quote === null ? [] : linesNotQuoted(quote, lineIds)
  if (unquoted.length > 0) return { type: 'LineNotQuoted', invoiceId, lineIds: unquoted }
  return mismatch(command)
}
