import * as t from 'io-ts'
import { ChangeId, DisputeId, ItemId, MinorUnits, nullable, Text } from '../shared/index.ts'
import { moneyEvent } from '../shared/event.ts'
import {
  ContactLogged,
  DunningPaused,
  DunningResumed,
  ExtensionGranted,
  HardshipAgreed,
  HardshipEnded,
  NextActionScheduled,
  PromiseBroken,
  PromiseKept,
  PromiseMade,
  PromisePartlyKept,
  PromiseReopened,
  WriteOffProposed,
} from './agreement-events.ts'
import {
  CaseClosed,
  CaseOpened,
  ManualTaskRaised,
  ReminderSent,
  ServiceReinstated,
  ServiceSuspended,
  StepDue,
  StepFailed,
  StepSkipped,
} from './step-events.ts'

// Storage format: a released codec is never edited. A change is a new version and an upcaster.

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
  StepDue,
  StepSkipped,
  StepFailed,
  ManualTaskRaised,
  ServiceSuspended,
  ServiceReinstated,
  CaseClosed,
  ContactLogged,
  NextActionScheduled,
  PromiseMade,
  PromiseKept,
  PromisePartlyKept,
  PromiseBroken,
  PromiseReopened,
  DunningPaused,
  DunningResumed,
  ExtensionGranted,
  HardshipAgreed,
  HardshipEnded,
  WriteOffProposed,
  DisputeRaised,
  DisputeResolved,
  ItemHandedOver,
])
export type CollectionsEvent = t.TypeOf<typeof CollectionsEvent>
