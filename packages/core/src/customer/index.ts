import { define } from '../shared/event.ts'
import type { EventDefinition } from '../shared/index.ts'
import {
  CustomerRegistered,
  PreferencesSet,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerMerged,
} from './events.ts'

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

export const customerEvents: ReadonlyArray<EventDefinition> = [
  define(CustomerRegistered),
  define(PreferencesSet),
  define(ConsentGiven),
  define(ConsentWithdrawn),
  define(CustomerMerged),
]
