import * as E from 'fp-ts/lib/Either.js'
import type { ReferCustomer } from '../commands.ts'
import type { Engagement } from '../state.ts'
import type { Decision } from './decision.ts'

/**
 * A customer came through another one.
 *
 * Shape: one referrer a customer. The chain of the referrer's own referrers is evidence: the room sees one
 * customer only. Rejects: `SelfReferral`; `ReferralCycle` where the referrer came, at whatever remove,
 * through this customer; `AlreadyReferred` by somebody else. Source: domain 1-08.
 */
export const refer = (command: ReferCustomer, engagement: Engagement): Decision => {
  const { effectiveOn, customerId, referrerId, chain, programme } = command
  const { referrerId: known } = engagement
  if (referrerId === customerId) return E.left({ type: 'SelfReferral', customerId })
  if (known === referrerId) return E.right([])
  if (known !== null) return E.left({ type: 'AlreadyReferred', referrerId: known })
  if (chain.includes(customerId)) return E.left({ type: 'ReferralCycle', customerId, referrerId })
  return E.right([{ type: 'ReferralRecorded', effectiveOn, customerId, referrerId, programme }])
}
