import { describe, it } from 'vitest'
import { given } from '@tenure/testing'
import { changeId, civilDate, minorUnits, text } from '../src/shared/index.ts'
import {
  subscriptionRoom,
  type Plan,
  type RetryPolicy,
  type SubscriptionCommand,
} from '../src/subscription/index.ts'
import {
  cancel,
  change,
  changeTo,
  convert,
  method,
  monthly,
  on,
  pause,
  price,
  reactivate,
  reinstate,
  renew,
  resume,
  start,
  suspend,
} from './subscription-words.ts'

const past = given(subscriptionRoom)
const trial: Plan = { ...monthly, trialDays: 30 }
const retry: RetryPolicy = { policyId: text('retry'), version: 1, afterDays: [3] }
const started = start('2026-01-01')

const record: SubscriptionCommand = {
  type: 'RecordSubscription',
  ...change('2026-01-01', 'record'),
  plan: monthly,
  zone: text('UTC'),
  priceMinor: minorUnits(700),
}
const recordEnd = (voluntary: boolean): SubscriptionCommand => ({
  type: 'RecordSubscriptionEnd',
  ...change('2026-01-20', 'end'),
  voluntary,
  reason: null,
})
const withdraw: SubscriptionCommand = {
  type: 'WithdrawCancellation',
  ...change('2026-01-20', 'stay'),
}
const expire = (day: string): SubscriptionCommand => ({
  type: 'ExpireSubscription',
  ...change(day, 'expire'),
})
const grant = (periods: number): SubscriptionCommand => ({
  type: 'GrantFreePeriods',
  ...change('2026-01-05', 'sorry'),
  periods,
  reason: null,
})
const move = (zone: string): SubscriptionCommand => ({
  type: 'MoveSubscriptionZone',
  ...change('2026-01-05', 'move'),
  zone: text(zone),
})
const expiry: SubscriptionCommand = {
  type: 'RecordMandateExpiry',
  ...change('2026-01-06', 'expired'),
  methodId: text('card-1'),
}
const failure: SubscriptionCommand = {
  type: 'RecordChargeFailure',
  ...change('2026-01-06', 'failure'),
  periodIndex: 0,
  decline: 'soft',
  policy: retry,
}
const onTrial = start('2026-01-01', trial, true)

describe('a change of a subscription that is told again', () => {
  const cases: ReadonlyArray<
    readonly [what: string, before: ReadonlyArray<SubscriptionCommand>, told: SubscriptionCommand]
  > = [
    ['a start', [], started],
    ['a start with a trial', [], onTrial],
    ['a start without the trial that the plan has', [], start('2026-01-01', trial, false)],
    ['a start with a trial that the plan has not', [], start('2026-01-01', monthly, true)],
    ['a start from elsewhere', [], record],
    ['a conversion', [onTrial], convert('2026-01-31')],
    ['a conversion that was missed', [onTrial], convert('2026-01-31', 'failed')],
    ['the end of a trial that nobody converted', [onTrial], expire('2026-01-31')],
    ['the cancellation of a trial', [onTrial], cancel('2026-01-10')],
    ['a change of plan', [started], changeTo('2026-01-10', price(2000))],
    [
      'a change of plan at the period end',
      [started],
      changeTo('2026-01-10', price(2000), 'periodEnd'),
    ],
    ['a pause', [started], pause('2026-01-05', '2026-01-10', '2026-01-20')],
    [
      'a resumption',
      [started, pause('2026-01-05', '2026-01-10', '2026-01-20')],
      resume('2026-01-15'),
    ],
    ['a suspension', [started], suspend('2026-01-10')],
    ['a reinstatement', [started, suspend('2026-01-10')], reinstate('2026-01-12')],
    ['a cancellation', [started], cancel('2026-01-10')],
    ['an end from elsewhere', [started], recordEnd(true)],
    ['a withdrawal', [started, cancel('2026-01-10', 'periodEnd')], withdraw],
    ['an expiry', [started], expire('2026-02-01')],
    ['a reactivation', [started, cancel('2026-01-10')], reactivate('2026-03-01')],
    ['a gift of free periods', [started], grant(2)],
    ['a move to another zone', [started], move('Asia/Tokyo')],
    ['a method of payment', [started], method('2026-01-05', '2027-01-01')],
    ['the expiry of a method', [started, method('2026-01-05', null)], expiry],
    ['a charge that failed', [started], failure],
  ]
  for (const [what, before, told] of cases)
    it(`says nothing: ${what}`, () => {
      past(...before, told)
        .when(told)
        .thenNothing()
    })

  it('with other content is another one, and both are named', () => {
    const conflict = (id: string, recorded: string, offered: string) =>
      ({ type: 'ConflictingDuplicate', changeId: changeId(id), recorded, offered }) as const
    past(started, cancel('2026-01-10'))
      .when(cancel('2026-01-10', 'now', false))
      .thenRejected(
        conflict(
          'cancel 2026-01-10',
          'cancellation, now, voluntary',
          'cancellation, now, involuntary',
        ),
      )
    past(onTrial, cancel('2026-01-10', 'now', false))
      .when(resume('2026-01-10'))
      .thenRejected({ type: 'SubscriptionEnded', endsOn: civilDate('2026-01-10') })
    past(onTrial, convert('2026-01-31'))
      .when(convert('2026-01-31', 'failed'))
      .thenRejected(conflict('convert', 'conversion', 'missed conversion'))
    past(onTrial)
      .when({ ...start('2026-01-01', trial, false) })
      .thenRejected(conflict('start', 'trial of standard v1', 'start of standard v1 at 1000'))
    past(started, grant(2))
      .when(grant(3))
      .thenRejected(conflict('sorry', '2 free periods', '3 free periods'))
  })
})

describe('a start', () => {
  it('begins a trial where one is wanted and the plan has one, of a single day too', () => {
    const short = { ...monthly, trialDays: 1 }
    past()
      .when(start('2026-01-01', short, true))
      .then({
        type: 'TrialStarted',
        ...change('2026-01-01', 'start'),
        plan: short,
        zone: text('Europe/Sofia'),
        trialEndsOn: civilDate('2026-01-02'),
      })
    for (const [plan, withTrial] of [
      [short, false],
      [monthly, true],
    ] as const)
      past()
        .when(start('2026-01-01', plan, withTrial))
        .then({
          type: 'SubscriptionStarted',
          ...change('2026-01-01', 'start'),
          plan,
          zone: text('Europe/Sofia'),
          currency: monthly.currency,
          period: { index: 0, from: civilDate('2026-01-01'), to: civilDate('2026-02-01') },
          priceMinor: minorUnits(1000),
          recurringMinor: minorUnits(1000),
        })
  })

  it('needs a zone that there is, and a sound plan', () => {
    past()
      .when({ ...record, zone: text('Mars/Base') })
      .thenRejected({ type: 'UnknownZone', zone: text('Mars/Base') })
    past()
      .when({ ...record, plan: { ...monthly, trialDays: -1 } })
      .thenRejected({ type: 'PlanUnsound', planId: monthly.planId })
  })
})

describe('an end', () => {
  it('from elsewhere ends a subscription on its day, and a trial without churn', () => {
    past(started)
      .when(recordEnd(false))
      .then({
        type: 'SubscriptionCancelled',
        ...change('2026-01-20', 'end'),
        currency: monthly.currency,
        at: 'now',
        endsOn: civilDate('2026-01-20'),
        voluntary: false,
        reason: null,
        lines: [],
      })
    past(onTrial)
      .when(recordEnd(true))
      .then({ type: 'TrialCancelled', ...change('2026-01-20', 'end'), voluntary: true })
    past(started, cancel('2026-01-10'))
      .when(recordEnd(true))
      .thenRejected({ type: 'SubscriptionEnded', endsOn: civilDate('2026-01-10') })
  })

  it('by expiry comes on the day the last period or the trial is over, and not before', () => {
    past(started)
      .when(expire('2026-01-31'))
      .thenRejected({ type: 'PeriodStillRuns', periodIndex: 0, to: civilDate('2026-02-01') })
    past(started)
      .when(expire('2026-02-01'))
      .then({
        type: 'SubscriptionExpired',
        ...change('2026-02-01', 'expire'),
        endsOn: civilDate('2026-02-01'),
      })
    past(started, expire('2026-02-03'))
      .when(renew('2026-02-03', 1))
      .thenRejected({ type: 'SubscriptionEnded', endsOn: civilDate('2026-02-01') })
    past(onTrial)
      .when(expire('2026-01-30'))
      .thenRejected({ type: 'TrialNotOver', trialEndsOn: civilDate('2026-01-31') })
  })

  it('of a trial is followed by a first period, when they come back [1-44]', () => {
    past(onTrial, cancel('2026-01-10'))
      .when(reactivate('2026-03-01'))
      .then({
        type: 'SubscriptionReactivated',
        ...change('2026-03-01', 'reactivate 2026-03-01'),
        currency: monthly.currency,
        period: { index: 0, from: civilDate('2026-03-01'), to: civilDate('2026-04-01') },
        priceMinor: minorUnits(1000),
        recurringMinor: minorUnits(1000),
        plan: monthly,
        firstStartedOn: civilDate('2026-01-01'),
        endedOn: civilDate('2026-01-10'),
      })
  })
})

describe('what a subscription is told beside its course', () => {
  it('moves the zone from the end of the period or the trial, and from the last zone [edge 14]', () => {
    const moved = (fromZone: string, toZone: string, appliesFrom: string) => ({
      type: 'SubscriptionZoneMoved' as const,
      ...change('2026-01-05', 'move'),
      fromZone: text(fromZone),
      toZone: text(toZone),
      appliesFrom: civilDate(appliesFrom),
    })
    past(started)
      .when(move('Asia/Tokyo'))
      .then(moved('Europe/Sofia', 'Asia/Tokyo', '2026-02-01'))
    past(onTrial)
      .when(move('Asia/Tokyo'))
      .then(moved('Europe/Sofia', 'Asia/Tokyo', '2026-01-31'))
    past(started, move('Asia/Tokyo'))
      .when({ ...move('UTC'), ...change('2026-01-06', 'again') })
      .then({ ...moved('Asia/Tokyo', 'UTC', '2026-02-01'), ...change('2026-01-06', 'again') })
  })

  it('gives free periods in whole numbers, one at least', () => {
    for (const periods of [0, -1, 1.5])
      past(started).when(grant(periods)).thenRejected({ type: 'NothingGranted', periods })
  })

  it('may be of a later day than a change: a method of payment holds up nothing', () => {
    past(started, method('2026-01-20', null))
      .when(suspend('2026-01-10'))
      .then({
        type: 'SubscriptionSuspended',
        ...change('2026-01-10', 'suspend 2026-01-10'),
        reason: null,
      })
  })

  it('asks for a method where a single cent is collected by itself, and for none where nothing is', () => {
    const mandate = (priceMinor: number): Plan => ({ ...price(priceMinor), collection: 'mandate' })
    const none = { type: 'NoMandate' as const, methodId: null, expiredOn: null }
    past(start('2026-01-01', mandate(1)))
      .when(renew('2026-02-01', 1))
      .thenRejected(none)
    past(start('2026-01-01', mandate(0)))
      .when(renew('2026-02-01', 1))
      .then({
        type: 'SubscriptionRenewed',
        ...on('2026-02-01'),
        currency: monthly.currency,
        period: { index: 1, from: civilDate('2026-02-01'), to: civilDate('2026-03-01') },
        priceMinor: minorUnits(0),
        recurringMinor: minorUnits(0),
        planId: text('at 0'),
        planVersion: 1,
        interval: monthly.interval,
        pausedDays: 0,
        free: false,
      })
    past(start('2026-01-01', mandate(1)), method('2026-01-05', '2027-01-01'), expiry)
      .when(renew('2026-02-01', 1))
      .thenRejected({ type: 'NoMandate', methodId: text('card-1'), expiredOn: null })
  })

  it('announces the conversion of a trial, and tells a renewal that is over by its own index', () => {
    const announce = (day: string, periodIndex: number): SubscriptionCommand => ({
      type: 'SendRenewalNotice',
      ...on(day),
      periodIndex,
    })
    past(onTrial)
      .when(announce('2026-01-28', 0))
      .then({
        type: 'RenewalNoticeSent',
        ...on('2026-01-28'),
        currency: monthly.currency,
        periodIndex: 0,
        renewsOn: civilDate('2026-01-31'),
        recurringMinor: minorUnits(1000),
        methodExpired: false,
      })
    past(started, renew('2026-02-01', 1))
      .when(announce('2026-03-01', 2))
      .thenRejected({ type: 'PeriodOver', periodIndex: 1, to: civilDate('2026-03-01') })
  })
})
