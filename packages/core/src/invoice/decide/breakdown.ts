import { MinorUnits, totalOf } from '../../shared/index.ts'
import type { IssueInvoice } from '../commands.ts'
import type { InvoiceRejection } from '../rejections.ts'
import { netOfLines, taxOfLines } from '../tax.ts'

/** Lines whose sums and taxes can be counted exactly, whatever their rates. */
const isCountable = ({ lines }: IssueInvoice): boolean => {
  const bound = lines.reduce(
    (sum, { netMinor, discountMinor, taxBasisPoints }) =>
      sum + netMinor * (1 + taxBasisPoints / 10_000) + discountMinor,
    0,
  )
  return bound <= Number.MAX_SAFE_INTEGER
}

/** Where the breakdown is not what its lines come to, undefined where it is. */
const mismatch = (command: IssueInvoice): InvoiceRejection | undefined => {
  const { invoiceId, lines, breakdown } = command
  const { taxRounding } = breakdown
  if (taxRounding === null) return { type: 'RoundingNotNamed', invoiceId }
  if (!isCountable(command))
    return { type: 'AmountOutOfRange', invoiceId, amountMinor: totalOf(breakdown) }
  const { netMinor, discountMinor } = netOfLines(lines)
  const sums = [
    ['net', netMinor, breakdown.netMinor],
    ['discount', discountMinor, breakdown.discountMinor],
    ['tax', taxOfLines(lines, taxRounding), breakdown.taxMinor],
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
  const unquoted =
    quote === null ? [] : lines.filter(({ lineId }) => !quote.lineIds.includes(lineId))
  if (unquoted.length > 0)
    return { type: 'LineNotQuoted', invoiceId, lineIds: unquoted.map(({ lineId }) => lineId) }
  return mismatch(command)
}
