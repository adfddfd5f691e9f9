import { unreachable } from '../shared/index.ts'
import type { CustomerEvent } from './events.ts'

/** An event that a `changeId` names. */
export type ChangeEvent = Extract<CustomerEvent, { changeId: unknown }>

const listed = (words: ReadonlyArray<string>): string => words.join(', ') || 'none'
const until = (day: string | null): string => (day === null ? 'without an end' : `until ${day}`)

/** What a change says, in a few words: a repetition is recognised by them, and a conflict is named. */
export const wordsOf = (event: ChangeEvent): string => {
  switch (event.type) {
    case 'PreferencesSet':
      return `language ${event.language}, channels ${listed(event.channels)}, methods ${listed(event.methodIds)}`
    case 'ConsentGiven':
      return `consent for ${event.channel} given`
    case 'ConsentWithdrawn':
      return `consent for ${event.channel} withdrawn`
    case 'PaymentMethodAdded':
      return `${event.method} ${event.methodId} added ${until(event.expiresOn)}`
    case 'PaymentMethodRenewed':
      return `${event.methodId} renewed ${until(event.expiresOn)}`
    case 'PaymentMethodRemoved':
      return `${event.methodId} removed`
    case 'PaymentMethodExpired':
      return `${event.methodId} expired`
    case 'ContactAdded':
      return `${event.role} ${event.contactId} added for ${event.channel}`
    case 'ContactRemoved':
      return `contact ${event.contactId} removed`
    case 'HardshipReported':
      return `hardship ${until(event.until)}`
    case 'HardshipReportEnded':
      return 'hardship ended'
    default:
      return unreachable(event)
  }
}
