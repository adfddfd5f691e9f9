import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits, unreachable, type InvoiceId } from '../shared/index.ts'
import type { CorrectInvoice, DeliverInvoice, InvoiceCommand, VoidInvoice } from './commands.ts'
import { about, issue, record, type Decision } from './issue.ts'
import type { InvoiceRejection } from './rejections.ts'
import { correctedMinor, type Invoice, type Issued } from './state.ts'

/** The customer has the invoice. Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`. */
const deliver = (command: DeliverInvoice, invoice: Invoice): Decision => {
  const { invoiceId } = command
  if (invoice.deliveredOn !== null) return E.right([])
  const issued = standing(invoice, invoiceId)
  return E.isLeft(issued)
    ? issued
    : E.right([{ type: 'InvoiceDelivered', ...aboutIssued(command, issued.right) }])
}

/** What is said of an invoice is effective on its own day at the earliest: no cut shows it without one. */
const aboutIssued = (command: InvoiceCommand, { issuedOn }: Issued) => ({
  ...about(command),
  effectiveOn: laterDay(command.effectiveOn, issuedOn),
})

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
      ...aboutIssued(command, issued.right),
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
        {
          type: 'InvoiceCorrected',
          ...aboutIssued(command, issued.right),
          currency,
          creditId,
          amountMinor,
          reason,
        },
      ])
}

/** Refuses whoever speaks of another customer's invoice; undefined where it is the command's own. */
const stranger = (
  { invoiceId, customerId }: InvoiceCommand,
  { issued }: Invoice,
): Decision | undefined =>
  issued === null || issued.customerId === customerId
    ? undefined
    : E.left({
        type: 'WrongCustomer',
        invoiceId,
        expected: issued.customerId,
        offered: customerId,
      })

/** Decides one command on one invoice. Pure; `[]` means "already so". Rejects also: `WrongCustomer`. */
export const decide =
  (command: InvoiceCommand) =>
  (invoice: Invoice): Decision => {
    const refused = stranger(command, invoice)
    if (refused !== undefined) return refused
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
