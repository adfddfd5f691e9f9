import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { LiftHold, PlaceHold, SuspectFraud } from '../commands.ts'
import type { CreditAccount } from '../state.ts'
import type { Decision } from './decision.ts'

/** Stops new reservations until the hold is lifted by its name. Several may stand. */
export const placeHold = (command: PlaceHold): Decision => {
  const { type: _, ...facts } = command
  return E.right([{ type: 'CreditHoldPlaced', ...facts }])
}

/** A suspicion of fraud holds the account at once. Source: row 0-36. */
export const suspectFraud = (command: SuspectFraud): Decision => {
  const { effectiveOn, customerId, changeId, suspicion } = command
  const about = { effectiveOn, customerId, changeId }
  return E.right([
    { type: 'FraudSuspected', ...about, suspicion },
    { type: 'CreditHoldPlaced', ...about, reason: 'fraud', note: null },
  ])
}

/**
 * Lifts one hold, by its name. The others stay.
 *
 * Rejects: `UnknownHold`, `HoldIsLifted`, `PersonNeeded` (a hold for fraud, and nobody named).
 * Source: row 0-36.
 */
export const liftHold = (command: LiftHold, account: CreditAccount): Decision => {
  const { holdId, liftedBy } = command
  const hold = account.holds.get(holdId)
  if (hold === undefined) return E.left({ type: 'UnknownHold', holdId })
  if (hold.lifted) return E.left({ type: 'HoldIsLifted', holdId })
  if (hold.reason === 'fraud' && liftedBy === null) return E.left({ type: 'PersonNeeded', holdId })
  const { type: _, ...facts } = command
  const effectiveOn = laterDay(command.effectiveOn, hold.since)
  return E.right([{ type: 'CreditHoldLifted', ...facts, effectiveOn }])
}
