import * as E from 'fp-ts/lib/Either.js'
import { minorUnits } from '../../shared/index.ts'
import type { ChangeLimit, GrantOverride } from '../commands.ts'
import { exposureMinor, limitMinor } from '../questions.ts'
import type { CreditAccount } from '../state.ts'
import type { Decision } from './decision.ts'

/**
 * Raises or cuts the limit. A cut below the exposure is allowed: it stops new orders, and no old one.
 *
 * Shape: the event says by how much the exposure lies above the new limit, for the message to the customer.
 * Rejects: `NoCreditDecision`: there is no limit to change. Source: edge case 68; policy 11.
 */
export const changeLimit = (command: ChangeLimit, account: CreditAccount): Decision => {
  const { type: _, ...facts } = command
  if (account.limit === null)
    return E.left({ type: 'NoCreditDecision', customerId: command.customerId })
  const previousMinor = minorUnits(limitMinor(account))
  const excessMinor = minorUnits(Math.max(0, exposureMinor(account) - command.limitMinor))
  return E.right([{ type: 'CreditLimitChanged', ...facts, previousMinor, excessMinor }])
}

/** Lets orders go over the limit until a day, on somebody's word. Rejects nothing of its own. */
export const grantOverride = (command: GrantOverride): Decision => {
  const { type: _, ...facts } = command
  return E.right([{ type: 'CreditOverrideGranted', ...facts }])
}
