import * as E from 'fp-ts/lib/Either.js'
import { areSoundArms, armOf } from '../arms.ts'
import type { AssignArm, MakeOffer } from '../commands.ts'
import { nextBestOffer } from '../next-best-offer.ts'
import type { Engagement } from '../state.ts'
import { once, type Decision } from './decision.ts'

/**
 * Draws the customer's arm in an experiment, once: it stays, whatever the arms become.
 *
 * Rejects: `ArmsUnsound`. Source: domain 1-50.
 */
export const assignArm = (command: AssignArm, engagement: Engagement): Decision => {
  const { customerId, experimentId, arms } = command
  if (engagement.arms.has(experimentId)) return E.right([])
  const arm = areSoundArms(arms) ? armOf(customerId, experimentId, arms) : undefined
  return arm === undefined
    ? E.left({ type: 'ArmsUnsound', experimentId })
    : E.right([{ ...command, type: 'ArmAssigned', arm }])
}

/** Makes the next best offer, where there is one to make. Rejects: `ConflictingDuplicate`. */
export const makeOffer = (command: MakeOffer, engagement: Engagement): Decision => {
  const offer = nextBestOffer(command.profile, command.rule)
  return offer === null ? E.right([]) : once({ ...command, type: 'OfferMade', offer }, engagement)
}
