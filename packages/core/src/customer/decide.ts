import * as E from 'fp-ts/lib/Either.js'
import { unreachable, type ChangeId } from '../shared/index.ts'
import type {
  CustomerCommand,
  MergeCustomer,
  RecordCustomer,
  RegisterCustomer,
} from './commands.ts'
import type { CustomerEvent } from './events.ts'
import type { CustomerRejection } from './rejections.ts'
import { wordsOfConsent, wordsOfPreferences, type Customer } from './state.ts'

type Decision = E.Either<CustomerRejection, ReadonlyArray<CustomerEvent>>

export const decide =
  (command: CustomerCommand) =>
  (customer: Customer): Decision => {
    switch (command.type) {
      case 'RegisterCustomer':
        return register(command, customer)
      case 'RecordCustomer':
        return customer.registered === null ? E.right([registered(command)]) : E.right([])
      case 'SetPreferences': {
        const { type: _, ...facts } = command
        const event: CustomerEvent = { type: 'PreferencesSet', ...facts }
        return change(event, wordsOfPreferences(command), customer)
      }
      case 'GiveConsent': {
        const { type: _, ...facts } = command
        const event: CustomerEvent = { type: 'ConsentGiven', ...facts }
        return change(event, wordsOfConsent(true, command.channel), customer)
      }
      case 'WithdrawConsent': {
        const { type: _, ...facts } = command
        const event: CustomerEvent = { type: 'ConsentWithdrawn', ...facts }
        return change(event, wordsOfConsent(false, command.channel), customer)
      }
      case 'MergeCustomer':
        return merge(command, customer)
      default:
        return unreachable(command)
    }
  }

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
const register = (command: RegisterCustomer, { registered: known }: Customer): Decision => {
  if (known === null) return E.right([registered(command)])
  const same = known.acquisitionSource === command.acquisitionSource && known.name === command.name
  return same ? E.right([]) : E.left({ type: 'AlreadyRegistered', customerId: command.customerId })
}

/**
 * Records a change that its `changeId` names.
 *
 * Shape: nothing where this change was recorded before. A change that sets a value to what it is already
 * is a fact of its own: it may be the later one when an older day is learned.
 * Rejects: `ConflictingDuplicate`, `UnknownCustomer`, `AlreadyMerged`.
 */
const change = (
  event: CustomerEvent & { readonly changeId: ChangeId },
  words: string,
  customer: Customer,
): Decision => {
  const { customerId, changeId } = event
  const recorded = customer.changes.get(changeId)
  if (recorded === words) return E.right([])
  if (recorded !== undefined)
    return E.left({ type: 'ConflictingDuplicate', changeId, recorded, offered: words })
  if (customer.registered === null) return E.left({ type: 'UnknownCustomer', customerId })
  if (customer.mergedInto !== null)
    return E.left({ type: 'AlreadyMerged', customerId, into: customer.mergedInto })
  return E.right([event])
}

/**
 * Says that this customer is another one, who survives.
 *
 * Rejects: `MergedIntoItself`, `UnknownCustomer`, `AlreadyMerged` where it went into a third one.
 */
const merge = (command: MergeCustomer, customer: Customer): Decision => {
  const { customerId, into, effectiveOn } = command
  if (into === customerId) return E.left({ type: 'MergedIntoItself', customerId })
  if (customer.mergedInto === into) return E.right([])
  if (customer.mergedInto !== null)
    return E.left({ type: 'AlreadyMerged', customerId, into: customer.mergedInto })
  if (customer.registered === null) return E.left({ type: 'UnknownCustomer', customerId })
  return E.right([{ type: 'CustomerMerged', effectiveOn, customerId, into }])
}
