import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { RecordTermination, TerminateAgreement } from '../commands.ts'
import type { AgreementEvent } from '../events.ts'
import { commitmentInForce } from '../questions.ts'
import type { Agreement } from '../state.ts'
import type { Decision } from './decision.ts'

type Terminate = TerminateAgreement | RecordTermination

/** The end as a fact, or why there is none to record. */
const ending = (
  command: Terminate,
  agreement: Agreement,
): E.Either<Decision, Extract<AgreementEvent, { type: 'AgreementTerminated' }>> => {
  const { agreementId, changeId, endsOn } = command
  const { terminated, versions, customerId } = agreement
  if (terminated !== null) {
    if (terminated.changeId !== changeId)
      return E.left(
        E.left({ type: 'AgreementIsTerminated', agreementId, endsOn: terminated.endsOn }),
      )
    return E.left(
      terminated.endsOn === endsOn
        ? E.right([])
        : E.left({ type: 'ConflictingDuplicate', agreementId, what: 'termination', id: changeId }),
    )
  }
  if (customerId === null) return E.left(E.left({ type: 'UnknownAgreement', agreementId }))
  const last = versions.at(-1)
  if (last === undefined) return E.left(E.left({ type: 'NotSigned', agreementId }))
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, last.since)
  return E.right({ type: 'AgreementTerminated', ...facts, effectiveOn })
}

/**
 * Ends an agreement with a day from today on. A new version that waits for signatures falls with it.
 *
 * Shape: before the commitment is over, what was agreed for that: a fee as a fact of its own, or a refusal.
 * Rejects: `UnknownAgreement`, `NotSigned`, `AgreementIsTerminated`, `ConflictingDuplicate`,
 * `EndsInThePast`, `CommitmentNotOver`. Source: row 1-03.
 */
export const terminate = (command: TerminateAgreement, agreement: Agreement): Decision => {
  const end = ending(command, agreement)
  if (E.isLeft(end)) return end.left
  const { agreementId, endsOn, changeId } = command
  const { effectiveOn, customerId } = end.right
  if (endsOn < effectiveOn)
    return E.left({ type: 'EndsInThePast', agreementId, endsOn, effectiveOn })
  const commitment = commitmentInForce(agreement, endsOn)
  if (commitment === undefined || commitment.until <= endsOn) return E.right([end.right])
  const { clause, until: committedUntil } = commitment
  if (clause.earlyTermination.kind === 'refused')
    return E.left({ type: 'CommitmentNotOver', agreementId, committedUntil })
  const { feeMinor: amountMinor, currency } = clause.earlyTermination
  const about = { effectiveOn, customerId, agreementId, changeId }
  return E.right([
    end.right,
    { type: 'EarlyTerminationFeeIncurred', ...about, currency, amountMinor, committedUntil },
  ])
}

/** Records an end that was agreed elsewhere: no commitment is asked, and the day may be past. */
export const recordTermination = (command: RecordTermination, agreement: Agreement): Decision => {
  const end = ending(command, agreement)
  return E.isLeft(end) ? end.left : E.right([end.right])
}
