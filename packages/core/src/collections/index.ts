import { unreachable, type Door, type Room } from '../shared/index.ts'
import type { CollectionsCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import { collectionsEvents } from './definitions.ts'
import type { CollectionsEvent as CollectionsEventType } from './events.ts'
import { evolve } from './evolve.ts'
import { explain } from './explain.ts'
import type { CollectionsRejection } from './rejections.ts'
import { initial, type Collections } from './state.ts'

export { ReminderChannel } from './channel.ts'
export {
  CaseClosed,
  CaseOpened,
  ManualTaskRaised,
  RemindedItem,
  ReminderSent,
  ServiceReinstated,
  ServiceSuspended,
  StepDue,
  StepFailed,
  StepSkipped,
} from './step-events.ts'
export {
  ContactLogged,
  ContactOutcome,
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
export { CollectionsEvent, DisputeRaised, DisputeResolved, ItemHandedOver } from './events.ts'
export {
  type CollectionsCommand,
  type OpenLine,
  type RunStep,
  type CloseCase,
  type SuspendService,
  type ReinstateService,
  type RaiseDispute,
  type ResolveDispute,
  type HandOver,
  type ProposeWriteOff,
} from './commands.ts'
export {
  type PromiseToPay,
  type JudgePromise,
  type ReopenPromise,
  type PauseDunning,
  type ResumeDunning,
  type RequestExtension,
  type AgreeHardship,
  type EndHardship,
  type ScheduleNextAction,
} from './agreement-commands.ts'
export {
  type RecordReminder,
  type RecordStepFailed,
  type RecordContact,
  type RecordDispute,
  type RecordDisputeResolution,
  type RecordHandOver,
} from './record-commands.ts'
export { dueStep } from './decide/due-step.ts'
export { type DueStep, type Evidence } from './decide/due.ts'
export {
  ReminderPolicy,
  ReminderStep,
  StepAction,
  StepAnchor,
  StepConditions,
  StepOrder,
} from './policy.ts'
export { loadReminderPolicy, loadReminderPolicySet } from './load-policy.ts'
export { policyFor, ReminderPolicySet } from './policy-set.ts'
export { aroundTheDueDay, notice, policyOf } from './presets.ts'
export { type CollectionsRejection, type WhyNothing } from './rejections.ts'
export { disputedMinor, feesRest, pausedUntil, promisedUntil } from './standing.ts'
export {
  type Case,
  type Collections,
  type Dispute,
  type PaymentPromise,
  type Suspension,
} from './state.ts'
export { collectionsEvents }

const doorOf = ({ type }: CollectionsCommand): Door => {
  switch (type) {
    case 'RunStep':
    case 'CloseCase':
    case 'SuspendService':
    case 'ReinstateService':
    case 'RaiseDispute':
    case 'ResolveDispute':
    case 'HandOver':
    case 'ProposeWriteOff':
    case 'PromiseToPay':
    case 'JudgePromise':
    case 'ReopenPromise':
    case 'PauseDunning':
    case 'ResumeDunning':
    case 'RequestExtension':
    case 'AgreeHardship':
    case 'EndHardship':
    case 'ScheduleNextAction':
      return 'ask'
    case 'RecordReminder':
    case 'RecordStepFailed':
    case 'RecordContact':
    case 'RecordDispute':
    case 'RecordDisputeResolution':
    case 'RecordHandOver':
      return 'record'
    default:
      return unreachable(type)
  }
}

/**
 * Collecting what one customer owes in one currency: reminders by policy, contacts, promises, pauses,
 * suspension; disputes and hand-overs as dated marks on an item. One stream a customer and currency; all
 * that names no customer shares one.
 */
export const collectionsRoom: Room<
  CollectionsCommand,
  CollectionsEventType,
  Collections,
  CollectionsRejection
> = {
  category: 'collections',
  decider: { initial, decide, evolve },
  events: collectionsEvents,
  streamOf: ({ currency, customerId }) =>
    customerId === null ? `collections-${currency}` : `collections-${currency}-${customerId}`,
  doorOf,
  explain,
}
