import type { Draft } from 'immer'
import {
  laterDay,
  laterWins,
  unreachable,
  type CivilDate,
  type ItemId,
  type OrderId,
} from '../shared/index.ts'
import type { CreditEvent } from './events.ts'
import type { CreditAccount, Reservation } from './state.ts'
import { wordsOfEvent } from './words.ts'

type Account = Draft<CreditAccount>
type Of<T extends CreditEvent['type']> = Extract<CreditEvent, { type: T }>

/** The reservation that an event is about; made by whichever event names it first. */
const reservationOf = (account: Account, orderId: OrderId, on: CivilDate): Draft<Reservation> => {
  const known = account.orders.get(orderId)
  if (known !== undefined) return known
  account.orders.set(orderId, { leftMinor: 0, since: on, expiresOn: on, billed: false })
  return account.orders.get(orderId) ?? { leftMinor: 0, since: on, expiresOn: on, billed: false }
}

const reserve = (account: Account, event: Of<'CreditReserved'>): void => {
  const { orderId, effectiveOn, amountMinor, expiresOn } = event
  const reservation = reservationOf(account, orderId, effectiveOn)
  const afresh = reservation.leftMinor === 0
  reservation.billed = reservation.billed && !afresh
  reservation.expiresOn = afresh ? expiresOn : laterDay(reservation.expiresOn, expiresOn)
  reservation.since = laterDay(reservation.since, effectiveOn)
  reservation.leftMinor += amountMinor
  account.reservedMinor += amountMinor
}

const free = (account: Account, orderId: OrderId, amountMinor: number, on: CivilDate): void => {
  reservationOf(account, orderId, on).leftMinor -= amountMinor
  account.reservedMinor -= amountMinor
}

const use = (account: Account, itemId: ItemId, amountMinor: number, on: CivilDate): void => {
  const known = account.items.get(itemId)
  const left = (known?.amountMinor ?? 0) + amountMinor
  const since = amountMinor > 0 ? laterDay(known?.since ?? on, on) : (known?.since ?? on)
  account.usedMinor += amountMinor
  if (left === 0) account.items.delete(itemId)
  else account.items.set(itemId, { amountMinor: left, since })
}

const decide = (
  account: Account,
  validUntil: CivilDate | null,
  limitMinor: number | null,
  on: CivilDate,
): void => {
  account.decision = laterWins(account.decision ?? undefined, validUntil, on)
  if (limitMinor !== null) account.limit = laterWins(account.limit ?? undefined, limitMinor, on)
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (account: Account, event: CreditEvent): void => {
  const { changeId, effectiveOn } = event
  if (!account.changes.has(changeId)) account.changes.set(changeId, wordsOfEvent(event))
  if ('currency' in event) account.currency ??= event.currency
  switch (event.type) {
    case 'CreditApproved':
      return decide(account, event.validUntil, event.limitMinor, effectiveOn)
    case 'CreditDeclined':
      return decide(account, null, null, effectiveOn)
    case 'CreditLimitChanged':
      account.limit = laterWins(account.limit ?? undefined, event.limitMinor, effectiveOn)
      return
    case 'CreditReserved':
      return reserve(account, event)
    case 'CreditRefused':
      account.refused.add(changeId)
      return
    case 'CreditReservationReleased':
    case 'CreditReservationExpired':
      return free(account, event.orderId, event.amountMinor, effectiveOn)
    case 'CreditConsumed':
      free(account, event.orderId, event.amountMinor, effectiveOn)
      reservationOf(account, event.orderId, effectiveOn).billed = true
      return use(account, event.itemId, event.amountMinor + event.beyondMinor, effectiveOn)
    case 'ExposureRaised':
      return use(account, event.itemId, event.amountMinor, effectiveOn)
    case 'CreditRestored':
      return use(account, event.itemId, -event.amountMinor, effectiveOn)
    default:
      return mark(account, event)
  }
}

type Mark = Of<
  | 'CreditHoldPlaced'
  | 'CreditHoldLifted'
  | 'FraudSuspected'
  | 'CreditOverrideGranted'
  | 'ReferenceProvided'
  | 'RiskFlagRaised'
  | 'CreditReviewRequested'
  | 'CreditReviewCompleted'
>

/** The events that move no money. */
const mark = (account: Account, event: Mark): void => {
  const { changeId, effectiveOn: since } = event
  switch (event.type) {
    case 'CreditHoldPlaced':
      account.holds.set(changeId, { reason: event.reason, since, lifted: false })
      return
    case 'CreditHoldLifted': {
      const hold = account.holds.get(event.holdId)
      if (hold !== undefined) hold.lifted = true
      return
    }
    case 'CreditOverrideGranted': {
      const { until, upToMinor } = event
      account.overrides.set(changeId, { since, until, upToMinor })
      return
    }
    case 'ReferenceProvided':
      account.references.add(event.kind)
      return
    case 'CreditReviewRequested':
      account.reviews.set(changeId, { since, completed: false })
      return
    case 'CreditReviewCompleted': {
      const review = account.reviews.get(event.reviewId)
      if (review !== undefined) review.completed = true
      return
    }
    case 'FraudSuspected':
    case 'RiskFlagRaised':
      return
    default:
      return unreachable(event)
  }
}
