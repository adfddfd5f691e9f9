import * as E from 'fp-ts/lib/Either.js'
import { Whole } from '../../shared/index.ts'
import type {
  GrantFreePeriods,
  MoveSubscriptionZone,
  RecordMandateExpiry,
  RecordMandate,
  SendRenewalNotice,
} from '../commands.ts'
import { noticeOf } from '../notice.ts'
import type { Subscription } from '../state.ts'
import { changeOf, factsOf, knownZone, running, standing } from './checks.ts'
import type { Decision } from './decision.ts'

/**
 * The next so many renewals are free; the recurring price stands.
 * Rejects: what `running` refuses, `NothingGranted`. Source: domain edge case 74.
 */
export const grantFree = (command: GrantFreePeriods, subscription: Subscription): Decision => {
  const checked = running(command, subscription)
  if (E.isLeft(checked)) return checked
  const { periods, reason } = command
  if (!Whole.is(periods) || periods === 0) return E.left({ type: 'NothingGranted', periods })
  return E.right([{ type: 'FreePeriodsGranted', ...changeOf(command), periods, reason }])
}

/**
 * Announces the next renewal, once.
 *
 * Shape: nothing where that period was announced; else `RenewalNoticeSent`, from the plan's day of notice
 * on, which is earlier where the payment method will have expired. Rejects: what `standing` refuses,
 * `WrongStatus`, `AlreadyCancelled`, `NotTheNextPeriod`, `NoticeNotDue`, `PeriodOver`.
 * Source: domain 1-33, 1-37.
 */
export const sendNotice = (command: SendRenewalNotice, subscription: Subscription): Decision => {
  const { periodIndex, effectiveOn } = command
  if (subscription.noticed.has(periodIndex)) return E.right([])
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const { endsOn, status } = subscription
  if (endsOn !== null) return E.left({ type: 'AlreadyCancelled', endsOn })
  const notice = noticeOf(subscription)
  if (notice === undefined) return E.left({ type: 'WrongStatus', status })
  const { noticeOn, renewsOn, recurringMinor, methodExpired } = notice
  if (periodIndex !== notice.periodIndex)
    return E.left({
      type: 'NotTheNextPeriod',
      nextIndex: notice.periodIndex,
      offeredIndex: periodIndex,
    })
  if (effectiveOn < noticeOn) return E.left({ type: 'NoticeNotDue', periodIndex, noticeOn })
  if (effectiveOn >= renewsOn)
    return E.left({ type: 'PeriodOver', periodIndex: Math.max(0, periodIndex - 1), to: renewsOn })
  const { currency } = checked.right
  const told = { currency, periodIndex, renewsOn, recurringMinor, methodExpired }
  return E.right([{ type: 'RenewalNoticeSent', ...factsOf(command), ...told }])
}

/**
 * Moves the contract to another zone, from the end of the period that has begun.
 * Rejects: what `standing` refuses, `UnknownZone`. Source: domain edge case 14.
 */
export const moveZone = (command: MoveSubscriptionZone, subscription: Subscription): Decision => {
  const checked = standing(command, subscription)
  if (E.isLeft(checked)) return checked
  const zone = knownZone(command.zone)
  if (E.isLeft(zone)) return zone
  const { course, trialEndsOn, zones } = subscription
  const appliesFrom = course?.period.to ?? trialEndsOn ?? command.effectiveOn
  const fromZone = zones.at(-1)?.zone ?? zone.right
  const told = { fromZone, toZone: zone.right, appliesFrom }
  return E.right([{ type: 'SubscriptionZoneMoved', ...changeOf(command), ...told }])
}

/** How renewals are collected from now on; also before the start. */
export const recordMethod = (command: RecordMandate): Decision => {
  const { methodId, kind, expiresOn } = command
  return E.right([{ type: 'MandateSet', ...changeOf(command), methodId, kind, expiresOn }])
}

/** The method can be charged no longer, as its issuer says. Rejects: `UnknownMandate`. */
export const recordExpiry = (command: RecordMandateExpiry, { method }: Subscription): Decision => {
  const { methodId } = command
  if (method?.methodId !== methodId) return E.left({ type: 'UnknownMandate', methodId })
  return E.right([{ type: 'MandateExpired', ...changeOf(command), methodId }])
}
