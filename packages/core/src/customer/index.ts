import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { CustomerCommand } from './commands.ts'
import { decide } from './decide.ts'
import {
  CustomerRegistered,
  PreferencesSet,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerMerged,
  type CustomerEvent,
} from './events.ts'
import { explain, type CustomerRejection } from './rejections.ts'
import { evolve, initial, type Customer } from './state.ts'

export {
  Channel,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerEvent,
  CustomerMerged,
  CustomerRegistered,
  PreferencesSet,
} from './events.ts'
export {
  type CustomerCommand,
  type RegisterCustomer,
  type RecordCustomer,
  type SetPreferences,
  type GiveConsent,
  type WithdrawConsent,
  type MergeCustomer,
} from './commands.ts'
export { type CustomerRejection } from './rejections.ts'
export { hasConsent, type Customer, type Preferences, type Registration } from './state.ts'

export const customerEvents: ReadonlyArray<EventDefinition> = [
  define(CustomerRegistered),
  define(PreferencesSet),
  define(ConsentGiven),
  define(ConsentWithdrawn),
  define(CustomerMerged),
]

/** Who a customer is: registration, preferences, consent by channel, and whether it is another one. */
export const customerRoom: Room<CustomerCommand, CustomerEvent, Customer, CustomerRejection> = {
  category: 'customer',
  decider: { initial, decide, evolve },
  events: customerEvents,
  streamOf: ({ customerId }) => `customer-${customerId}`,
  doorOf: ({ type }) => (type === 'RecordCustomer' ? 'record' : 'ask'),
  explain,
}
