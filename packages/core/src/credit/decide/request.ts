import * as E from 'fp-ts/lib/Either.js'
import { addDays, minorUnits } from '../../shared/index.ts'
import type { RecordCreditDecision, RequestCredit } from '../commands.ts'
import type { CreditPolicy } from '../policy.ts'
import { missingReferences, standingHolds } from '../questions.ts'
import type { CreditAccount } from '../state.ts'
import type { CreditBasis, DeclineReason } from '../values.ts'
import type { Decision } from './decision.ts'

/** The limit of the highest band that a score reaches; undefined where it reaches none. */
const bandLimit = ({ bands }: CreditPolicy, score: number): number | undefined =>
  bands
    .filter(({ fromScore }) => fromScore <= score)
    .toSorted((a, b) => b.fromScore - a.fromScore)[0]?.limitMinor

const basisOf = ({ policy, score, scoredBy, inputs, behaviour }: RequestCredit): CreditBasis => ({
  policyId: policy.policyId,
  policyVersion: policy.version,
  score,
  scoredBy,
  inputs,
  behaviour,
})

/**
 * Decides on credit: the score was made before, and stands in the event with its inputs.
 *
 * Units: minor units of the account's currency. The limit is that of the band, at most what was asked for.
 * Shape: `CreditApproved`, or `CreditDeclined` with every reason there is; either is an answer, no refusal.
 * Rejects: `ZeroAmount`, `ChecklistIncomplete` (nothing is decided before the checklist is complete).
 * Source: domain 3.2, CreditAccount; rows 0-09, 0-25, 1-43, 4-20.
 */
export const request = (command: RequestCredit, account: CreditAccount): Decision => {
  const { effectiveOn, customerId, changeId, currency, policy, score, behaviour } = command
  if (command.requestedMinor === 0) return E.left({ type: 'ZeroAmount' })
  const missing = missingReferences(account, policy.checklist)
  if (missing.length > 0) return E.left({ type: 'ChecklistIncomplete', missing })
  const limit = bandLimit(policy, score)
  const refused = behaviour !== null && policy.refusedBehaviours.includes(behaviour)
  const reasons: ReadonlyArray<DeclineReason> = [
    ...(limit === undefined ? (['scoreTooLow'] as const) : []),
    ...(refused ? (['behaviourRefused'] as const) : []),
    ...(standingHolds(account).length > 0 ? (['onHold'] as const) : []),
  ]
  const about = { effectiveOn, customerId, changeId, currency }
  const basis = basisOf(command)
  if (limit === undefined || reasons.length > 0)
    return E.right([{ type: 'CreditDeclined', ...about, reasons, basis }])
  const limitMinor = minorUnits(Math.min(limit, command.requestedMinor))
  const validUntil = addDays(effectiveOn, policy.validDays)
  return E.right([{ type: 'CreditApproved', ...about, limitMinor, validUntil, basis }])
}

/** Records a limit that was decided elsewhere. Rejects nothing of its own. */
export const recordDecision = (command: RecordCreditDecision): Decision => {
  const { type: _, ...facts } = command
  return E.right([{ type: 'CreditApproved', ...facts, basis: null }])
}
