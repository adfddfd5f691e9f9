import type { Draft } from 'immer'
import {
  laterWins,
  unreachable,
  type ChangeId,
  type CivilDate,
  type CustomerId,
  type Dated,
  type Text,
} from '../shared/index.ts'
import type { Channel, CustomerEvent } from './events.ts'

export interface Preferences {
  readonly language: Text
  readonly channels: ReadonlyArray<Channel>
}

/** What the house knows of one customer. */
export interface Customer {
  readonly registered: Registration | null
  readonly preferences: Dated<Preferences> | null
  readonly consents: ReadonlyMap<Channel, Dated<boolean>>
  readonly mergedInto: CustomerId | null
  /** What each change said, in a few words: a repetition is recognised, and a conflict can be named. */
  readonly changes: ReadonlyMap<ChangeId, string>
}

export interface Registration {
  readonly on: CivilDate
  readonly acquisitionSource: Text | null
  readonly name: Text | null
}

export const initial = (): Customer => ({
  registered: null,
  preferences: null,
  consents: new Map(),
  mergedInto: null,
  changes: new Map(),
})

/** What a change says: the same words for the command that asks for it and the event that records it. */
export const wordsOfConsent = (given: boolean, channel: Channel): string =>
  `consent for ${channel} ${given ? 'given' : 'withdrawn'}`

export const wordsOfPreferences = ({ language, channels }: Preferences): string =>
  `language ${language}, channels ${channels.join(', ') || 'none'}`

const consent = (
  customer: Draft<Customer>,
  event: { changeId: ChangeId; channel: Channel; effectiveOn: CivilDate },
  given: boolean,
): void => {
  const { changeId, channel, effectiveOn } = event
  customer.changes.set(changeId, wordsOfConsent(given, channel))
  customer.consents.set(channel, laterWins(customer.consents.get(channel), given, effectiveOn))
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (customer: Draft<Customer>, event: CustomerEvent): void => {
  switch (event.type) {
    case 'CustomerRegistered':
      customer.registered ??= {
        on: event.effectiveOn,
        acquisitionSource: event.acquisitionSource,
        name: event.name,
      }
      return
    case 'PreferencesSet': {
      const preferences = { language: event.language, channels: [...event.channels] }
      customer.changes.set(event.changeId, wordsOfPreferences(preferences))
      customer.preferences = laterWins(
        customer.preferences ?? undefined,
        preferences,
        event.effectiveOn,
      )
      return
    }
    case 'ConsentGiven':
      return consent(customer, event, true)
    case 'ConsentWithdrawn':
      return consent(customer, event, false)
    case 'CustomerMerged':
      customer.mergedInto ??= event.into
      return
    default:
      return unreachable(event)
  }
}

/** Whether the customer agreed to be written to this way; nobody has before they said so. */
export const hasConsent = (customer: Customer, channel: Channel): boolean =>
  customer.consents.get(channel)?.value ?? false
