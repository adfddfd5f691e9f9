import * as E from 'fp-ts/lib/Either.js'
import type { MergeCustomer } from '../commands.ts'
import type { Customer } from '../state.ts'
import type { Decision } from './decision.ts'

/**
 * Says that this customer is another one, who survives.
 *
 * Rejects: `MergedIntoItself`, `UnknownCustomer`, `AlreadyMerged` where it went into a third one.
 */
export const merge = (command: MergeCustomer, customer: Customer): Decision => {
  const { customerId, into, effectiveOn } = command
  if (into === customerId) return E.left({ type: 'MergedIntoItself', customerId })
  if (customer.mergedInto === into) return E.right([])
  if (customer.mergedInto !== null)
    return E.left({ type: 'AlreadyMerged', customerId, into: customer.mergedInto })
  if (customer.registered === null) return E.left({ type: 'UnknownCustomer', customerId })
  return E.right([{ type: 'CustomerMerged', effectiveOn, customerId, into }])
}
