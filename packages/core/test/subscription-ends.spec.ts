import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { changeId, civilDate, currency, customerId, minorUnits, text } from '../src/shared/index.ts'
import { loadStrict } from '../src/terms/index.ts'
import {
  entitlementsOn,
  monthlyOf,
  Plan,
  revenueOn,
  subscriptionRoom,
  type RetryPolicy,
  type SubscriptionCommand,
} from '../src/subscription/index.ts'
import {
  after,
  cancel,
  change,
  convert,
  happened,
  method,
  monthly,
  periodsOf,
  price,
  reactivate,
  reinstate,
  renew,
  start,
} from './subscription-words.ts'

const past = given(subscriptionRoom)
const nothing = { numerator: 0n, denominator: 1n }
const trial = { ...monthly, trialDays: 30, collection: 'mandate' as const }
const onTrial = start('2026-01-01', trial, true)

describe('a monthly rate', () => {
  it('of 1200 a year is 100 a month, the same as 100 a month [1-01]', () => {
    expect(monthlyOf(1200, { unit: 'year', count: 1 })).toEqual({
      numerator: 100n,
      denominator: 1n,
    })
    expect(monthlyOf(1080, { unit: 'year', count: 1 })).toEqual({
      numerator: 90n,
      denominator: 1n,
    })
  })

  it('is exact where weeks and days do not divide a month', () => {
    expect(monthlyOf(1, { unit: 'week', count: 1 })).toEqual({ numerator: 13n, denominator: 3n })
    expect(monthlyOf(1, { unit: 'day', count: 1 })).toEqual({ numerator: 365n, denominator: 12n })
  })
})

describe('a trial of 30 days', () => {
  it('never counts as recurring revenue, and has the entitlements [1-18] [edge 74]', () => {
    const subscription = after(onTrial)
    const day = civilDate('2026-01-15')
    expect(revenueOn(subscription, day, { countPaused: true })).toEqual(nothing)
    expect(entitlementsOn(subscription, day)).toEqual(trial.entitlements)
    expect(entitlementsOn(subscription, civilDate('2026-01-31'))).toEqual([])
    expect(periodsOf(happened(onTrial))).toEqual([])
  })

  it('that is cancelled is no churn: another event than the end of a subscription [1-18] [edge 74]', () => {
    past(onTrial)
      .when(cancel('2026-01-10'))
      .then({
        type: 'TrialCancelled',
        ...change('2026-01-10', 'cancel 2026-01-10'),
        voluntary: true,
      })
  })

  it('converts when it is over, and its first period begins where it ended [1-18]', () => {
    past(onTrial)
      .when(convert('2026-01-30'))
      .thenRejected({ type: 'TrialNotOver', trialEndsOn: civilDate('2026-01-31') })
    past(onTrial)
      .when(convert('2026-02-01'))
      .then({
        type: 'TrialConverted',
        ...change('2026-02-01', 'convert'),
        currency: trial.currency,
        period: { index: 0, from: civilDate('2026-01-31'), to: civilDate('2026-02-28') },
        priceMinor: minorUnits(1000),
        recurringMinor: minorUnits(1000),
        plan: trial,
      })
  })

  it('whose first charge fails is a missed conversion and no churn [edge 74]', () => {
    past(onTrial)
      .when(convert('2026-01-31', 'failed'))
      .then({
        type: 'TrialConversionMissed',
        ...change('2026-01-31', 'convert'),
        reason: 'chargeFailed',
      })
    const missed = after(onTrial, convert('2026-01-31', 'failed'))
    expect(revenueOn(missed, civilDate('2026-02-01'), { countPaused: true })).toEqual(nothing)
  })

  it('that nobody converted is missed too, when its time is over', () => {
    const expire: SubscriptionCommand = {
      type: 'ExpireSubscription',
      ...change('2026-02-03', 'expire'),
    }
    past(onTrial)
      .when(expire)
      .then({
        type: 'TrialConversionMissed',
        ...change('2026-02-03', 'expire'),
        reason: 'trialEnded',
      })
  })
})

describe('a free month given to somebody who pays', () => {
  it('costs nothing and keeps its recurring revenue [edge 74]', () => {
    const granted: SubscriptionCommand = {
      type: 'GrantFreePeriods',
      ...change('2026-01-05', 'sorry'),
      periods: 1,
      reason: text('outage'),
    }
    const events = happened(
      start('2026-01-01'),
      granted,
      renew('2026-02-01', 1),
      renew('2026-03-01', 2),
    )
    expect(periodsOf(events).map((line) => line.split(' ')[2])).toEqual(['1000', '0', '1000'])
    const free = after(start('2026-01-01'), granted, renew('2026-02-01', 1))
    expect(revenueOn(free, civilDate('2026-02-10'), { countPaused: false })).toEqual({
      numerator: 1000n,
      denominator: 1n,
    })
  })
})

describe('a contract for twelve months', () => {
  const bound = (rule: 'fee' | 'refuse'): Plan => ({
    ...monthly,
    commitment: {
      periods: 12,
      earlyTermination:
        rule === 'fee' ? { kind: 'fee', feeMinor: minorUnits(5000) } : { kind: 'refuse' },
    },
  })
  const started = start('2026-01-01', bound('fee'))

  it('that is left early costs the fee that was agreed [1-03]', () => {
    past(started)
      .when(cancel('2026-01-10', 'periodEnd'))
      .then(
        {
          type: 'SubscriptionCancelled',
          ...change('2026-01-10', 'cancel 2026-01-10'),
          currency: monthly.currency,
          at: 'periodEnd',
          endsOn: civilDate('2026-02-01'),
          voluntary: true,
          reason: null,
          lines: [],
        },
        {
          type: 'EarlyTerminationCharged',
          ...change('2026-01-10', 'cancel 2026-01-10'),
          currency: monthly.currency,
          feeMinor: minorUnits(5000),
          periodsServed: 1,
          periodsAgreed: 12,
        },
      )
  })

  it('cannot be left early where the plan says so [1-03]', () => {
    past(start('2026-01-01', bound('refuse')))
      .when(cancel('2026-01-10', 'periodEnd'))
      .thenRejected({ type: 'CommitmentNotOver', periodsServed: 1, periodsAgreed: 12 })
  })

  it('is served with the last of its periods, and then costs nothing [1-03]', () => {
    const months = Array.from({ length: 11 }, (_, index) =>
      renew(`2026-${String(index + 2).padStart(2, '0')}-01`, index + 1),
    )
    const types = (day: string, at: 'now' | 'periodEnd'): ReadonlyArray<string> =>
      happened(started, ...months, cancel(day, at))
        .slice(12)
        .map(({ type }) => type)
    expect(types('2026-12-10', 'periodEnd')).toEqual(['SubscriptionCancelled'])
    expect(types('2026-12-10', 'now')).toEqual(['SubscriptionCancelled', 'EarlyTerminationCharged'])
  })

  it('that the house ends costs no fee', () => {
    expect(happened(started, cancel('2026-01-10', 'now', false)).map(({ type }) => type)).toEqual([
      'SubscriptionStarted',
      'SubscriptionCancelled',
    ])
  })

  it('whose cancellation is withdrawn waives the fee', () => {
    past(started, cancel('2026-01-10', 'periodEnd'))
      .when({ type: 'WithdrawCancellation', ...change('2026-01-20', 'stay') })
      .then({
        type: 'CancellationWithdrawn',
        ...change('2026-01-20', 'stay'),
        currency: monthly.currency,
        endsOn: civilDate('2026-02-01'),
        waivedFeeMinor: minorUnits(5000),
      })
    past(started)
      .when({ type: 'WithdrawCancellation', ...change('2026-01-20', 'stay') })
      .thenRejected({
        type: 'NotCancelled',
        subscriptionId: change('2026-01-20', 'stay').subscriptionId,
      })
  })
})

describe('a cancellation', () => {
  it('credits the days that are left where the plan gives them back', () => {
    const fair = { ...price(3000), refundOnCancel: 'unusedDays' as const }
    const told = happened(start('2026-06-01', fair), cancel('2026-06-21')).at(-1)
    if (told?.type !== 'SubscriptionCancelled') throw new Error('not cancelled')
    expect([told.endsOn, told.lines]).toEqual([
      '2026-06-21',
      [
        {
          kind: 'credit',
          planId: fair.planId,
          from: '2026-06-21',
          to: '2026-07-01',
          days: 10,
          ofDays: 30,
          amountMinor: 1000,
        },
      ],
    ])
  })

  it('at the period end keeps the entitlements until then, and renews no more', () => {
    const leaving = after(start('2026-06-01'), cancel('2026-06-21', 'periodEnd'))
    expect(entitlementsOn(leaving, civilDate('2026-06-30'))).toEqual(monthly.entitlements)
    expect(entitlementsOn(leaving, civilDate('2026-07-01'))).toEqual([])
    past(start('2026-06-01'), cancel('2026-06-21', 'periodEnd'))
      .when(cancel('2026-06-22'))
      .thenRejected({ type: 'AlreadyCancelled', endsOn: civilDate('2026-07-01') })
    past(start('2026-06-01'), cancel('2026-06-21', 'periodEnd'))
      .when(renew('2026-07-01', 1))
      .thenRejected({ type: 'SubscriptionEnded', endsOn: civilDate('2026-07-01') })
  })

  it('says nothing when it is repeated, and names what else its id was used for', () => {
    past(start('2026-06-01'), cancel('2026-06-21')).when(cancel('2026-06-21')).thenNothing()
    past(start('2026-06-01'), cancel('2026-06-21'))
      .when({
        type: 'ResumeSubscription',
        ...change('2026-06-21', 'cancel 2026-06-21'),
      })
      .thenRejected({
        type: 'ConflictingDuplicate',
        changeId: changeId('cancel 2026-06-21'),
        recorded: 'cancellation, now, voluntary',
        offered: 'resumption',
      })
  })
})

describe('somebody who comes back', () => {
  const left = [start('2026-01-15'), cancel('2026-02-01')]

  it('keeps the day of the first start, and so the cohort [edge 76] [1-44]', () => {
    past(...left)
      .when(reactivate('2026-05-10', price(2000)))
      .then({
        type: 'SubscriptionReactivated',
        ...change('2026-05-10', 'reactivate 2026-05-10'),
        currency: monthly.currency,
        period: { index: 1, from: civilDate('2026-05-10'), to: civilDate('2026-06-10') },
        priceMinor: minorUnits(2000),
        recurringMinor: minorUnits(2000),
        plan: price(2000),
        firstStartedOn: civilDate('2026-01-15'),
        endedOn: civilDate('2026-02-01'),
      })
  })

  it('is refused while the subscription runs, or in another currency', () => {
    past(start('2026-01-15'))
      .when(reactivate('2026-01-20'))
      .thenRejected({ type: 'NotEnded', endsOn: null })
    past(...left)
      .when(reactivate('2026-05-10', { ...monthly, currency: currency('JPY') }))
      .thenRejected({
        type: 'PlanInAnotherCurrency',
        currency: currency('EUR'),
        offered: currency('JPY'),
      })
  })
})

describe('a plan that is collected by itself', () => {
  const mandate = { ...monthly, collection: 'mandate' as const }

  it('renews only with a payment method that is valid on the day', () => {
    past(start('2026-01-15', mandate))
      .when(renew('2026-02-15', 1))
      .thenRejected({ type: 'NoMandate', methodId: null, expiredOn: null })
    past(start('2026-01-15', mandate), method('2026-01-15', '2026-02-14'))
      .when(renew('2026-02-15', 1))
      .thenRejected({
        type: 'NoMandate',
        methodId: text('card-1'),
        expiredOn: civilDate('2026-02-14'),
      })
    const events = happened(
      start('2026-01-15', mandate),
      method('2026-01-15', '2026-02-15'),
      renew('2026-02-15', 1),
    )
    expect(events.at(-1)?.type).toBe('SubscriptionRenewed')
  })
})

describe('a charge that fails', () => {
  const policy: RetryPolicy = { policyId: text('retry'), version: 1, afterDays: [3, 7] }
  const failure = (day: string, decline: 'hard' | 'soft'): SubscriptionCommand => ({
    type: 'RecordChargeFailure',
    ...change(day, `failure ${day}`),
    periodIndex: 0,
    decline,
    policy,
  })
  const retries = (...commands: ReadonlyArray<SubscriptionCommand>): ReadonlyArray<unknown> =>
    happened(start('2026-01-15'), ...commands).flatMap((event) =>
      event.type === 'ChargeFailed' ? [[event.attempt, event.retryOn]] : [],
    )

  it('softly is tried again on the days of the policy, counted from the first failure', () => {
    expect(
      retries(
        failure('2026-01-15', 'soft'),
        failure('2026-01-20', 'soft'),
        failure('2026-01-22', 'soft'),
      ),
    ).toEqual([
      [1, '2026-01-18'],
      [2, '2026-01-22'],
      [3, null],
    ])
  })

  it('for good is never tried again, until there is another payment method', () => {
    expect(retries(failure('2026-01-15', 'hard'), failure('2026-01-16', 'soft'))).toEqual([
      [1, null],
      [2, null],
    ])
    expect(
      retries(
        failure('2026-01-15', 'hard'),
        method('2026-01-16', null),
        failure('2026-01-17', 'soft'),
      ),
    ).toEqual([
      [1, null],
      [2, '2026-01-22'],
    ])
  })

  it('leaves the subscription past due, with its revenue and entitlements, until it is settled', () => {
    const late = after(start('2026-01-15'), failure('2026-01-15', 'soft'))
    expect(late.status).toBe('pastDue')
    expect(entitlementsOn(late, civilDate('2026-01-16'))).toEqual(monthly.entitlements)
    expect(revenueOn(late, civilDate('2026-01-16'), { countPaused: false }).numerator).toBe(1000n)
    past(start('2026-01-15'), failure('2026-01-15', 'soft'))
      .when(reinstate('2026-01-18'))
      .then({
        type: 'SubscriptionReinstated',
        ...change('2026-01-18', 'reinstate 2026-01-18'),
        after: 'pastDue',
      })
    past(start('2026-01-15'))
      .when(reinstate('2026-01-18'))
      .thenRejected({ type: 'WrongStatus', status: 'active' })
  })
})

describe('a plan that is loaded', () => {
  it('has no key that no rule reads [edge 81]', () => {
    expect(loadStrict(Plan, monthly)).toEqual({ _tag: 'Right', right: monthly })
    expect(loadStrict(Plan, { ...monthly, pauseFeeMinor: 100 })).toEqual({
      _tag: 'Left',
      left: [{ path: 'pauseFeeMinor', reason: 'no rule reads this key' }],
    })
  })

  it('has whole numbers where it counts', () => {
    const loaded = loadStrict(Plan, { ...monthly, interval: { unit: 'month', count: 0 } })
    expect(loaded._tag === 'Left' && loaded.left.map(({ path }) => path)).toEqual([
      'interval.count',
    ])
  })
})

describe('a subscription that has not begun, or began before', () => {
  it('takes only a start, and only one', () => {
    past()
      .when(renew('2026-01-01', 1))
      .thenRejected({
        type: 'SubscriptionNotStarted',
        subscriptionId: change('2026-01-01', 'x').subscriptionId,
      })
    past(start('2026-01-01'))
      .when({ ...start('2026-01-02'), ...change('2026-01-02', 'again') })
      .thenRejected({
        type: 'SubscriptionAlreadyStarted',
        subscriptionId: change('2026-01-02', 'again').subscriptionId,
      })
    past(start('2026-01-01')).when(start('2026-01-01')).thenNothing()
  })

  it('belongs to one customer', () => {
    past(start('2026-01-01'))
      .when({ ...start('2026-01-01'), customerId: customerId('Борис') })
      .thenRejected({
        type: 'WrongCustomer',
        expected: customerId('Ада'),
        offered: customerId('Борис'),
      })
  })

  it('keeps the price that was agreed elsewhere until it renews', () => {
    const elsewhere: SubscriptionCommand = {
      type: 'RecordSubscription',
      ...change('2026-01-01', 'old'),
      plan: monthly,
      zone: text('UTC'),
      priceMinor: minorUnits(700),
    }
    const events = happened(elsewhere, renew('2026-02-01', 1))
    expect(periodsOf(events)).toEqual(['2026-01-01 2026-02-01 700', '2026-02-01 2026-03-01 1000'])
    expect(events[1]?.type).toBe('PricePhaseStarted')
  })
})
