import { liveLink } from '../invoice/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { invoiceOf } from './read-dossier.ts'
import { settledBy } from './settled-item.ts'

const name = 'retire links'

const react = (happened: Happened, dossier: Dossier): ReadonlyArray<Asked> => {
  const settled = settledBy(happened, dossier)
  const invoiceId = settled?.item.invoiceId ?? null
  if (settled === undefined || invoiceId === null) return []
  const invoice = invoiceOf(dossier, invoiceId)
  const token = invoice === undefined ? undefined : liveLink(invoice)
  if (token === undefined) return []
  const about = { effectiveOn: settled.on, customerId: dossier.customerId, invoiceId }
  const command = { type: 'RetirePaymentLink', ...about, token, reason: 'paid' } as const
  return [{ room: 'invoice', key: causedBy(name, invoiceId, token), command }]
}

/**
 * A link to pay by dies with the debt: nobody pays twice. Source: domain 3.3, policy 4.
 */
export const retireLinks: Policy = { name, react }
