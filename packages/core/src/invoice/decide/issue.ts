import * as E from 'fp-ts/lib/Either.js'
import { checkTerms, minorUnits, scheduleBy, totalOf } from '../../shared/index.ts'
import { about } from '../about.ts'
import type { IssueInvoice, RecordInvoice } from '../commands.ts'
import type { InvoiceEvent } from '../events.ts'
import { contentOf } from '../evolve.ts'
import type { InvoiceRejection } from '../rejections.ts'
import type { Invoice } from '../state.ts'
import { faultOfAmounts } from './breakdown.ts'
import type { Decision } from './decision.ts'
import { earlyPayOf } from './early-pay.ts'

type Document = Extract<InvoiceEvent, { type: 'InvoiceIssued' }>

/** Nothing for the same document again; a refusal for another one under the same number. */
const issuedOnce = (document: Document, { issued }: Invoice): Decision => {
  if (issued === null) return E.right([document])
  const { invoiceId, totalMinor } = document
  if (issued.content === contentOf(document)) return E.right([])
  return issued.totalMinor === totalMinor
    ? E.left({ type: 'InvoiceAlreadyIssued', invoiceId })
    : E.left({
        type: 'ConflictingDuplicate',
        invoiceId,
        recordedMinor: issued.totalMinor,
        offeredMinor: totalMinor,
      })
}

/** What is wrong with when and how it is to be paid, undefined where nothing is. */
const faultOfConditions = ({
  invoiceId,
  effectiveOn,
  billFor,
  terms,
  payTo,
  breakdown,
}: IssueInvoice): InvoiceRejection | undefined => {
  const sound = checkTerms(terms)
  if (E.isLeft(sound)) return { type: 'TermsUnsound', invoiceId, fault: sound.left }
  if (billFor.kind === 'period' && billFor.inArrears && effectiveOn < billFor.until)
    return { type: 'PeriodNotOver', invoiceId, until: billFor.until }
  if (totalOf(breakdown) === 0) return undefined
  const missing = [
    ...(payTo.account === null ? (['account'] as const) : []),
    ...(payTo.methods.length === 0 ? (['method'] as const) : []),
  ]
  return missing.length === 0 ? undefined : { type: 'PaymentDetailsMissing', invoiceId, missing }
}

/**
 * Issues an invoice; its schedule follows from the terms, counted from the days that are known.
 *
 * Units: minor units of `currency`. Shape: `InvoiceIssued`, its schedule adding up to the total; a part
 * that waits for a delivery or a milestone has no due day yet. Lines that come to zero are an invoice with
 * nothing due and an empty schedule. `[]` if the same document was issued before.
 * Rejects: `DiscountAboveNet`, `EmptyInvoice` (no lines, no sum), `AmountOutOfRange`, `LineNotQuoted`,
 * `RoundingNotNamed`, `BreakdownMismatch`, `TermsUnsound`, `PeriodNotOver`, `PaymentDetailsMissing`;
 * `ConflictingDuplicate` or, where the totals agree, `InvoiceAlreadyIssued`.
 * Source: domain 3.1 and 3.2; 0-13, 1-26, 1-27, 4-09; edge cases 17 and 18.
 */
export const issue = (command: IssueInvoice, invoice: Invoice): Decision => {
  const { orderId, currency, lines, breakdown, billFor, terms, payTo, quote } = command
  const { shippingTaxBasisPoints, feesTaxBasisPoints } = command
  const fault = faultOfAmounts(command) ?? faultOfConditions(command)
  if (fault !== undefined) return E.left(fault)
  const totalMinor = minorUnits(totalOf(breakdown))
  const nothingDue = totalMinor === 0
  const days = { ...command.days, invoicedOn: command.effectiveOn }
  const document: Document = {
    type: 'InvoiceIssued',
    ...about(command),
    orderId,
    currency,
    totalMinor,
    nothingDue,
    breakdown,
    lines,
    shippingTaxBasisPoints,
    feesTaxBasisPoints,
    billFor,
    schedule: nothingDue ? [] : scheduleBy(terms, totalMinor, days),
    earlyPay: earlyPayOf(command, totalMinor, days),
    terms,
    payTo,
    quoteHash: quote?.quoteHash ?? null,
  }
  return issuedOnce(document, invoice)
}

/**
 * An invoice issued elsewhere, with its schedule as it stands there, due days gone by included; a total of
 * zero is a fact too.
 *
 * Shape: `InvoiceIssued` without terms. `[]` if the same document was issued before.
 * Rejects: `ScheduleMismatch`, `ConflictingDuplicate`, `InvoiceAlreadyIssued`. Source: domain 0-10.
 */
export const record = (command: RecordInvoice, invoice: Invoice): Decision => {
  const { invoiceId, orderId, currency, totalMinor, schedule } = command
  const scheduledMinor = schedule.reduce((sum, part) => sum + part.amountMinor, 0)
  if (scheduledMinor !== totalMinor)
    return E.left({ type: 'ScheduleMismatch', invoiceId, totalMinor, scheduledMinor })
  const none = minorUnits(0)
  const document: Document = {
    type: 'InvoiceIssued',
    ...about(command),
    orderId,
    currency,
    totalMinor,
    nothingDue: totalMinor === 0,
    breakdown: {
      netMinor: totalMinor,
      discountMinor: none,
      taxMinor: none,
      shippingMinor: none,
      feesMinor: none,
      taxRounding: null,
    },
    lines: [],
    shippingTaxBasisPoints: 0,
    feesTaxBasisPoints: 0,
    billFor: { kind: 'other' },
    schedule,
    earlyPay: [],
    terms: null,
    payTo: null,
    quoteHash: null,
  }
  return issuedOnce(document, invoice)
}
