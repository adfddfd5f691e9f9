import * as E from 'fp-ts/lib/Either.js'
import { unreachable } from '../../shared/index.ts'
import type { LoyaltyCommand } from '../commands.ts'
import { LoyaltyRule } from '../rule.ts'
import type { LoyaltyAccount } from '../state.ts'
import type { Decision } from './decision.ts'
import { earn, enrol, recordPoints } from './earn.ts'
import { redeem } from './redeem.ts'
import { reverseEarning, reverseRedemption } from './reverse.ts'
import { adjustTier, expireLots, noteOrder } from './timers.ts'

/** A command whose rule its own codec refuses is refused before anything is reckoned with it. */
const unsound = (command: LoyaltyCommand): Decision | undefined => {
  if (!('rule' in command)) return undefined
  const { ruleId } = command.rule
  return LoyaltyRule.is(command.rule) ? undefined : E.left({ type: 'LoyaltyRuleUnsound', ruleId })
}

const decideSound = (command: LoyaltyCommand, account: LoyaltyAccount): Decision => {
  switch (command.type) {
    case 'EnrolLoyalty':
      return enrol(command, account)
    case 'EarnPoints':
      return earn(command, account)
    case 'RecordPoints':
      return recordPoints(command, account)
    case 'RedeemPoints':
      return redeem(command, account)
    case 'ReverseEarning':
      return reverseEarning(command, account)
    case 'ReverseRedemption':
      return reverseRedemption(command, account)
    case 'ExpireLots':
      return expireLots(command, account)
    case 'AdjustTier':
      return adjustTier(command, account)
    case 'NoteOrderTier':
      return noteOrder(command, account)
    default:
      return unreachable(command)
  }
}

export const decide =
  (command: LoyaltyCommand) =>
  (account: LoyaltyAccount): Decision =>
    unsound(command) ?? decideSound(command, account)
