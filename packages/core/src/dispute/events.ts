import * as t from 'io-ts'
import {
  ChangeId,
  DisputeId,
  ItemId,
  MinorUnits,
  nullable,
  PaymentId,
  Text,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** What is contested: what is owed, or a payment that was made, with the card or account it came from. */
export const DisputedMatter = t.union([
  t.strict({ kind: t.literal('item'), itemId: ItemId }),
  t.strict({
    kind: t.literal('payment'),
    paymentId: PaymentId,
    itemId: nullable(ItemId),
    instrument: nullable(Text),
  }),
])
export type DisputedMatter = t.TypeOf<typeof DisputedMatter>

/** Who says or shows something in a dispute. */
export const DisputeParty = t.keyof({ customer: null, house: null, provider: null })
export type DisputeParty = t.TypeOf<typeof DisputeParty>

/** A case file was opened: what is contested, how much of it, and why. */
export const DisputeOpened = moneyEvent('DisputeOpened', {
  disputeId: DisputeId,
  about: DisputedMatter,
  amountMinor: MinorUnits,
  reason: Text,
})
/** A paper, a photograph, a proof of delivery came into the file; it lies elsewhere, under its reference. */
export const EvidenceAdded = moneyEvent('EvidenceAdded', {
  disputeId: DisputeId,
  changeId: ChangeId,
  from: DisputeParty,
  kind: Text,
  reference: Text,
})
/** How the dispute ended: what the house gives up and what it stands by add up to what was contested. */
export const DisputeDecided = moneyEvent('DisputeDecided', {
  disputeId: DisputeId,
  about: DisputedMatter,
  outcome: t.keyof({ accepted: null, rejected: null, split: null }),
  acceptedMinor: MinorUnits,
  rejectedMinor: MinorUnits,
})

export const DisputeEvent = t.union([DisputeOpened, EvidenceAdded, DisputeDecided])
export type DisputeEvent = t.TypeOf<typeof DisputeEvent>
