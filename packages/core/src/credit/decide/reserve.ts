import * as E from 'fp-ts/lib/Either.js'
import { minorUnits, unreachable } from '../../shared/index.ts'
import type { ReserveCredit } from '../commands.ts'
import { exposureMinor, limitMinor, overrideFor, standingHolds } from '../questions.ts'
import type { CreditRejection } from '../rejections.ts'
import type { CreditAccount } from '../state.ts'
import type { RefusalReason } from '../values.ts'
import { unusableAmount, type Decision } from './decision.ts'

type Refusal = Extract<
  CreditRejection,
  {
    type:
      'NoCreditDecision' | 'CreditIsDeclined' | 'CreditDecisionExpired' | 'OnHold' | 'LimitExceeded'
  }
>

/** Why this customer gets no more credit on this day, or undefined. */
const refusal = (
  { effectiveOn, customerId, amountMinor }: ReserveCredit,
  account: CreditAccount,
): Refusal | undefined => {
  const holds = standingHolds(account)
  if (holds.length > 0) return { type: 'OnHold', reasons: holds.map(({ reason }) => reason) }
  const { decision, reservedMinor, usedMinor } = account
  if (decision === null) return { type: 'NoCreditDecision', customerId }
  if (decision.value === null) return { type: 'CreditIsDeclined', customerId }
  if (decision.value < effectiveOn)
    return { type: 'CreditDecisionExpired', validUntil: decision.value }
  const limit = limitMinor(account)
  const toMinor = exposureMinor(account) + amountMinor
  if (toMinor <= limit || overrideFor(account, toMinor, effectiveOn) !== undefined) return undefined
  return {
    type: 'LimitExceeded',
    limitMinor: limit,
    reservedMinor,
    usedMinor,
    offeredMinor: amountMinor,
  }
}

const whyOf = ({ type }: Refusal): RefusalReason => {
  switch (type) {
    case 'NoCreditDecision':
      return 'noDecision'
    case 'CreditIsDeclined':
      return 'declined'
    case 'CreditDecisionExpired':
      return 'decisionExpired'
    case 'OnHold':
      return 'onHold'
    case 'LimitExceeded':
      return 'limitExceeded'
    default:
      return unreachable(type)
  }
}

/**
 * Keeps a part of the limit for an order.
 *
 * Units: minor units of the account's currency, without what is paid in advance.
 * Shape: `CreditReserved`, with the override that covers it where it goes over the limit. A refusal is
 * `CreditRefused` where the command says that it stands, else a rejection, after which the same command
 * may be accepted. More for the same order adds to what is reserved for it.
 * Rejects: `ZeroAmount`, `AmountOutOfRange`, `OnHold`, `NoCreditDecision`, `CreditIsDeclined`,
 * `CreditDecisionExpired`, `LimitExceeded`, `RefusalStands`.
 * Source: domain 3.2, CreditAccount; invariant 16; rows 0-09, 0-27, 0-36; edge cases 66 to 69.
 */
export const reserve = (command: ReserveCredit, account: CreditAccount): Decision => {
  const { effectiveOn, customerId, changeId, currency, orderId, amountMinor, expiresOn } = command
  const unusable = unusableAmount(amountMinor, account)
  if (unusable !== undefined) return E.left(unusable)
  const refused = refusal(command, account)
  const about = { effectiveOn, customerId, changeId, currency, orderId, amountMinor }
  if (refused !== undefined) {
    if (!command.refusalStands) return E.left(refused)
    const standing = {
      limitMinor: minorUnits(limitMinor(account)),
      reservedMinor: minorUnits(account.reservedMinor),
      usedMinor: minorUnits(account.usedMinor),
    }
    return E.right([{ type: 'CreditRefused', ...about, why: whyOf(refused), ...standing }])
  }
  const toMinor = exposureMinor(account) + amountMinor
  const over = toMinor > limitMinor(account)
  const overrideId = over ? (overrideFor(account, toMinor, effectiveOn) ?? null) : null
  return E.right([{ type: 'CreditReserved', ...about, expiresOn, overrideId }])
}
