import * as E from 'fp-ts/lib/Either.js'
import type { RecordCustomer, RegisterCustomer } from '../commands.ts'
import type { CustomerEvent } from '../events.ts'
import type { Customer } from '../state.ts'
import type { Decision } from './decision.ts'

const registered = (command: RegisterCustomer | RecordCustomer): CustomerEvent => ({
  type: 'CustomerRegistered',
  effectiveOn: command.effectiveOn,
  customerId: command.customerId,
  acquisitionSource: command.acquisitionSource,
  name: command.name,
})

/**
 * Registers a customer, once.
 *
 * Shape: nothing where the same name and source are registered; the first day of registration holds.
 * Rejects: `AlreadyRegistered` where name or source differ. Source: domain 3.2, Customer.
 */
export const register = (command: RegisterCustomer, { registered: known }: Customer): Decision => {
  if (known === null) return E.right([registered(command)])
  const same = known.acquisitionSource === command.acquisitionSource && known.name === command.name
  return same ? E.right([]) : E.left({ type: 'AlreadyRegistered', customerId: command.customerId })
}

/** Registered elsewhere: says something only where nobody was registered before. */
export const recordCustomer = (command: RecordCustomer, customer: Customer): Decision =>
  E.right(customer.registered === null ? [registered(command)] : [])
