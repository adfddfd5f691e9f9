import * as t from 'io-ts'
import {
  ChangeId,
  CivilDate,
  DisputeId,
  ItemId,
  MinorUnits,
  nullable,
  Text,
  Whole,
} from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

export const ReminderChannel = t.keyof({ email: null, sms: null, letter: null, call: null })
export type ReminderChannel = t.TypeOf<typeof ReminderChannel>

/** One item as a reminder names it: what is asked for is what is open less what is disputed. */
export const RemindedItem = t.strict({
  itemId: ItemId,
  dueOn: CivilDate,
  openMinor: MinorUnits,
  disputedMinor: MinorUnits,
})
export type RemindedItem = t.TypeOf<typeof RemindedItem>

const Cycle = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 1, 'Cycle')
const Offset = t.refinement(t.number, (n) => Number.isSafeInteger(n), 'Offset')

/** The customer's overdue items are being collected. `cycle` counts the cases of this stream from 1. */
export const CaseOpened = moneyEvent('CaseOpened', { cycle: Cycle })
/**
 * A step of the reminder policy was sent: each (item, cycle, step) at most once.
 * Policy and offset are null for a reminder that was sent elsewhere; the offset is kept so that a case goes
 * on at the right step when the policy changes under it.
 */
export const ReminderSent = moneyEvent('ReminderSent', {
  cycle: Cycle,
  stepId: Text,
  policyId: nullable(Text),
  policyVersion: nullable(Whole),
  offsetDays: nullable(Offset),
  channel: ReminderChannel,
  items: t.readonlyArray(RemindedItem),
  askedMinor: MinorUnits,
})
/** A step had nothing to ask for on this day, and why. Unless all is paid, it is sent once there is something. */
export const StepSkipped = moneyEvent('StepSkipped', {
  cycle: Cycle,
  stepId: Text,
  why: t.keyof({ paid: null, disputed: null, belowMinimum: null, handedOver: null }),
})
/** Nothing is overdue any more. */
export const CaseClosed = moneyEvent('CaseClosed', { cycle: Cycle })
/** The customer contests a part of an item, from `effectiveOn` on. */
export const DisputeRaised = moneyEvent('DisputeRaised', {
  disputeId: DisputeId,
  itemId: ItemId,
  amountMinor: MinorUnits,
  reason: nullable(Text),
})
/** Carries what was contested, so that the mark is taken off whatever else a reader has seen. */
export const DisputeResolved = moneyEvent('DisputeResolved', {
  disputeId: DisputeId,
  itemId: ItemId,
  amountMinor: MinorUnits,
  outcome: t.keyof({ accepted: null, rejected: null, split: null }),
})
/** The item went to a collection agency; it stays open and ages on. */
export const ItemHandedOver = moneyEvent('ItemHandedOver', {
  itemId: ItemId,
  changeId: ChangeId,
  agency: nullable(Text),
})

export const CollectionsEvent = t.union([
  CaseOpened,
  ReminderSent,
  StepSkipped,
  CaseClosed,
  DisputeRaised,
  DisputeResolved,
  ItemHandedOver,
])
export type CollectionsEvent = t.TypeOf<typeof CollectionsEvent>
