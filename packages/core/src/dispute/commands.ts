import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  DisputeId,
  MinorUnits,
  Text,
} from '../shared/index.ts'
import type { DisputedMatter, DisputeParty } from './events.ts'

interface About {
  readonly effectiveOn: CivilDate
  readonly customerId: CustomerId | null
  readonly currency: Currency
  readonly disputeId: DisputeId
}
/** Asks: an amount, no more than is open or was paid, and no other dispute about the same matter. */
export interface OpenDispute extends About {
  readonly type: 'OpenDispute'
  readonly about: DisputedMatter
  readonly amountMinor: MinorUnits
  readonly reason: Text
  /** The evidence: what is open on the item, or what of the payment was not returned. */
  readonly openMinor: MinorUnits
  /** The dispute that stands about the same matter, where there is one. */
  readonly standing: DisputeId | null
}
/** Asks: the dispute is not decided. */
export interface AddEvidence extends About {
  readonly type: 'AddEvidence'
  readonly changeId: ChangeId
  readonly from: DisputeParty
  readonly kind: Text
  readonly reference: Text
}
/** The house gives in. */
export interface AcceptDispute extends About {
  readonly type: 'AcceptDispute'
}
/** The house stands by its claim. */
export interface RejectDispute extends About {
  readonly type: 'RejectDispute'
}
/** Asks: both parts add up to what was contested, and neither is nothing. */
export interface SplitDispute extends About {
  readonly type: 'SplitDispute'
  readonly acceptedMinor: MinorUnits
  readonly rejectedMinor: MinorUnits
}

// The record door.

/** Opened elsewhere, as by a payment provider; no permission is asked. */
export interface RecordOpenedDispute extends About {
  readonly type: 'RecordOpenedDispute'
  readonly about: DisputedMatter
  readonly amountMinor: MinorUnits
  readonly reason: Text
}
/** Decided elsewhere. The parts add up all the same. */
export interface RecordDisputeDecision extends About {
  readonly type: 'RecordDisputeDecision'
  readonly acceptedMinor: MinorUnits
  readonly rejectedMinor: MinorUnits
}
export type DisputeCommand =
  | OpenDispute
  | AddEvidence
  | AcceptDispute
  | RejectDispute
  | SplitDispute
  | RecordOpenedDispute
  | RecordDisputeDecision
