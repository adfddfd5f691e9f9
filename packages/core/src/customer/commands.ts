import type { ChangeId, CivilDate, CustomerId, Text } from '../shared/index.ts'
import type { Channel } from './events.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId
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
export interface SetPreferences extends About {
  readonly type: 'SetPreferences'
  readonly changeId: ChangeId
  readonly language: Text
  readonly channels: ReadonlyArray<Channel>
}
export interface GiveConsent extends About {
  readonly type: 'GiveConsent'
  readonly changeId: ChangeId
  readonly channel: Channel
}
export interface WithdrawConsent extends About {
  readonly type: 'WithdrawConsent'
  readonly changeId: ChangeId
  readonly channel: Channel
}
export interface MergeCustomer extends About {
  readonly type: 'MergeCustomer'
  readonly into: CustomerId
}
export type CustomerCommand =
  RegisterCustomer | RecordCustomer | SetPreferences | GiveConsent | WithdrawConsent | MergeCustomer
