import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { civilDate, currency, fold, minorUnits } from '../src/shared/index.ts'
import {
  entitlementsOn,
  isPausedOn,
  monthlyOf,
  movementOf,
  netOfLines,
  proratedMinor,
  revenueOn,
  subscriptionRoom,
  type Movement,
  type SubscriptionCommand,
  type SubscriptionEvent,
} from '../src/subscription/index.ts'
import {
  after,
  cancel,
  change,
  changeTo,
  happened,
  monthly,
  pause,
  periodsOf,
  price,
  reinstate,
  renew,
  resume,
  start,
  suspend,
} from './subscription-words.ts'

const past = given(subscriptionRoom)
const quarterly = { ...price(9100), interval: { unit: 'month' as const, count: 3 } }

/** The sums of the lines that a change of plan told. */
const netOf = (events: ReadonlyArray<SubscriptionEvent>): number =>
  events.reduce((sum, event) => sum + ('lines' in event ? netOfLines(event.lines) : 0), 0)
/** What the changes of plan were, first price to last. */
const movementsOf = (events: ReadonlyArray<SubscriptionEvent>): ReadonlyArray<Movement> => {
  const changes = events.flatMap((event) => (event.type === 'PlanChanged' ? [event] : []))
  return changes.map(({ previous, plan, recurringMinor }) =>
    movementOf(
      monthlyOf(previous.recurringMinor, previous.interval),
      monthlyOf(recurringMinor, plan.interval),
      changes.some(({ previous: one }) => one.recurringMinor > 0),
    ),
  )
}

describe('the share of a period that some of its days bear', () => {
  // Lago #6194: the denominator was the 42 days that were left; a quarter has 91.
  it('is by the days of the whole period, 91 and not the 42 that are left [edge 19]', () => {
    const period = { from: civilDate('2025-04-01'), to: civilDate('2025-07-01') }
    const rest = { from: civilDate('2025-05-20'), to: civilDate('2025-07-01') }
    expect(proratedMinor({ wholeMinor: 9100, period, pauses: [] }, rest)).toBe(4200)
    past(start('2025-04-01', quarterly))
      .when(changeTo('2025-05-20', { ...quarterly, version: 2, priceMinor: minorUnits(18_200) }))
      .then({
        type: 'PlanChanged',
        ...change('2025-05-20', `2025-05-20 ${quarterly.planId} now`),
        currency: currency('EUR'),
        previous: {
          planId: quarterly.planId,
          version: 1,
          interval: quarterly.interval,
          recurringMinor: minorUnits(9100),
        },
        plan: { ...quarterly, version: 2, priceMinor: minorUnits(18_200) },
        recurringMinor: minorUnits(18_200),
        when: 'now',
        period: { index: 0, ...period },
        lines: [
          {
            kind: 'credit',
            planId: quarterly.planId,
            ...rest,
            days: 42,
            ofDays: 91,
            amountMinor: minorUnits(4200),
          },
          {
            kind: 'charge',
            planId: quarterly.planId,
            ...rest,
            days: 42,
            ofDays: 91,
            amountMinor: minorUnits(8400),
          },
        ],
      })
  })

  it('adds up over the 29 days of a leap February to the full price [edge 20]', () => {
    const period = { from: civilDate('2024-02-01'), to: civilDate('2024-03-01') }
    const days = Array.from({ length: 29 }, (_, index) => ({
      from: civilDate(`2024-02-${String(index + 1).padStart(2, '0')}`),
      to: civilDate(index === 28 ? '2024-03-01' : `2024-02-${String(index + 2).padStart(2, '0')}`),
    }))
    const shares = days.map((day) => proratedMinor({ wholeMinor: 1000, period, pauses: [] }, day))
    expect(shares.slice(0, 4)).toEqual([34, 35, 34, 35])
    expect(shares.reduce((a, b) => a + b, 0)).toBe(1000)
  })
})

describe('a change of plan', () => {
  const [small, large, free] = [price(1000), price(2000), price(0)]

  it('to a dearer plan is an expansion, to a cheaper one a contraction [1-17]', () => {
    const events = happened(
      start('2026-01-01', small),
      changeTo('2026-01-10', large),
      changeTo('2026-01-20', small),
    )
    expect(movementsOf(events)).toEqual(['expansion', 'contraction'])
  })

  it('from a free tier to a paid one is new revenue and no expansion [1-16]', () => {
    const events = happened(start('2026-01-01', free), changeTo('2026-01-10', small))
    expect(movementsOf(events)).toEqual(['new'])
    expect(
      revenueOn(after(start('2026-01-01', free)), civilDate('2026-01-05'), { countPaused: false }),
    ).toEqual({ numerator: 0n, denominator: 1n })
    const paid = after(start('2026-01-01', free), changeTo('2026-01-10', small))
    expect(revenueOn(paid, civilDate('2026-01-10'), { countPaused: false })).toEqual({
      numerator: 1000n,
      denominator: 1n,
    })
  })

  it('up and down on the same day nets out, in money and in revenue [edge 75]', () => {
    const events = happened(
      start('2026-01-01', small),
      changeTo('2026-01-12', large),
      changeTo('2026-01-12', small),
    )
    expect(netOf(events)).toBe(0)
    const [first, last] = [events.slice(0, 1), events].map((part) =>
      revenueOn(fold(subscriptionRoom.decider, part), civilDate('2026-01-12'), {
        countPaused: false,
      }),
    )
    if (first === undefined || last === undefined) throw new Error('two states')
    expect(movementOf(first, last, true)).toBe('none')
  })

  it('that ends one of two subscriptions is a contraction of the customer, no churn [edge 75]', () => {
    const day = civilDate('2026-01-20')
    const monthOf = (...commands: ReadonlyArray<SubscriptionCommand>): bigint =>
      revenueOn(after(...commands), day, { countPaused: false }).numerator
    const [kept, ended] = [monthOf(start('2026-01-01', small)), start('2026-01-01', large)]
    const amount = (minor: bigint) => ({ numerator: minor, denominator: 1n })
    const before = amount(kept + monthOf(ended))
    const left = amount(kept + monthOf(ended, cancel('2026-01-10')))
    expect([before.numerator, left.numerator]).toEqual([3000n, 1000n])
    expect(movementOf(before, left, true)).toBe('contraction')
  })

  it('at the period end is agreed today, and told with the renewal', () => {
    const events = happened(
      start('2026-01-15', small),
      changeTo('2026-01-20', large, 'periodEnd'),
      renew('2026-02-15', 1),
    )
    expect(events.map(({ type }) => type)).toEqual([
      'SubscriptionStarted',
      'PlanChangeAgreed',
      'PlanChanged',
      'SubscriptionRenewed',
    ])
    expect(periodsOf(events)).toEqual(['2026-01-15 2026-02-15 1000', '2026-02-15 2026-03-15 2000'])
    expect(netOf(events)).toBe(0)
  })

  it('of the interval credits the rest and begins a period of its own [inv 20]', () => {
    const yearly = { ...price(10_000), interval: { unit: 'year' as const, count: 1 } }
    const events = happened(start('2026-01-01', small), changeTo('2026-01-17', yearly))
    const told = events[1]
    if (told?.type !== 'PlanChanged') throw new Error('no change of plan')
    expect(told.period).toEqual({ index: 1, from: '2026-01-17', to: '2027-01-17' })
    expect(
      told.lines.map(({ kind, days, ofDays, amountMinor }) => [kind, days, ofDays, amountMinor]),
    ).toEqual([
      ['credit', 15, 31, 484],
      ['charge', 365, 365, 10_000],
    ])
  })

  it('needs another plan of the same currency, within a period that is not over', () => {
    const started = start('2026-01-01', small)
    past(started)
      .when(changeTo('2026-01-10', small))
      .thenRejected({ type: 'PlanUnchanged', planId: small.planId, version: 1 })
    past(started)
      .when(changeTo('2026-01-10', { ...large, currency: currency('JPY') }))
      .thenRejected({
        type: 'PlanInAnotherCurrency',
        currency: currency('EUR'),
        offered: currency('JPY'),
      })
    past(started)
      .when(changeTo('2026-02-01', large))
      .thenRejected({ type: 'PeriodOver', periodIndex: 0, to: civilDate('2026-02-01') })
    past(started)
      .when(changeTo('2026-01-10', { ...large, interval: { unit: 'month', count: 0 } }))
      .thenRejected({ type: 'PlanUnsound', planId: large.planId })
    past(started, changeTo('2026-01-12', large))
      .when(changeTo('2026-01-11', price(500)))
      .thenRejected({
        type: 'BeforeLastChange',
        changedOn: civilDate('2026-01-12'),
        offered: civilDate('2026-01-11'),
      })
  })
})

describe('a pause that extends its period', () => {
  const started = start('2026-06-01')

  it('costs nothing and moves the end of the period by the paused days [1-46] [edge 72]', () => {
    past(started)
      .when(pause('2026-06-05', '2026-06-10', '2026-06-30'))
      .then({
        type: 'SubscriptionPaused',
        ...change('2026-06-05', 'pause 2026-06-10'),
        currency: monthly.currency,
        from: civilDate('2026-06-10'),
        to: civilDate('2026-06-30'),
        pausedDays: 20,
        policy: { maxDays: 30, noticeDays: 0, period: 'extend' },
        period: { index: 0, from: civilDate('2026-06-01'), to: civilDate('2026-07-21') },
        lines: [],
      })
    const events = happened(
      started,
      pause('2026-06-05', '2026-06-10', '2026-06-30'),
      renew('2026-07-21', 1),
      renew('2026-08-21', 2),
    )
    expect(periodsOf(events)).toEqual([
      '2026-06-01 2026-07-01 1000',
      '2026-07-21 2026-08-21 1000',
      '2026-08-21 2026-09-21 1000',
    ])
  })

  it('adds no churn: the subscription stands, and whether its revenue counts is asked for [1-46]', () => {
    const events = happened(started, pause('2026-06-05', '2026-06-10', '2026-06-30'))
    expect(events.map(({ type }) => type)).toEqual(['SubscriptionStarted', 'SubscriptionPaused'])
    const subscription = fold(subscriptionRoom.decider, events)
    const [before, first, last, back] = ['2026-06-09', '2026-06-10', '2026-06-29', '2026-06-30']
      .map(civilDate)
      .map((day) => [
        isPausedOn(subscription, day),
        revenueOn(subscription, day, { countPaused: false }).numerator,
        revenueOn(subscription, day, { countPaused: true }).numerator,
      ])
    expect(before).toEqual([false, 1000n, 1000n])
    expect(first).toEqual([true, 0n, 1000n])
    expect(last).toEqual([true, 0n, 1000n])
    expect(back).toEqual([false, 1000n, 1000n])
  })

  it('is refused for days that are over, and beyond the days that the plan allows [edge 72] [1-46]', () => {
    past(started)
      .when(pause('2026-06-12', '2026-06-10', '2026-06-30'))
      .thenRejected({
        type: 'RetroactivePause',
        from: civilDate('2026-06-10'),
        askedOn: civilDate('2026-06-12'),
      })
    past(started)
      .when(pause('2026-06-05', '2026-06-10', '2026-07-11'))
      .thenRejected({ type: 'PauseTooLong', days: 31, pausedDays: 0, maxDays: 30 })
    past(started, pause('2026-06-02', '2026-06-02', '2026-06-22'))
      .when(pause('2026-06-22', '2026-06-22', '2026-07-03'))
      .thenRejected({ type: 'PauseTooLong', days: 11, pausedDays: 20, maxDays: 30 })
  })

  it('that ends early gives back the days that were not paused [edge 73]', () => {
    past(started, pause('2026-06-05', '2026-06-10', '2026-06-30'))
      .when(resume('2026-06-15'))
      .then({
        type: 'SubscriptionResumed',
        ...change('2026-06-15', 'resume 2026-06-15'),
        currency: monthly.currency,
        from: civilDate('2026-06-10'),
        to: civilDate('2026-06-15'),
        pausedDays: 5,
        period: { index: 0, from: civilDate('2026-06-01'), to: civilDate('2026-07-06') },
        lines: [],
      })
  })

  it('that is called off before it began leaves the anchor where it was [edge 9]', () => {
    const events = happened(
      start('2026-01-31'),
      pause('2026-02-01', '2026-02-10', '2026-02-20'),
      resume('2026-02-05'),
      renew('2026-02-28', 1),
    )
    expect(periodsOf(events)).toEqual(['2026-01-31 2026-02-28 1000', '2026-02-28 2026-03-31 1000'])
  })

  it('anchors the periods anew on the day that it moved to, a month end too [edge 9] [edge 72]', () => {
    const events = happened(
      start('2026-01-31', {
        ...monthly,
        pause: { maxDays: 31, noticeDays: 0, period: 'extend' },
      }),
      // 28 February and 31 days are 31 March.
      pause('2026-02-01', '2026-02-01', '2026-03-01'),
      pause('2026-03-01', '2026-03-01', '2026-03-04'),
      renew('2026-03-31', 1),
      renew('2026-04-30', 2),
      renew('2026-05-31', 3),
    )
    expect(periodsOf(events)).toEqual([
      '2026-01-31 2026-02-28 1000',
      '2026-03-31 2026-04-30 1000',
      '2026-04-30 2026-05-31 1000',
      '2026-05-31 2026-06-30 1000',
    ])
  })

  it('leaves the paused days out of what a plan change settles [inv 20]', () => {
    const events = happened(
      started,
      pause('2026-06-01', '2026-06-01', '2026-06-11'),
      changeTo('2026-06-26', price(2000)),
    )
    const told = events.at(-1)
    if (told?.type !== 'PlanChanged') throw new Error('no change of plan')
    // 30 billable days from 11 June on; 15 of them are left.
    expect(told.lines.map(({ days, ofDays, amountMinor }) => [days, ofDays, amountMinor])).toEqual([
      [15, 30, 500],
      [15, 30, 1000],
    ])
  })
})

describe('a pause that keeps its periods', () => {
  const keeping = {
    ...monthly,
    pause: { maxDays: 60, noticeDays: 7, period: 'keep' as const },
  }
  const started = start('2026-06-01', keeping)

  it('credits the paused days, and leaves those of the next period out of its price [edge 72]', () => {
    const events = happened(
      started,
      pause('2026-06-02', '2026-06-16', '2026-07-11'),
      renew('2026-07-01', 1),
      renew('2026-08-01', 2),
    )
    expect(netOf(events)).toBe(-500)
    // 21 of the 31 days of July are not paused.
    expect(periodsOf(events)).toEqual([
      '2026-06-01 2026-07-01 1000',
      '2026-07-01 2026-08-01 677',
      '2026-08-01 2026-09-01 1000',
    ])
  })

  it('that ends early charges only the days from then on, never paused ones [edge 73]', () => {
    const events = happened(
      started,
      pause('2026-06-02', '2026-06-16', '2026-07-01'),
      resume('2026-06-22'),
    )
    const told = events.at(-1)
    if (told?.type !== 'SubscriptionResumed') throw new Error('not resumed')
    expect(told.lines).toEqual([
      {
        kind: 'charge',
        planId: keeping.planId,
        from: '2026-06-22',
        to: '2026-07-01',
        days: 9,
        ofDays: 30,
        amountMinor: 300,
      },
    ])
    // 6 of 30 days were paused: 800 of 1000 stay.
    expect(1000 + netOf(events)).toBe(800)
  })

  it('needs notice, some days, a beginning in the period, and no other pause', () => {
    past(started)
      .when(pause('2026-06-10', '2026-06-16', '2026-06-20'))
      .thenRejected({ type: 'PauseNeedsNotice', noticeDays: 7, from: civilDate('2026-06-16') })
    past(started)
      .when(pause('2026-06-02', '2026-06-16', '2026-06-16'))
      .thenRejected({
        type: 'EmptyPause',
        from: civilDate('2026-06-16'),
        to: civilDate('2026-06-16'),
      })
    past(started)
      .when(pause('2026-06-02', '2026-07-02', '2026-07-12'))
      .thenRejected({
        type: 'PauseBeyondPeriod',
        from: civilDate('2026-07-02'),
        periodTo: civilDate('2026-07-01'),
      })
    past(started, pause('2026-06-02', '2026-06-16', '2026-06-20'))
      .when(pause('2026-06-02', '2026-06-25', '2026-06-27'))
      .thenRejected({
        type: 'AlreadyPaused',
        from: civilDate('2026-06-16'),
        to: civilDate('2026-06-20'),
      })
    past(start('2026-06-01', { ...monthly, pause: null }))
      .when(pause('2026-06-02', '2026-06-16', '2026-06-20'))
      .thenRejected({ type: 'PauseNotOffered', planId: monthly.planId })
    past(started)
      .when(resume('2026-06-16'))
      .thenRejected({ type: 'NotPaused', subscriptionId: change('2026-06-16', 'x').subscriptionId })
  })
})

describe('entitlements', () => {
  const all = monthly.entitlements

  it('end with a suspension and come back with the reinstatement [1-15]', () => {
    const started = start('2026-06-01')
    const suspended = after(started, suspend('2026-06-20'))
    expect(entitlementsOn(after(started), civilDate('2026-06-20'))).toEqual(all)
    expect(entitlementsOn(suspended, civilDate('2026-06-20'))).toEqual([])
    const reinstated = after(started, suspend('2026-06-20'), reinstate('2026-06-25'))
    expect(entitlementsOn(reinstated, civilDate('2026-06-25'))).toEqual(all)
    past(started, suspend('2026-06-20'))
      .when(renew('2026-07-01', 1))
      .thenRejected({ type: 'WrongStatus', status: 'suspended' })
  })

  it('rest while the subscription is paused [1-15]', () => {
    const paused = after(start('2026-06-01'), pause('2026-06-05', '2026-06-10', '2026-06-20'))
    expect(
      ['2026-06-09', '2026-06-10', '2026-06-20'].map((day) =>
        entitlementsOn(paused, civilDate(day)),
      ),
    ).toEqual([all, [], all])
  })
})
