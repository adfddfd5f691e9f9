import * as E from 'fp-ts/lib/Either.js'
import {
  checkTerms,
  knownAnchor,
  minorUnits,
  scheduleBy,
  type AnchorDays,
  type CivilDate,
  type CustomerId,
  type InvoiceId,
} from '../shared/index.ts'
import type { IssueInvoice, RecordInvoice } from './commands.ts'
import type { Breakdown, InvoiceEvent } from './events.ts'
import type { InvoiceRejection } from './rejections.ts'
import { contentOf, type Invoice } from './state.ts'

export type Decision = E.Either<InvoiceRejection, ReadonlyArray<InvoiceEvent>>
type Document = Extract<InvoiceEvent, { type: 'InvoiceIssued' }>

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly invoiceId: InvoiceId
}
/** What every event of one command says about itself. */
export const about = ({ effectiveOn, customerId, invoiceId }: About): About => ({
  effectiveOn,
  customerId,
  invoiceId,
})

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

const totalOf = ({ netMinor, discountMinor, taxMinor, shippingMinor }: Breakdown): number =>
  netMinor - discountMinor + taxMinor + shippingMinor

/** The anchor's day, and the invoice's own day where the terms do not count from it. */
const knownAtIssue = ({ terms, anchorOn, effectiveOn }: IssueInvoice): AnchorDays => {
  const days = knownAnchor(terms.anchor, anchorOn)
  return { ...days, invoicedOn: days.invoicedOn ?? effectiveOn }
}

/**
 * Issues an invoice; its schedule follows from the terms, counted from the anchor day.
 *
 * Units: minor units of `currency`. Shape: `InvoiceIssued`, its schedule adding up to the total. `[]` if
 * the same document was issued before. Rejects: `DiscountAboveNet`, `EmptyInvoice`, `AmountOutOfRange`,
 * `TermsUnsound`; `ConflictingDuplicate` or, where the totals agree, `InvoiceAlreadyIssued`.
 * Source: domain 3.1 and 3.2.
 */
export const issue = (command: IssueInvoice, invoice: Invoice): Decision => {
  const { invoiceId, orderId, currency, breakdown, terms } = command
  const { netMinor, discountMinor } = breakdown
  if (discountMinor > netMinor)
    return E.left({ type: 'DiscountAboveNet', invoiceId, netMinor, discountMinor })
  const totalMinor = totalOf(breakdown)
  if (!Number.isSafeInteger(totalMinor))
    return E.left({ type: 'AmountOutOfRange', invoiceId, amountMinor: totalMinor })
  if (totalMinor === 0) return E.left({ type: 'EmptyInvoice', invoiceId })
  const sound = checkTerms(terms)
  if (E.isLeft(sound)) return E.left({ type: 'TermsUnsound', invoiceId, fault: sound.left })
  const document: Document = {
    type: 'InvoiceIssued',
    ...about(command),
    orderId,
    currency,
    totalMinor: minorUnits(totalMinor),
    breakdown,
    schedule: scheduleBy(terms, totalMinor, knownAtIssue(command)),
    terms,
  }
  return issuedOnce(document, invoice)
}

/**
 * An invoice issued elsewhere, with its schedule as it stands there; a total of zero is a fact too.
 *
 * Shape: `InvoiceIssued` without terms. `[]` if the same document was issued before.
 * Rejects: `ScheduleMismatch`, `ConflictingDuplicate`, `InvoiceAlreadyIssued`.
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
    breakdown: { netMinor: totalMinor, discountMinor: none, taxMinor: none, shippingMinor: none },
    schedule,
    terms: null,
  }
  return issuedOnce(document, invoice)
}
