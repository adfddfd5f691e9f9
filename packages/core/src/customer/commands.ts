import type { ChangeId, Channel, CivilDate, CustomerId, Text } from '../shared/index.ts'
import type { ContactRole } from './events.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
}
/** A change of what is known; `changeId` names it, so that its repetition is recognised. */
interface Change extends About {
  readonly changeId: ChangeId
}
export interface RegisterCustomer extends About {
  readonly type: 'RegisterCustomer'
  readonly acquisitionSource: Text | null
  readonly name: Text | null
}
/** Registered elsewhere. Repeated with the same id it says nothing. */
export interface RecordCustomer extends About {
  readonly type: 'RecordCustomer'
  readonly acquisitionSource: Text | null
  readonly name: Text | null
}
export interface SetPreferences extends Change {
  readonly type: 'SetPreferences'
  readonly language: Text
  readonly channels: ReadonlyArray<Channel>
  readonly methodIds: ReadonlyArray<Text>
}
export interface GiveConsent extends Change {
  readonly type: 'GiveConsent'
  readonly channel: Channel
}
export interface WithdrawConsent extends Change {
  readonly type: 'WithdrawConsent'
  readonly channel: Channel
}
export interface AddMethod extends Change {
  readonly type: 'AddMethod'
  readonly methodId: Text
  readonly method: Text
  readonly expiresOn: CivilDate | null
}
export interface RenewMethod extends Change {
  readonly type: 'RenewMethod'
  readonly methodId: Text
  readonly expiresOn: CivilDate | null
}
export interface RemoveMethod extends Change {
  readonly type: 'RemoveMethod'
  readonly methodId: Text
}
/** Its issuer, or the calendar, says that it can be used no more. */
export interface ExpireMethod extends Change {
  readonly type: 'ExpireMethod'
  readonly methodId: Text
}
export interface AddContact extends Change {
  readonly type: 'AddContact'
  readonly contactId: Text
  readonly role: ContactRole
  readonly channel: Channel
  readonly address: Text
}
export interface RemoveContact extends Change {
  readonly type: 'RemoveContact'
  readonly contactId: Text
}
export interface ReportHardship extends Change {
  readonly type: 'ReportHardship'
  readonly reason: Text | null
  readonly until: CivilDate | null
}
export interface EndHardshipReport extends Change {
  readonly type: 'EndHardshipReport'
}
export interface MergeCustomer extends About {
  readonly type: 'MergeCustomer'
  readonly into: CustomerId
}
export type CustomerChange =
  | SetPreferences
  | GiveConsent
  | WithdrawConsent
  | AddMethod
  | RenewMethod
  | RemoveMethod
  | ExpireMethod
  | AddContact
  | RemoveContact
  | ReportHardship
  | EndHardshipReport
export type CustomerCommand = RegisterCustomer | RecordCustomer | MergeCustomer | CustomerChange
