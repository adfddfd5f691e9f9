import type { CivilDate, ItemId } from '../shared/index.ts'
import { askForCredit, givenUpMinor, laterNote, laterNotes, missingMinor } from './credit-item.ts'
import type { Dossier } from './dossier.ts'
import type { Asked, Policy } from './policy.ts'
import { findItem, invoiceOf, itemOfInvoice } from './read-dossier.ts'

/** What of an invoice's notes its account has not, and no part that was given up bears any more. */
const creditRest = (
  dossier: Dossier,
  itemId: ItemId,
  effectiveOn: CivilDate,
): ReadonlyArray<Asked> => {
  const found = findItem(dossier, itemId)
  const of = found?.item.invoiceId ?? null
  if (found === undefined || of === null || itemOfInvoice(of) !== itemId) return []
  const invoice = invoiceOf(dossier, of)
  if (invoice?.issued?.terms == null) return []
  const dueMinor = missingMinor(of, invoice, found) - givenUpMinor(found.item)
  const id = laterNote(of, laterNotes(of, found).length)
  return askForCredit(dossier, found, { effectiveOn, reason: null }, id, dueMinor)
}

/**
 * A note on a part that was given up comes into its account later: when the partner gives the debt back, or
 * the customer pays it after all.
 *
 * Source: domain 3.3, policy 8; edge cases 39, 40 and 71.
 */
export const laterCredit: Policy = {
  name: 'later credit',
  react: ({ event }, dossier) =>
    event.type === 'ReceivableReturned' || event.type === 'WriteOffRecovered'
      ? creditRest(dossier, event.itemId, event.effectiveOn)
      : [],
}
