import * as E from 'fp-ts/lib/Either.js'
import { minorUnits, type CivilDate, type OrderId } from '../../shared/index.ts'
import { creditNeeded } from '../credit-needed.ts'
import type { CreditCover } from '../events.ts'
import type { CreditEvidence, Hold } from '../evidence.ts'
import { termsOfOrder } from '../questions.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order } from '../state.ts'

interface Asking {
  readonly effectiveOn: CivilDate
  readonly orderId: OrderId
  readonly credit: CreditEvidence
  readonly hold: Hold | null
}

/**
 * How so much of an order is covered: paid already, reserved by a decision that still holds, or answered
 * for by an override that still holds. What the terms take in advance needs no credit.
 *
 * Rejects: `AccountOnHold` (an override does not lift a hold), `CreditNotReserved`,
 * `CreditDecisionExpired`. Source: domain 0-27, 0-36, edge cases 67 and 69.
 */
export const coverOf = (
  { effectiveOn, orderId, credit, hold }: Asking,
  order: Order,
  totalMinor: number,
): E.Either<OrderRejection, CreditCover> => {
  if (hold !== null) return E.left({ type: 'AccountOnHold', orderId, ...hold })
  const { paidMinor, reservedMinor, validUntil, override } = credit
  const terms = termsOfOrder(order)
  const onCredit = terms === null ? totalMinor : creditNeeded(terms, totalMinor)
  const neededMinor = Math.min(onCredit, Math.max(0, totalMinor - paidMinor))
  const cover = { neededMinor: minorUnits(neededMinor), paidMinor, reservedMinor }
  if (neededMinor === 0) return E.right({ ...cover, override: null })
  if (override !== null && override.until >= effectiveOn) return E.right({ ...cover, override })
  if (reservedMinor < neededMinor)
    return E.left({ type: 'CreditNotReserved', orderId, neededMinor, reservedMinor })
  if (validUntil === null || validUntil < effectiveOn)
    return E.left({ type: 'CreditDecisionExpired', orderId, validUntil })
  return E.right({ ...cover, override: null })
}
