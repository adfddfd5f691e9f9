import * as E from 'fp-ts/lib/Either.js'
import { laterDay, minorUnits, strangerTo, unreachable } from '../shared/index.ts'
import type { AddEvidence, DisputeCommand, OpenDispute, RecordOpenedDispute } from './commands.ts'
import type { DisputedMatter, DisputeEvent } from './events.ts'
import type { DisputeRejection } from './rejections.ts'
import type { DisputeFile } from './state.ts'

type Decision = E.Either<DisputeRejection, ReadonlyArray<DisputeEvent>>

const aboutOf = ({ effectiveOn, customerId, currency, disputeId }: DisputeCommand) => ({
  effectiveOn,
  customerId,
  currency,
  disputeId,
})

const isSameMatter = (a: DisputedMatter, b: DisputedMatter): boolean => {
  if (a.itemId !== b.itemId) return false
  if (a.kind === 'item' || b.kind === 'item') return a.kind === b.kind
  return a.paymentId === b.paymentId && a.instrument === b.instrument
}

/**
 * Opens the file of a dispute. The record door asks for no permission.
 *
 * Units: minor units; at most what is open on the item, or of the payment, by the evidence of the command.
 * Shape: nothing where this dispute is recorded with the same content, decided or not.
 * Rejects: `ConflictingDuplicate`; by the ask door `ZeroAmount`, `AlreadyOpen`, `AmountTooLarge`.
 * Source: domain 3.2, Dispute.
 */
const open = (command: OpenDispute | RecordOpenedDispute, file: DisputeFile): Decision => {
  const { about, amountMinor, reason, disputeId } = command
  const known = file.opened
  if (known !== null) {
    const same = isSameMatter(known.about, about) && known.amountMinor === amountMinor
    return same && known.reason === reason
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', what: 'dispute', id: disputeId })
  }
  if (command.type === 'OpenDispute') {
    const { openMinor, standing } = command
    if (amountMinor === 0) return E.left({ type: 'ZeroAmount' })
    if (standing !== null && standing !== disputeId)
      return E.left({ type: 'AlreadyOpen', standing })
    if (amountMinor > openMinor)
      return E.left({ type: 'AmountTooLarge', openMinor, offeredMinor: amountMinor })
  }
  return E.right([{ type: 'DisputeOpened', ...aboutOf(command), about, amountMinor, reason }])
}

/**
 * Puts a proof into the file. It keeps the reference, never the proof itself.
 *
 * Shape: nothing where this piece is in the file. Rejects: `UnknownDispute`, `ConflictingDuplicate`,
 * `AlreadyDecided`.
 */
const addEvidence = (command: AddEvidence, file: DisputeFile): Decision => {
  const { disputeId, changeId, from, kind, reference } = command
  if (file.opened === null) return E.left({ type: 'UnknownDispute', disputeId })
  const known = file.evidence.get(changeId)
  if (known !== undefined) {
    const same = known.from === from && known.kind === kind && known.reference === reference
    return same
      ? E.right([])
      : E.left({ type: 'ConflictingDuplicate', what: 'evidence', id: changeId })
  }
  if (file.decided !== null) return E.left({ type: 'AlreadyDecided', ...file.decided })
  const facts = { changeId, from, kind, reference }
  return E.right([{ type: 'EvidenceAdded', ...aboutOf(command), ...facts }])
}

/** What a decision gives up and what it stands by, of what was contested. */
const partsOf = (
  command: Exclude<DisputeCommand, OpenDispute | RecordOpenedDispute | AddEvidence>,
  amountMinor: number,
): { readonly acceptedMinor: number; readonly rejectedMinor: number } => {
  switch (command.type) {
    case 'AcceptDispute':
      return { acceptedMinor: amountMinor, rejectedMinor: 0 }
    case 'RejectDispute':
      return { acceptedMinor: 0, rejectedMinor: amountMinor }
    case 'SplitDispute':
    case 'RecordDisputeDecision':
      return { acceptedMinor: command.acceptedMinor, rejectedMinor: command.rejectedMinor }
    default:
      return unreachable(command)
  }
}

/** A dispute about nothing, recorded from elsewhere, ends as the command says. */
const outcomeOf = (
  { type }: DisputeCommand,
  acceptedMinor: number,
  rejectedMinor: number,
): 'accepted' | 'rejected' | 'split' => {
  if (acceptedMinor === 0 && type !== 'AcceptDispute') return 'rejected'
  return rejectedMinor === 0 ? 'accepted' : 'split'
}

/**
 * Ends a dispute, on the day it was opened at the earliest. What it means in money, a credit note or none,
 * is decided in receivables.
 *
 * Units: minor units; accepted and rejected add up to what was contested.
 * Shape: nothing where it was decided this way. Rejects: `UnknownDispute`, `AlreadyDecided` another way,
 * `SplitMismatch`.
 */
const decideDispute = (
  command: Exclude<DisputeCommand, OpenDispute | RecordOpenedDispute | AddEvidence>,
  { opened, decided }: DisputeFile,
): Decision => {
  if (opened === null) return E.left({ type: 'UnknownDispute', disputeId: command.disputeId })
  const { amountMinor, about, on } = opened
  const { acceptedMinor, rejectedMinor } = partsOf(command, amountMinor)
  const isHalf = command.type === 'SplitDispute' && (acceptedMinor === 0 || rejectedMinor === 0)
  if (acceptedMinor + rejectedMinor !== amountMinor || isHalf)
    return E.left({ type: 'SplitMismatch', amountMinor, acceptedMinor, rejectedMinor })
  if (decided !== null)
    return decided.acceptedMinor === acceptedMinor && decided.rejectedMinor === rejectedMinor
      ? E.right([])
      : E.left({ type: 'AlreadyDecided', ...decided })
  const effectiveOn = laterDay(command.effectiveOn, on)
  const outcome = outcomeOf(command, acceptedMinor, rejectedMinor)
  const parts = {
    acceptedMinor: minorUnits(acceptedMinor),
    rejectedMinor: minorUnits(rejectedMinor),
  }
  const facts = {
    ...aboutOf(command),
    effectiveOn,
    about: { ...about },
    outcome,
    ...parts,
  } as const
  return E.right([{ type: 'DisputeDecided', ...facts }])
}

/** Decides one command on the file of a dispute. Pure. Rejects also: `WrongCustomer`, `WrongCurrency`. */
export const decide =
  (command: DisputeCommand) =>
  (file: DisputeFile): Decision => {
    const stranger = strangerTo(file.owner, command)
    if (stranger !== undefined) return E.left(stranger)
    switch (command.type) {
      case 'OpenDispute':
      case 'RecordOpenedDispute':
        return open(command, file)
      case 'AddEvidence':
        return addEvidence(command, file)
      case 'AcceptDispute':
      case 'RejectDispute':
      case 'SplitDispute':
      case 'RecordDisputeDecision':
        return decideDispute(command, file)
      default:
        return unreachable(command)
    }
  }
