import * as E from 'fp-ts/lib/Either.js'
import type { CustomerChange } from '../commands.ts'
import type { CustomerRejection } from '../rejections.ts'
import type { Customer } from '../state.ts'
import { wordsOf } from '../words.ts'
import type { Decision } from './decision.ts'
import { eventOf } from './event-of.ts'

/** Why the customer, as known, cannot take this change; undefined where nothing stands against it. */
const refusalOf = (command: CustomerChange, customer: Customer): CustomerRejection | undefined => {
  const { customerId } = command
  if (customer.registered === null) return { type: 'UnknownCustomer', customerId }
  if (customer.mergedInto !== null)
    return { type: 'AlreadyMerged', customerId, into: customer.mergedInto }
  switch (command.type) {
    case 'RenewMethod':
    case 'RemoveMethod':
    case 'ExpireMethod': {
      const { methodId } = command
      const method = customer.methods.get(methodId)?.value ?? null
      return method === null ? { type: 'UnknownMethod', methodId } : undefined
    }
    case 'RemoveContact': {
      const { contactId } = command
      const contact = customer.contacts.get(contactId)?.value ?? null
      return contact === null ? { type: 'UnknownContact', contactId } : undefined
    }
    case 'ReportHardship': {
      const { until, effectiveOn: reportedOn } = command
      const isPast = until !== null && until < reportedOn
      return isPast ? { type: 'HardshipIsPast', until, reportedOn } : undefined
    }
    case 'EndHardshipReport':
      return (customer.hardship?.value ?? null) === null
        ? { type: 'NoHardship', customerId }
        : undefined
    default:
      return undefined
  }
}

/**
 * Records a change that its `changeId` names.
 *
 * Shape: nothing where this change was recorded before. A change that sets a value to what it is already
 * is a fact of its own: it may be the later one when an older day is learned.
 * Rejects: `ConflictingDuplicate`, `UnknownCustomer`, `AlreadyMerged`; of a way to pay or a contact that is
 * not on file `UnknownMethod` and `UnknownContact`; `HardshipIsPast` and `NoHardship`.
 */
export const change = (command: CustomerChange, customer: Customer): Decision => {
  const { changeId } = command
  const event = eventOf(command, customer)
  const offered = wordsOf(event)
  const recorded = customer.changes.get(changeId)
  if (recorded === offered) return E.right([])
  if (recorded !== undefined)
    return E.left({ type: 'ConflictingDuplicate', changeId, recorded, offered })
  const refusal = refusalOf(command, customer)
  return refusal === undefined ? E.right([event]) : E.left(refusal)
}
