import * as E from 'fp-ts/lib/Either.js'
import { unreachable } from '../../shared/index.ts'
import type { CollectionsCommand } from '../commands.ts'
import type { Collections } from '../state.ts'
import { closeCase } from './close-case.ts'
import { strangerTo, type Decision } from './decision.ts'
import { raiseDispute, recordDispute, resolveDispute } from './dispute.ts'
import { handOver, recordHandOver } from './hand-over.ts'
import { recordReminder } from './record-reminder.ts'
import { runStep } from './run-step.ts'

/** What the lines of a command have open; it bounds every sum that a rule makes of them. */
const sumOfLines = (command: CollectionsCommand): number =>
  'items' in command ? command.items.reduce((sum, { openMinor }) => sum + openMinor, 0) : 0

/** Decides one command on the case of a customer. Pure. Rejects also: `WrongCustomer`, `AmountOutOfRange`. */
export const decide =
  (command: CollectionsCommand) =>
  (state: Collections): Decision => {
    const stranger = strangerTo(state, command)
    if (stranger !== undefined) return E.left(stranger)
    const openMinor = sumOfLines(command)
    if (!Number.isSafeInteger(openMinor))
      return E.left({ type: 'AmountOutOfRange', amountMinor: openMinor })
    switch (command.type) {
      case 'RunStep':
        return runStep(command, state)
      case 'CloseCase':
        return closeCase(command, state)
      case 'RaiseDispute':
        return raiseDispute(command, state)
      case 'RecordDispute':
        return recordDispute(command, state)
      case 'ResolveDispute':
      case 'RecordDisputeResolution':
        return resolveDispute(command, state)
      case 'HandOver':
        return handOver(command, state)
      case 'RecordHandOver':
        return recordHandOver(command, state)
      case 'RecordReminder':
        return recordReminder(command, state)
      default:
        return unreachable(command)
    }
  }
