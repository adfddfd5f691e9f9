import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { CustomerCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  ConsentGiven,
  ConsentWithdrawn,
  ContactAdded,
  ContactRemoved,
  CustomerMerged,
  CustomerRegistered,
  HardshipReportEnded,
  HardshipReported,
  PaymentMethodAdded,
  PaymentMethodExpired,
  PaymentMethodRemoved,
  PaymentMethodRenewed,
  PreferencesSet,
  type CustomerEvent,
} from './events.ts'
import { explain, type CustomerRejection } from './rejections.ts'
import { evolve, initial, type Customer } from './state.ts'

export { Channel } from '../shared/index.ts'
export {
  ConsentGiven,
  ConsentWithdrawn,
  ContactAdded,
  ContactRemoved,
  ContactRole,
  CustomerEvent,
  CustomerMerged,
  CustomerRegistered,
  HardshipReportEnded,
  HardshipReported,
  PaymentMethodAdded,
  PaymentMethodExpired,
  PaymentMethodRemoved,
  PaymentMethodRenewed,
  PreferencesSet,
} from './events.ts'
export {
  type AddContact,
  type AddMethod,
  type CustomerChange,
  type CustomerCommand,
  type EndHardshipReport,
  type ExpireMethod,
  type GiveConsent,
  type MergeCustomer,
  type RecordCustomer,
  type RegisterCustomer,
  type RemoveContact,
  type RemoveMethod,
  type RenewMethod,
  type ReportHardship,
  type SetPreferences,
  type WithdrawConsent,
} from './commands.ts'
export {
  BehaviourRule,
  countItem,
  noBehaviour,
  paymentBehaviour,
  type BehaviourCounts,
  type DueItem,
  type PaymentBehaviour,
} from './payment-behaviour.ts'
export {
  consentedChannels,
  contactsFor,
  hasConsent,
  isInHardship,
  usableMethods,
} from './questions.ts'
export { type CustomerRejection } from './rejections.ts'
export {
  type Contact,
  type Customer,
  type Hardship,
  type PaymentMethod,
  type Preferences,
  type Registration,
} from './state.ts'

export const customerEvents: ReadonlyArray<EventDefinition> = [
  define(CustomerRegistered),
  define(PreferencesSet),
  define(ConsentGiven),
  define(ConsentWithdrawn),
  define(PaymentMethodAdded),
  define(PaymentMethodRenewed),
  define(PaymentMethodRemoved),
  define(PaymentMethodExpired),
  define(ContactAdded),
  define(ContactRemoved),
  define(HardshipReported),
  define(HardshipReportEnded),
  define(CustomerMerged),
]

/**
 * Who a customer is: registration, preferences, consent, ways to pay, contacts, hardship, and whether it
 * is another one.
 */
export const customerRoom: Room<CustomerCommand, CustomerEvent, Customer, CustomerRejection> = {
  category: 'customer',
  decider: { initial, decide, evolve },
  events: customerEvents,
  streamOf: ({ customerId }) => `customer-${customerId}`,
  doorOf: ({ type }) => (type === 'RecordCustomer' ? 'record' : 'ask'),
  explain,
}
