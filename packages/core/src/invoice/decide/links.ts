import * as E from 'fp-ts/lib/Either.js'
import { minorUnits } from '../../shared/index.ts'
import type { OpenPaymentLink, RetirePaymentLink, UsePaymentLink } from '../commands.ts'
import type { InvoiceEvent } from '../events.ts'
import type { LinkRejection } from '../rejections.ts'
import { liveLink, type Invoice, type Link } from '../state.ts'
import { aboutIssued, standing, type Decision } from './decision.ts'

/**
 * Makes a link by which an amount of the invoice can be paid. An invoice has one live link at most.
 *
 * Shape: `PaymentLinkOpened`, after `PaymentLinkRetired` where another one was live. `[]` if this token was
 * opened before. Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`, `ConflictingDuplicate`, `ZeroAmount`,
 * `LinkAboveOpen`. Source: domain 2-10.
 */
export const openLink = (command: OpenPaymentLink, invoice: Invoice): Decision => {
  const { invoiceId, token, amountMinor, expiresOn, openMinor } = command
  const known = invoice.links.get(token)
  if (known !== undefined) {
    const amounts = { recordedMinor: known.amountMinor, offeredMinor: amountMinor }
    return known.amountMinor === amountMinor
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', invoiceId, ...amounts })
  }
  const issued = standing(invoice, invoiceId)
  if (E.isLeft(issued)) return issued
  if (amountMinor === 0) return E.left({ type: 'ZeroAmount', invoiceId })
  if (amountMinor > openMinor)
    return E.left({ type: 'LinkAboveOpen', invoiceId, amountMinor, openMinor })
  const about = aboutIssued(command, issued.right)
  const { currency } = issued.right
  const before = liveLink(invoice)
  const replaced: ReadonlyArray<InvoiceEvent> =
    before === undefined
      ? []
      : [{ type: 'PaymentLinkRetired', ...about, token: before, reason: 'replaced' }]
  return E.right([
    ...replaced,
    { type: 'PaymentLinkOpened', ...about, currency, token, amountMinor, expiresOn },
  ])
}

/** Why a link cannot be used; undefined where all it asks for is still open. */
const whyDead = (
  { effectiveOn, openMinor }: UsePaymentLink,
  { amountMinor, expiresOn, end }: Link,
): Extract<LinkRejection, { type: 'LinkExpired' }>['why'] | undefined => {
  if (end !== null) return end
  if (effectiveOn > expiresOn) return 'expired'
  if (openMinor === 0) return 'paid'
  return openMinor < amountMinor ? 'changed' : undefined
}

/**
 * Somebody pays by a link. What is accepted is exactly the link's amount, once, and only while so much is
 * open: a stale link can neither pay twice nor too much.
 *
 * Shape: `PaymentLinkUsed`. `[]` if this payment came by it before.
 * Rejects: `InvoiceNotIssued`, `InvoiceIsVoid`, `UnknownLink`, `LinkExpired` with why. Source: domain 2-10.
 */
export const useLink = (command: UsePaymentLink, invoice: Invoice): Decision => {
  const { invoiceId, token, paymentId } = command
  const link = invoice.links.get(token)
  if (link?.usedBy === paymentId) return E.right([])
  const issued = standing(invoice, invoiceId)
  if (E.isLeft(issued)) return issued
  if (link === undefined) return E.left({ type: 'UnknownLink', invoiceId, token })
  const why = whyDead(command, link)
  if (why !== undefined) return E.left({ type: 'LinkExpired', invoiceId, token, why })
  const { currency } = issued.right
  const paid = { currency, token, paymentId, amountMinor: minorUnits(link.amountMinor) }
  return E.right([{ type: 'PaymentLinkUsed', ...aboutIssued(command, issued.right), ...paid }])
}

/**
 * Ends a link: the invoice was paid another way or changed, or the link is not wanted.
 *
 * Shape: `[]` where it is dead already, for whatever reason. Rejects: `InvoiceNotIssued`, `UnknownLink`.
 */
export const retireLink = (command: RetirePaymentLink, invoice: Invoice): Decision => {
  const { invoiceId, token, reason } = command
  const { issued } = invoice
  if (issued === null) return E.left({ type: 'InvoiceNotIssued', invoiceId })
  const link = invoice.links.get(token)
  if (link === undefined) return E.left({ type: 'UnknownLink', invoiceId, token })
  return link.end === null
    ? E.right([{ type: 'PaymentLinkRetired', ...aboutIssued(command, issued), token, reason }])
    : E.right([])
}
