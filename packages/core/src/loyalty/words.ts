import { unreachable, type EarningId, type RedemptionId } from '../shared/index.ts'
import type { RedeemAs } from './commands.ts'
import type { Redeemed } from './events.ts'

// What an earning, a redemption or a change says: the same words for the command and for its event, so that
// a repetition is told from another command under the same id.

/** The deed that earned, by its trigger: an order earns once for each. */
export const deedOf = (trigger: string, about: string): string => `${trigger} ${about}`

export const wordsOfEarning = (
  deed: string | undefined,
  baseMinor: number,
  points: number,
): string => (deed === undefined ? `${points} points from elsewhere` : `${deed} on ${baseMinor}`)

/** What was asked for, whatever rule set its worth. A reward's points are the rule's, and not asked for. */
export const wordsOfRedemption = (as: RedeemAs | Redeemed, points: number): string => {
  switch (as.kind) {
    case 'storeCredit':
      return `${points} points as store credit ${as.creditId}`
    case 'discount':
      return `${points} points as discount on ${as.orderId}`
    case 'reward':
      return `reward ${as.rewardId}`
    default:
      return unreachable(as)
  }
}

export const enrolmentWords = 'enrolment'
/** `returnedMinor` null where the whole earning is reversed. */
export const wordsOfReversal = (earningId: EarningId, returnedMinor: number | null): string =>
  `reversal of ${earningId}, ${returnedMinor === null ? 'whole' : `for ${returnedMinor}`}`
export const wordsOfReturn = (redemptionId: RedemptionId): string => `return of ${redemptionId}`
