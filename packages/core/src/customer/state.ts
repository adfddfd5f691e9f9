import type { Draft } from 'immer'
import {
  laterWins,
  unreachable,
  type ChangeId,
  type Channel,
  type CivilDate,
  type CustomerId,
  type Dated,
  type Text,
} from '../shared/index.ts'
import type { ContactRole, CustomerEvent } from './events.ts'
import { wordsOf, type ChangeEvent } from './words.ts'

export interface Preferences {
  readonly language: Text
  readonly channels: ReadonlyArray<Channel>
  readonly methodIds: ReadonlyArray<Text>
}
export interface Registration {
  readonly on: CivilDate
  readonly acquisitionSource: Text | null
  readonly name: Text | null
}
/** A way to pay. `hasExpired` where that was said, whatever its last day was thought to be. */
export interface PaymentMethod {
  readonly method: Text
  readonly expiresOn: CivilDate | null
  readonly hasExpired: boolean
}
export interface Contact {
  readonly role: ContactRole
  readonly channel: Channel
  readonly address: Text
}
/** Since when the customer cannot pay as agreed, and until when; null: until it ends. */
export interface Hardship {
  readonly until: CivilDate | null
}

/** What the house knows of one customer. What was taken away stands as null, with the day of it. */
export interface Customer {
  readonly registered: Registration | null
  readonly preferences: Dated<Preferences> | null
  readonly consents: ReadonlyMap<Channel, Dated<boolean>>
  readonly methods: ReadonlyMap<Text, Dated<PaymentMethod | null>>
  readonly contacts: ReadonlyMap<Text, Dated<Contact | null>>
  readonly hardship: Dated<Hardship | null> | null
  readonly mergedInto: CustomerId | null
  /** What each change said, in a few words: a repetition is recognised, and a conflict can be named. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

export const initial = (): Customer => ({
  registered: null,
  preferences: null,
  consents: new Map(),
  methods: new Map(),
  contacts: new Map(),
  hardship: null,
  mergedInto: null,
  changes: new Map(),
})

const setMethod = (
  customer: Draft<Customer>,
  event: { readonly methodId: Text; readonly effectiveOn: CivilDate },
  method: PaymentMethod | null,
): void => {
  const { methodId, effectiveOn } = event
  customer.methods.set(methodId, laterWins(customer.methods.get(methodId), method, effectiveOn))
}

const setContact = (
  customer: Draft<Customer>,
  event: { readonly contactId: Text; readonly effectiveOn: CivilDate },
  contact: Contact | null,
): void => {
  const { contactId, effectiveOn } = event
  customer.contacts.set(
    contactId,
    laterWins(customer.contacts.get(contactId), contact, effectiveOn),
  )
}

const setConsent = (
  customer: Draft<Customer>,
  event: { readonly channel: Channel; readonly effectiveOn: CivilDate },
  given: boolean,
): void => {
  const { channel, effectiveOn } = event
  customer.consents.set(channel, laterWins(customer.consents.get(channel), given, effectiveOn))
}

const evolveChange = (customer: Draft<Customer>, event: ChangeEvent): void => {
  const { effectiveOn: on } = event
  customer.changes.set(event.changeId, wordsOf(event))
  switch (event.type) {
    case 'PreferencesSet': {
      const { language, channels, methodIds } = event
      const preferences = { language, channels: [...channels], methodIds: [...methodIds] }
      customer.preferences = laterWins(customer.preferences ?? undefined, preferences, on)
      return
    }
    case 'ConsentGiven':
      return setConsent(customer, event, true)
    case 'ConsentWithdrawn':
      return setConsent(customer, event, false)
    case 'PaymentMethodAdded':
    case 'PaymentMethodRenewed': {
      const { method, expiresOn } = event
      return setMethod(customer, event, { method, expiresOn, hasExpired: false })
    }
    case 'PaymentMethodExpired':
      return setMethod(customer, event, {
        method: event.method,
        expiresOn: on,
        hasExpired: true,
      })
    case 'PaymentMethodRemoved':
      return setMethod(customer, event, null)
    case 'ContactAdded': {
      const { role, channel, address } = event
      return setContact(customer, event, { role, channel, address })
    }
    case 'ContactRemoved':
      return setContact(customer, event, null)
    case 'HardshipReported':
      customer.hardship = laterWins(customer.hardship ?? undefined, { until: event.until }, on)
      return
    case 'HardshipReportEnded':
      customer.hardship = laterWins(customer.hardship ?? undefined, null, on)
      return
    default:
      return unreachable(event)
  }
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (customer: Draft<Customer>, event: CustomerEvent): void => {
  switch (event.type) {
    case 'CustomerRegistered': {
      const { effectiveOn, acquisitionSource, name } = event
      customer.registered ??= { on: effectiveOn, acquisitionSource, name }
      return
    }
    case 'CustomerMerged':
      customer.mergedInto ??= event.into
      return
    default:
      return evolveChange(customer, event)
  }
}
