import * as E from 'fp-ts/lib/Either.js'
import {
  checkTerms,
  minorUnits,
  scheduleFor,
  unreachable,
  type CivilDate,
  type CustomerId,
  type InvoiceId,
} from '../shared/index.ts'
import type {
  CorrectInvoice,
  DeliverInvoice,
  InvoiceCommand,
  IssueInvoice,
  RecordInvoice,
  VoidInvoice,
} from './commands.ts'
import type { Breakdown, InvoiceEvent } from './events.ts'
import type { InvoiceRejection } from './rejections.ts'
import { contentOf, correctedMinor, type Invoice, type Issued } from './state.ts'

type Decision = E.Either<InvoiceRejection, ReadonlyArray<InvoiceEvent>>
type Document = Extract<InvoiceEvent, { type: 'InvoiceIssued' }>

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly invoiceId: InvoiceId
}
const about = ({ effectiveOn, customerId, invoiceId }: About): About => ({
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

/**
 * Issues an invoice; its schedule follows from the terms, counted from the anchor day.
 *
 * Units: minor units of `currency`. Shape: `InvoiceIssued`, its schedule adding up to the total. `[]` if
 * the same document was issued before. Rejects: `DiscountAboveNet`, `EmptyInvoice`, `AmountOutOfRange`,
 * `TermsUnsound`; `ConflictingDuplicate` or, where the totals agree, `InvoiceAlreadyIssued`.
 * Source: domain 3.1 and 3.2.
 */
const issue = (command: IssueInvoice, invoice: Invoice): Decision => {
  const { invoiceId, orderId, currency, breakdown, terms, anchorOn } = command
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
    schedule: scheduleFor(terms, totalMinor, anchorOn),
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
const record = (command: RecordInvoice, invoice: Invoice): Decision => {
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

/** The customer has the invoice. Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`. */
const deliver = (command: DeliverInvoice, invoice: Invoice): Decision => {
  const { invoiceId } = command
  if (invoice.deliveredOn !== null) return E.right([])
  const issued = standing(invoice, invoiceId)
  return E.isLeft(issued) ? issued : E.right([{ type: 'InvoiceDelivered', ...about(command) }])
}

const standing = (
  { issued, voidedBy }: Invoice,
  invoiceId: InvoiceId,
): E.Either<InvoiceRejection, Issued> => {
  if (issued === null) return E.left({ type: 'InvoiceNotIssued', invoiceId })
  return voidedBy === null ? E.right(issued) : E.left({ type: 'InvoiceIsVoid', invoiceId })
}

/**
 * Takes an invoice back whole.
 *
 * Shape: `InvoiceVoided` with what it takes away. `[]` if this change was made before.
 * Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`, `VoidAfterPayment`, `VoidAfterCorrection`.
 */
const voidInvoice = (command: VoidInvoice, invoice: Invoice): Decision => {
  const { invoiceId, changeId, paidMinor, reason } = command
  if (invoice.voidedBy === changeId) return E.right([])
  const issued = standing(invoice, invoiceId)
  if (E.isLeft(issued)) return issued
  if (paidMinor > 0) return E.left({ type: 'VoidAfterPayment', invoiceId, paidMinor })
  if (invoice.corrections.size > 0)
    return E.left({
      type: 'VoidAfterCorrection',
      invoiceId,
      correctedMinor: correctedMinor(invoice),
    })
  const { currency, totalMinor } = issued.right
  return E.right([
    {
      type: 'InvoiceVoided',
      ...about(command),
      currency,
      changeId,
      totalMinor: minorUnits(totalMinor),
      reason,
    },
  ])
}

/**
 * A credit note corrects the invoice.
 *
 * Shape: `InvoiceCorrected`. `[]` if corrected by this note before. Rejects: `InvoiceNotIssued`,
 * `InvoiceIsVoid`, `ZeroAmount`, `ConflictingDuplicate`; `CreditAboveTotal` where all notes together
 * would exceed the invoice's total. Source: invariant 7.
 */
const correct = (command: CorrectInvoice, invoice: Invoice): Decision => {
  const { invoiceId, creditId, amountMinor, reason } = command
  const recordedMinor = invoice.corrections.get(creditId)
  if (recordedMinor === amountMinor) return E.right([])
  if (recordedMinor !== undefined)
    return E.left({
      type: 'ConflictingDuplicate',
      invoiceId,
      recordedMinor,
      offeredMinor: amountMinor,
    })
  const issued = standing(invoice, invoiceId)
  if (E.isLeft(issued)) return issued
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount', invoiceId })
  const { currency, totalMinor } = issued.right
  const soFarMinor = correctedMinor(invoice)
  return amountMinor > totalMinor - soFarMinor
    ? E.left({
        type: 'CreditAboveTotal',
        invoiceId,
        totalMinor,
        correctedMinor: soFarMinor,
        offeredMinor: amountMinor,
      })
    : E.right([
        { type: 'InvoiceCorrected', ...about(command), currency, creditId, amountMinor, reason },
      ])
}

/** Decides one command on one invoice. Pure; `[]` means "already so". */
export const decide =
  (command: InvoiceCommand) =>
  (invoice: Invoice): Decision => {
    switch (command.type) {
      case 'IssueInvoice':
        return issue(command, invoice)
      case 'RecordInvoice':
        return record(command, invoice)
      case 'DeliverInvoice':
        return deliver(command, invoice)
      case 'VoidInvoice':
        return voidInvoice(command, invoice)
      case 'CorrectInvoice':
        return correct(command, invoice)
      default:
        return unreachable(command)
    }
  }
