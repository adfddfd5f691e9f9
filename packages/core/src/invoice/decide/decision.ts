import * as E from 'fp-ts/lib/Either.js'
import { laterDay, type InvoiceId } from '../../shared/index.ts'
import { about, type About } from '../about.ts'
import type { InvoiceEvent } from '../events.ts'
import type { InvoiceRejection } from '../rejections.ts'
import type { Invoice, Issued } from '../state.ts'

export type Decision = E.Either<InvoiceRejection, ReadonlyArray<InvoiceEvent>>

/** What is said of an invoice is effective on its own day at the earliest: no cut shows it without one. */
export const aboutIssued = (command: About, { issuedOn }: Issued): About => ({
  ...about(command),
  effectiveOn: laterDay(command.effectiveOn, issuedOn),
})

/** The invoice as issued and not taken back. */
export const standing = (
  { issued, voidedBy }: Invoice,
  invoiceId: InvoiceId,
): E.Either<InvoiceRejection, Issued> => {
  if (issued === null) return E.left({ type: 'InvoiceNotIssued', invoiceId })
  return voidedBy === null ? E.right(issued) : E.left({ type: 'InvoiceIsVoid', invoiceId })
}
