import * as E from 'fp-ts/lib/Either.js'
import { unreachable } from '../../shared/index.ts'
import type { SubscriptionCommand } from '../commands.ts'
import type { Subscription } from '../state.ts'
import { wordsOfCommand } from '../words.ts'
import { reinstate, recordFailure, suspend } from './arrears.ts'
import { grantFree, moveZone, recordExpiry, recordMethod, sendNotice } from './around.ts'
import { cancel, expire, recordEnd, withdraw } from './cancel.ts'
import { changePlan } from './change-plan.ts'
import type { Decision } from './decision.ts'
import { pause, resume } from './pause.ts'
import { recordRenewal, renew } from './renew.ts'
import { reactivate, recordStart, start } from './start.ts'
import { convertTrial } from './trial.ts'

/** A command that names another customer than the stream. */
const misdirected = (
  { customerId: offered }: SubscriptionCommand,
  { customerId: expected }: Subscription,
): Decision | undefined =>
  expected === null || expected === offered
    ? undefined
    : E.left({ type: 'WrongCustomer', expected, offered })

/** What a `changeId` that is recorded already means: a repetition, or another command under its name. */
const repeated = (
  command: SubscriptionCommand,
  { changes }: Subscription,
): Decision | undefined => {
  if (!('changeId' in command)) return undefined
  const { changeId } = command
  const recorded = changes.get(changeId)
  if (recorded === undefined) return undefined
  const offered = wordsOfCommand(command)
  return offered.includes(recorded)
    ? E.right([])
    : E.left({ type: 'ConflictingDuplicate', changeId, recorded, offered: offered[0] })
}

const decideAnew = (command: SubscriptionCommand, subscription: Subscription): Decision => {
  switch (command.type) {
    case 'StartSubscription':
      return start(command, subscription)
    case 'RecordSubscription':
      return recordStart(command, subscription)
    case 'ConvertTrial':
      return convertTrial(command, subscription)
    case 'RenewSubscription':
      return renew(command, subscription)
    case 'RecordRenewal':
      return recordRenewal(command, subscription)
    case 'ChangePlan':
      return changePlan(command, subscription)
    case 'PauseSubscription':
      return pause(command, subscription)
    case 'ResumeSubscription':
      return resume(command, subscription)
    case 'SuspendSubscription':
      return suspend(command, subscription)
    case 'ReinstateSubscription':
      return reinstate(command, subscription)
    case 'CancelSubscription':
      return cancel(command, subscription)
    case 'RecordSubscriptionEnd':
      return recordEnd(command, subscription)
    case 'WithdrawCancellation':
      return withdraw(command, subscription)
    case 'ExpireSubscription':
      return expire(command, subscription)
    case 'ReactivateSubscription':
      return reactivate(command, subscription)
    case 'GrantFreePeriods':
      return grantFree(command, subscription)
    case 'SendRenewalNotice':
      return sendNotice(command, subscription)
    case 'MoveSubscriptionZone':
      return moveZone(command, subscription)
    case 'RecordMandate':
      return recordMethod(command)
    case 'RecordMandateExpiry':
      return recordExpiry(command, subscription)
    case 'RecordChargeFailure':
      return recordFailure(command, subscription)
    default:
      return unreachable(command)
  }
}

export const decide =
  (command: SubscriptionCommand) =>
  (subscription: Subscription): Decision =>
    misdirected(command, subscription) ??
    repeated(command, subscription) ??
    decideAnew(command, subscription)
