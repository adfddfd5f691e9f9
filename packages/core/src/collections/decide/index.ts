import * as E from 'fp-ts/lib/Either.js'
import { strangerTo, unreachable } from '../../shared/index.ts'
import type { AgreementCommand } from '../agreement-commands.ts'
import type { CollectionsCommand } from '../commands.ts'
import type { RecordCommand } from '../record-commands.ts'
import type { Collections } from '../state.ts'
import {
  agreeHardship,
  endHardship,
  pauseDunning,
  recordContact,
  requestExtension,
  resumeDunning,
  scheduleNextAction,
} from './agreement.ts'
import { closeCase } from './close-case.ts'
import type { Decision } from './decision.ts'
import { raiseDispute, recordDispute, resolveDispute } from './dispute.ts'
import { handOver, recordHandOver } from './hand-over.ts'
import { judgePromise, promiseToPay, reopenPromise } from './promise.ts'
import { recordReminder } from './record-reminder.ts'
import { runStep } from './run-step.ts'
import { recordStepFailed } from './step-failed.ts'
import { reinstateService, suspendService } from './suspension.ts'
import { proposeWriteOff } from './write-off.ts'

/** What the lines of a command have open; it bounds every sum that a rule makes of them. */
const sumOfLines = (command: CollectionsCommand): number =>
  'items' in command ? command.items.reduce((sum, { openMinor }) => sum + openMinor, 0) : 0

/** Decides one command on the case of a customer. Pure. Rejects also: `WrongCustomer`, `AmountOutOfRange`. */
export const decide =
  (command: CollectionsCommand) =>
  (state: Collections): Decision => {
    const stranger = strangerTo(state.owner, command)
    if (stranger !== undefined) return E.left(stranger)
    const openMinor = sumOfLines(command)
    if (!Number.isSafeInteger(openMinor))
      return E.left({ type: 'AmountOutOfRange', amountMinor: openMinor })
    switch (command.type) {
      case 'RunStep':
        return runStep(command, state)
      case 'CloseCase':
        return closeCase(command, state)
      case 'SuspendService':
        return suspendService(command, state)
      case 'ReinstateService':
        return reinstateService(command, state)
      case 'RaiseDispute':
        return raiseDispute(command, state)
      case 'ResolveDispute':
        return resolveDispute(command, state)
      case 'HandOver':
        return handOver(command, state)
      case 'ProposeWriteOff':
        return proposeWriteOff(command, state)
      case 'RecordReminder':
      case 'RecordStepFailed':
      case 'RecordContact':
      case 'RecordDispute':
      case 'RecordDisputeResolution':
      case 'RecordHandOver':
        return record(command, state)
      default:
        return agree(command, state)
    }
  }

const record = (command: RecordCommand, state: Collections): Decision => {
  switch (command.type) {
    case 'RecordReminder':
      return recordReminder(command, state)
    case 'RecordStepFailed':
      return recordStepFailed(command, state)
    case 'RecordContact':
      return recordContact(command, state)
    case 'RecordDispute':
      return recordDispute(command, state)
    case 'RecordDisputeResolution':
      return resolveDispute(command, state)
    case 'RecordHandOver':
      return recordHandOver(command, state)
    default:
      return unreachable(command)
  }
}

const agree = (command: AgreementCommand, state: Collections): Decision => {
  switch (command.type) {
    case 'PromiseToPay':
      return promiseToPay(command, state)
    case 'JudgePromise':
      return judgePromise(command, state)
    case 'ReopenPromise':
      return reopenPromise(command, state)
    case 'PauseDunning':
      return pauseDunning(command, state)
    case 'ResumeDunning':
      return resumeDunning(command, state)
    case 'RequestExtension':
      return requestExtension(command, state)
    case 'AgreeHardship':
      return agreeHardship(command, state)
    case 'EndHardship':
      return endHardship(command, state)
    case 'ScheduleNextAction':
      return scheduleNextAction(command, state)
    default:
      return unreachable(command)
  }
}
