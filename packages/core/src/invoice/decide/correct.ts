import * as E from 'fp-ts/lib/Either.js'
import { minorUnits, type TaxRounding } from '../../shared/index.ts'
import type { CorrectInvoice, VoidInvoice } from '../commands.ts'
import type { InvoiceEvent } from '../events.ts'
import type { InvoiceRejection } from '../rejections.ts'
import { correctedMinor, liveLink, type Invoice, type Issued } from '../state.ts'
import { taxOfLines } from '../tax.ts'
import { aboutIssued, standing, type Decision } from './decision.ts'

/** The link that was live dies with the change: it asks for what is no longer owed. */
const deadLink = (
  command: CorrectInvoice | VoidInvoice,
  invoice: Invoice,
  issued: Issued,
): ReadonlyArray<InvoiceEvent> => {
  const token = liveLink(invoice)
  if (token === undefined) return []
  return [{ type: 'PaymentLinkRetired', ...aboutIssued(command, issued), token, reason: 'changed' }]
}

/**
 * Takes an invoice back whole.
 *
 * Shape: `InvoiceVoided` with what it takes away, then `PaymentLinkRetired` where a link was live. `[]` if
 * this change was made before.
 * Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`, `VoidAfterPayment`, `VoidAfterCorrection`.
 */
export const voidInvoice = (command: VoidInvoice, invoice: Invoice): Decision => {
  const { invoiceId, changeId, paidMinor, reason } = command
  if (invoice.voidedBy === changeId) return E.right([])
  const issued = standing(invoice, invoiceId)
  if (E.isLeft(issued)) return issued
  if (paidMinor > 0) return E.left({ type: 'VoidAfterPayment', invoiceId, paidMinor })
  const corrected = correctedMinor(invoice)
  if (corrected > 0)
    return E.left({ type: 'VoidAfterCorrection', invoiceId, correctedMinor: corrected })
  const { currency, totalMinor } = issued.right
  const taken = { currency, changeId, totalMinor: minorUnits(totalMinor), reason }
  return E.right([
    { type: 'InvoiceVoided', ...aboutIssued(command, issued.right), ...taken },
    ...deadLink(command, invoice, issued.right),
  ])
}

/** What is wrong with a note's tax and lines, undefined where nothing is. */
const faultOf = (
  command: CorrectInvoice,
  invoice: Invoice,
  issued: Issued,
): InvoiceRejection | undefined => {
  const { invoiceId, amountMinor, taxMinor, taxRounding, lines } = command
  if (taxMinor > amountMinor) return { type: 'TaxAboveAmount', invoiceId, taxMinor, amountMinor }
  if (taxRounding !== issued.taxRounding)
    return {
      type: 'RoundingDiffers',
      invoiceId,
      issued: issued.taxRounding,
      offered: taxRounding,
    }
  if (lines.length === 0) return undefined
  if (taxRounding === null) return { type: 'RoundingNotNamed', invoiceId }
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0)
  const statedMinor = amountMinor - taxMinor
  if (netMinor !== statedMinor)
    return { type: 'BreakdownMismatch', invoiceId, part: 'net', linesMinor: netMinor, statedMinor }
  const tax = creditedTax(command, invoice, issued, taxRounding)
  if (tax === undefined) return { type: 'AmountOutOfRange', invoiceId, amountMinor }
  return tax === taxMinor
    ? undefined
    : { type: 'BreakdownMismatch', invoiceId, part: 'tax', linesMinor: tax, statedMinor: taxMinor }
}

/** The tax of a note's lines; undefined where no rate could come to so much. */
const creditedTax = (
  { lines }: CorrectInvoice,
  { creditedBases }: Invoice,
  { totalMinor }: Issued,
  rounding: TaxRounding,
): number | undefined => {
  const about = lines.reduce(
    (sum, { netMinor, taxBasisPoints }) => sum + 1 + (netMinor * taxBasisPoints) / 10_000,
    totalMinor,
  )
  return about < Number.MAX_SAFE_INTEGER ? taxOfLines(lines, rounding, creditedBases) : undefined
}

/** The note in its two parts: what lowers the open amount, and what was paid already. */
const corrected = (command: CorrectInvoice, issued: Issued): InvoiceEvent => {
  const { creditId, amountMinor, taxMinor, taxRounding, lines, openMinor, reason } = command
  const prePaymentMinor = minorUnits(Math.min(amountMinor, openMinor))
  const postPaymentMinor = minorUnits(amountMinor - prePaymentMinor)
  return {
    type: 'InvoiceCorrected',
    ...aboutIssued(command, issued),
    currency: issued.currency,
    creditId,
    amountMinor,
    prePaymentMinor,
    postPaymentMinor,
    taxMinor,
    taxRounding,
    lines,
    reason,
  }
}

/**
 * A credit note corrects the invoice, over an amount or over lines.
 *
 * Units: minor units, tax included; the tax of lines is rounded as the invoice's is, so that crediting all
 * of it in parts credits its tax exactly. Shape: `InvoiceCorrected` in its part before payment and its
 * part after, then `PaymentLinkRetired` where a link was live. `[]` if corrected by this note before.
 * Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`, `ZeroAmount`, `ConflictingDuplicate`, `CreditAboveTotal`,
 * `TaxAboveAmount`, `RoundingDiffers`, `RoundingNotNamed`, `BreakdownMismatch`.
 * Source: domain 0.3; edge cases 6, 8 and 42; invariant 7.
 */
export const correct = (command: CorrectInvoice, invoice: Invoice): Decision => {
  const { invoiceId, creditId, amountMinor } = command
  const recordedMinor = invoice.corrections.get(creditId)
  if (recordedMinor === amountMinor) return E.right([])
  if (recordedMinor !== undefined) {
    const amounts = { recordedMinor, offeredMinor: amountMinor }
    return E.left({ type: 'ConflictingDuplicate', invoiceId, ...amounts })
  }
  const issued = standing(invoice, invoiceId)
  if (E.isLeft(issued)) return issued
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount', invoiceId })
  const { totalMinor } = issued.right
  const soFarMinor = correctedMinor(invoice)
  if (amountMinor > totalMinor - soFarMinor) {
    const amounts = { totalMinor, correctedMinor: soFarMinor, offeredMinor: amountMinor }
    return E.left({ type: 'CreditAboveTotal', invoiceId, ...amounts })
  }
  const fault = faultOf(command, invoice, issued.right)
  if (fault !== undefined) return E.left(fault)
  return E.right([corrected(command, issued.right), ...deadLink(command, invoice, issued.right)])
}
