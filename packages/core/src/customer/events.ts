import * as t from 'io-ts'
import {
  ChangeId,
  Channel,
  CivilDate,
  CustomerId,
  nullable,
  personal,
  Text,
} from '../shared/index.ts'
import { customerEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

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
  /** Ways to pay, the liked best first, by the `methodId`s of the customer. */
  methodIds: t.readonlyArray(Text),
})
export const ConsentGiven = customerEvent('ConsentGiven', { changeId: ChangeId, channel: Channel })
export const ConsentWithdrawn = customerEvent('ConsentWithdrawn', {
  changeId: ChangeId,
  channel: Channel,
})

/** A way to pay that the customer gave. No number of a card or an account stands in the log. */
export const PaymentMethodAdded = customerEvent('PaymentMethodAdded', {
  changeId: ChangeId,
  methodId: Text,
  /** `card`, `wallet`, `bankTransfer`, `directDebit` and whatever else the house takes. */
  method: Text,
  /** The last day on which it can be used; null where it does not end. */
  expiresOn: nullable(CivilDate),
})
/** The same way to pay got a new last day: a card was replaced. */
export const PaymentMethodRenewed = customerEvent('PaymentMethodRenewed', {
  changeId: ChangeId,
  methodId: Text,
  method: Text,
  expiresOn: nullable(CivilDate),
})
export const PaymentMethodRemoved = customerEvent('PaymentMethodRemoved', {
  changeId: ChangeId,
  methodId: Text,
  method: Text,
})
/** It can be used no more, as its day passed or its issuer said. */
export const PaymentMethodExpired = customerEvent('PaymentMethodExpired', {
  changeId: ChangeId,
  methodId: Text,
  method: Text,
})

/** Who somebody is to the customer's account; `endBuyer`: who buys from a merchant that is our customer. */
export const ContactRole = t.keyof({
  owner: null,
  payer: null,
  recipient: null,
  endBuyer: null,
  technical: null,
})
export type ContactRole = t.TypeOf<typeof ContactRole>

export const ContactAdded = customerEvent('ContactAdded', {
  changeId: ChangeId,
  contactId: Text,
  role: ContactRole,
  channel: Channel,
  address: personal(Text),
})
export const ContactRemoved = customerEvent('ContactRemoved', {
  changeId: ChangeId,
  contactId: Text,
})

/** The customer cannot pay as agreed, and said why; until a day, or until it ends. */
export const HardshipReported = customerEvent('HardshipReported', {
  changeId: ChangeId,
  reason: nullable(personal(Text)),
  until: nullable(CivilDate),
})
export const HardshipReportEnded = customerEvent('HardshipReportEnded', { changeId: ChangeId })

/** The customer turned out to be another one, who survives. Rows are joined when a question is asked. */
export const CustomerMerged = customerEvent('CustomerMerged', { into: CustomerId })

export const CustomerEvent = t.union([
  CustomerRegistered,
  PreferencesSet,
  ConsentGiven,
  ConsentWithdrawn,
  PaymentMethodAdded,
  PaymentMethodRenewed,
  PaymentMethodRemoved,
  PaymentMethodExpired,
  ContactAdded,
  ContactRemoved,
  HardshipReported,
  HardshipReportEnded,
  CustomerMerged,
])
export type CustomerEvent = t.TypeOf<typeof CustomerEvent>
