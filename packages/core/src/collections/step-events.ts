import * as t from 'io-ts'
import { ChangeId, CivilDate, ItemId, MinorUnits, nullable, Text, Whole } from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import { ReminderChannel } from './channel.ts'
import { Offset, StepAction } from './policy.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

/** One item, or one instalment of it, as a reminder names it: asked for is open less disputed. */
export const RemindedItem = t.strict({
  itemId: ItemId,
  instalment: nullable(Whole),
  dueOn: CivilDate,
  openMinor: MinorUnits,
  disputedMinor: MinorUnits,
})
export type RemindedItem = t.TypeOf<typeof RemindedItem>

export const Cycle = t.refinement(t.number, (n) => Number.isSafeInteger(n) && n >= 1, 'Cycle')

/**
 * The customer's overdue items are being collected. `cycle` counts the cases of this stream from 1. A case
 * that goes on where an earlier one had stopped names that one.
 */
export const CaseOpened = moneyEvent('CaseOpened', {
  cycle: Cycle,
  continuesCycle: nullable(Cycle),
})
/** Nothing is overdue any more. */
export const CaseClosed = moneyEvent('CaseClosed', { cycle: Cycle })

/**
 * A step of the reminder policy was sent: each (item, cycle, step) at most once, unless sending failed.
 * What the policy says is null for a reminder that was sent elsewhere; the offset is kept so that a case
 * goes on at the right step when the policy changes under it.
 */
export const ReminderSent = moneyEvent('ReminderSent', {
  cycle: Cycle,
  stepId: Text,
  policyId: nullable(Text),
  policyVersion: nullable(Whole),
  offsetDays: nullable(Offset),
  tone: nullable(Whole),
  channel: ReminderChannel,
  /** The new last day to pay that the reminder gives. */
  newDeadlineOn: nullable(CivilDate),
  items: t.readonlyArray(RemindedItem),
  askedMinor: MinorUnits,
})
/** A step asks for more than words: a call, a fee, a suspension, giving the debt up or away. */
export const StepDue = moneyEvent('StepDue', {
  cycle: Cycle,
  stepId: Text,
  policyId: Text,
  policyVersion: Whole,
  offsetDays: Offset,
  action: StepAction,
  newDeadlineOn: nullable(CivilDate),
  items: t.readonlyArray(RemindedItem),
  askedMinor: MinorUnits,
})
/** A step had nothing to ask for on this day, and why. Unless all is paid, it is sent once there is something. */
export const StepSkipped = moneyEvent('StepSkipped', {
  cycle: Cycle,
  stepId: Text,
  why: t.keyof({
    paid: null,
    disputed: null,
    belowMinimum: null,
    handedOver: null,
    collectionPending: null,
    refund: null,
    cancelled: null,
    hardship: null,
  }),
})
/** A reminder did not arrive: the step is open again, by another channel. */
export const StepFailed = moneyEvent('StepFailed', {
  changeId: ChangeId,
  cycle: Cycle,
  stepId: Text,
  channel: ReminderChannel,
  reason: Text,
})
/** A step is due and no channel is left: a person has to do it, and records that as a reminder. */
export const ManualTaskRaised = moneyEvent('ManualTaskRaised', {
  cycle: Cycle,
  stepId: Text,
  policyId: Text,
  policyVersion: Whole,
  offsetDays: Offset,
  action: StepAction,
  why: t.keyof({ noConsent: null, undelivered: null }),
  items: t.readonlyArray(RemindedItem),
  askedMinor: MinorUnits,
})
/** A step that suspends was taken, and the service was stopped. */
export const ServiceSuspended = moneyEvent('ServiceSuspended', {
  changeId: ChangeId,
  cycle: Cycle,
  stepId: Text,
})
/** What the suspension was about is settled. The change is null where the end of the case brought it. */
export const ServiceReinstated = moneyEvent('ServiceReinstated', {
  changeId: nullable(ChangeId),
  cycle: Cycle,
})
