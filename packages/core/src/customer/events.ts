import * as t from 'io-ts'
import { ChangeId, CustomerId, nullable, personal, Text } from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

export const Channel = t.keyof({ email: null, sms: null, letter: null, call: null })
export type Channel = t.TypeOf<typeof Channel>

/** Where a customer's name, language and way in are first learned. */
export const CustomerRegistered = customerEvent('CustomerRegistered', {
  acquisitionSource: nullable(Text),
  name: nullable(personal(Text)),
})
/** The whole set of preferences, replacing the earlier one. */
export const PreferencesSet = customerEvent('PreferencesSet', {
  changeId: ChangeId,
  language: Text,
  channels: t.readonlyArray(Channel),
})
export const ConsentGiven = customerEvent('ConsentGiven', { changeId: ChangeId, channel: Channel })
export const ConsentWithdrawn = customerEvent('ConsentWithdrawn', {
  changeId: ChangeId,
  channel: Channel,
})
/** The customer turned out to be another one, who survives. Rows are joined when a question is asked. */
export const CustomerMerged = customerEvent('CustomerMerged', { into: CustomerId })

export const CustomerEvent = t.union([
  CustomerRegistered,
  PreferencesSet,
  ConsentGiven,
  ConsentWithdrawn,
  CustomerMerged,
])
export type CustomerEvent = t.TypeOf<typeof CustomerEvent>
