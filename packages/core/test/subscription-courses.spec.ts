import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { civilDate, minorUnits, text } from '../src/shared/index.ts'
import {
  entitlementsOn,
  movementOf,
  netOfLines,
  revenueOn,
  scheduledCharges,
  subscriptionRoom,
  type Plan,
  type RetryPolicy,
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
  on,
  pause,
  periodsOf,
  price,
  reactivate,
  reinstate,
  renew,
  resume,
  start,
} from './subscription-words.ts'

const past = given(subscriptionRoom)
const started = start('2026-01-01')
const yearly: Plan = { ...price(10_000), interval: { unit: 'year', count: 1 } }
const withdraw = (day: string): SubscriptionCommand => ({
  type: 'WithdrawCancellation',
  ...change(day, `stay ${day}`),
})
const grant = (periods: number): SubscriptionCommand => ({
  type: 'GrantFreePeriods',
  ...change('2026-01-05', 'sorry'),
  periods,
  reason: null,
})
const typesOf = (events: ReadonlyArray<SubscriptionEvent>): ReadonlyArray<string> =>
  events.map(({ type }) => type)
const last = (...commands: ReadonlyArray<SubscriptionCommand>): SubscriptionEvent | undefined =>
  happened(...commands).at(-1)
const revenue = (day: string, ...commands: ReadonlyArray<SubscriptionCommand>): bigint =>
  revenueOn(after(...commands), civilDate(day), { countPaused: false }).numerator

describe('periods that follow each other', () => {
  it('keep the anchor day 31 through renewals [edge 9]', () => {
    const events = happened(
      start('2026-01-31'),
      renew('2026-02-28', 1),
      renew('2026-03-31', 2),
      renew('2026-04-30', 3),
    )
    expect(periodsOf(events).at(-1)).toBe('2026-04-30 2026-05-31 1000')
  })

  it('are anchored anew by a pause of a single day [edge 9] [edge 72]', () => {
    const paused = [start('2026-01-31'), pause('2026-02-01', '2026-02-01', '2026-02-02')]
    expect(periodsOf(happened(...paused, renew('2026-03-01', 1), renew('2026-04-01', 2)))).toEqual([
      '2026-01-31 2026-02-28 1000',
      '2026-03-01 2026-04-01 1000',
      '2026-04-01 2026-05-01 1000',
    ])
    const changed = [
      ...paused,
      changeTo('2026-02-10', price(2000), 'periodEnd'),
      renew('2026-03-01', 1),
      renew('2026-04-01', 2),
    ]
    expect(periodsOf(happened(...changed)).slice(1)).toEqual([
      '2026-03-01 2026-04-01 2000',
      '2026-04-01 2026-05-01 2000',
    ])
  })

  it('go on from a change of interval in its own length', () => {
    const events = happened(
      started,
      changeTo('2026-01-17', yearly),
      renew('2027-01-17', 2),
      renew('2028-01-17', 3),
    )
    expect(periodsOf(events).slice(1)).toEqual([
      '2027-01-17 2028-01-17 10000',
      '2028-01-17 2029-01-17 10000',
    ])
  })

  it('count the phases of a plan from its first period', () => {
    const promo = { ...price(3000), phases: [{ periods: 2, priceMinor: minorUnits(1900) }] }
    const months = [
      started,
      renew('2026-02-01', 1),
      changeTo('2026-02-10', promo),
      renew('2026-03-01', 2),
      renew('2026-04-01', 3),
    ]
    expect(periodsOf(happened(...months)).slice(2)).toEqual([
      '2026-03-01 2026-04-01 1900',
      '2026-04-01 2026-05-01 3000',
    ])
    expect(last(...months.slice(0, 3))).toMatchObject({
      recurringMinor: 1900,
      lines: [{ kind: 'credit' }, { kind: 'charge', days: 19, ofDays: 28, amountMinor: 1289 }],
    })
    expect([
      revenue('2026-03-02', ...months.slice(0, 4)),
      revenue('2026-04-02', ...months),
    ]).toEqual([1900n, 3000n])
    const agreed = [
      started,
      renew('2026-02-01', 1),
      changeTo('2026-02-10', promo, 'periodEnd'),
      renew('2026-03-01', 2),
      renew('2026-04-01', 3),
      renew('2026-05-01', 4),
    ]
    expect(periodsOf(happened(...agreed)).slice(2)).toEqual([
      '2026-03-01 2026-04-01 1900',
      '2026-04-01 2026-05-01 1900',
      '2026-05-01 2026-06-01 3000',
    ])
  })
})

describe('free periods', () => {
  it('of two months are two, in the forecast and in the bills', () => {
    const given2 = [started, grant(2)]
    const bills = happened(
      ...given2,
      renew('2026-02-01', 1),
      renew('2026-03-01', 2),
      renew('2026-04-01', 3),
    )
    expect(periodsOf(bills).map((line) => line.split(' ')[2])).toEqual(['1000', '0', '0', '1000'])
    expect(
      scheduledCharges(after(...given2), civilDate('2026-02-01'), civilDate('2026-05-01')).map(
        ({ on: day, amountMinor }) => [day, amountMinor],
      ),
    ).toEqual([
      ['2026-02-01', 0],
      ['2026-03-01', 0],
      ['2026-04-01', 1000],
    ])
  })

  it('that are left early give nothing back: nothing was paid for them', () => {
    const free = [started, grant(1), renew('2026-02-01', 1)]
    const told = last(...free, changeTo('2026-02-15', price(2000)))
    expect(told?.type === 'PlanChanged' && netOfLines(told.lines)).toBe(1000)
    const paid = last(...free, renew('2026-03-01', 2), changeTo('2026-03-17', price(2000)))
    expect(
      paid?.type === 'PlanChanged' &&
        paid.lines.map(({ kind, amountMinor }) => [kind, amountMinor]),
    ).toEqual([
      ['credit', 484],
      ['charge', 968],
    ])
  })
})

describe('a forecast', () => {
  it('holds what falls from its first day on, and not its last', () => {
    const days = (from: string, to: string) =>
      scheduledCharges(after(started), civilDate(from), civilDate(to)).map(({ on: day }) => day)
    expect(days('2026-02-01', '2026-03-01')).toEqual(['2026-02-01'])
    expect(days('2026-02-02', '2026-03-02')).toEqual(['2026-03-01'])
  })
})

describe('a change of plan that was agreed for the period end', () => {
  const agreed = [started, changeTo('2026-01-10', price(2000), 'periodEnd')]

  it('is not agreed twice, and may come at once instead', () => {
    past(...agreed)
      .when({ ...changeTo('2026-01-11', price(2000), 'periodEnd') })
      .thenRejected({ type: 'PlanUnchanged', planId: text('at 2000'), version: 1 })
    expect(typesOf(happened(...agreed, changeTo('2026-01-11', price(2000)))).at(-1)).toBe(
      'PlanChanged',
    )
  })

  it('gives way to a later change at once, and does not come with the renewal', () => {
    const events = happened(...agreed, changeTo('2026-01-20', price(3000)), renew('2026-02-01', 1))
    expect(typesOf(events).slice(2)).toEqual(['PlanChanged', 'SubscriptionRenewed'])
    expect(periodsOf(events).at(-1)).toBe('2026-02-01 2026-03-01 3000')
  })

  it('changes what may be used from its day on', () => {
    const richer = { ...price(2000), entitlements: [text('everything')] }
    const day = civilDate('2026-01-20')
    expect(entitlementsOn(after(started, changeTo('2026-01-20', richer)), day)).toEqual([
      'everything',
    ])
  })
})

describe('pauses of one period', () => {
  const keeping: Plan = { ...monthly, pause: { maxDays: 60, noticeDays: 0, period: 'keep' } }

  it('are counted together, those of periods before are not [edge 72]', () => {
    const first = [
      start('2026-06-01'),
      pause('2026-06-02', '2026-06-02', '2026-06-22'),
      renew('2026-07-21', 1),
    ]
    const told = last(...first, pause('2026-07-22', '2026-07-22', '2026-08-21'))
    expect(told?.type === 'SubscriptionPaused' && told.pausedDays).toBe(30)
    const kept = [
      start('2026-06-01', keeping),
      pause('2026-06-02', '2026-06-16', '2026-07-01'),
      renew('2026-07-01', 1),
    ]
    const longest = last(...kept, pause('2026-07-02', '2026-07-02', '2026-08-31'))
    expect(longest?.type === 'SubscriptionPaused' && longest.pausedDays).toBe(60)
  })

  it('count the days that they lasted, where they ended early [edge 73]', () => {
    const resumed = [
      start('2026-06-01'),
      pause('2026-06-05', '2026-06-10', '2026-06-30'),
      resume('2026-06-15'),
    ]
    expect(last(...resumed, pause('2026-06-20', '2026-06-20', '2026-07-15'))).toMatchObject({
      pausedDays: 25,
      period: { index: 0, from: '2026-06-01', to: '2026-07-31' },
    })
    past(...resumed)
      .when(pause('2026-06-20', '2026-06-20', '2026-07-16'))
      .thenRejected({ type: 'PauseTooLong', days: 26, pausedDays: 5, maxDays: 30 })
  })

  it('credit and charge the days of their own period alone [edge 72] [edge 73]', () => {
    const paused = [start('2026-06-01', keeping), pause('2026-06-02', '2026-06-16', '2026-07-11')]
    const period = { index: 0, from: '2026-06-01', to: '2026-07-01' }
    expect(last(...paused)).toMatchObject({
      period,
      lines: [{ kind: 'credit', from: '2026-06-16', to: '2026-07-01', days: 15 }],
    })
    expect(last(...paused, resume('2026-06-22'))).toMatchObject({
      period,
      lines: [{ kind: 'charge', from: '2026-06-22', to: '2026-07-01', days: 9 }],
    })
  })

  it('may begin on the day the next period does', () => {
    const told = last(start('2026-06-01', keeping), pause('2026-06-02', '2026-07-01', '2026-07-11'))
    expect(told?.type === 'SubscriptionPaused' && told.lines).toEqual([])
  })

  it('are none of a subscription that was cancelled', () => {
    past(start('2026-06-01'), cancel('2026-06-02', 'periodEnd'))
      .when(pause('2026-06-05', '2026-06-10', '2026-06-20'))
      .thenRejected({ type: 'AlreadyCancelled', endsOn: civilDate('2026-07-01') })
  })
})

describe('a contract for some periods', () => {
  const bound: Plan = {
    ...price(1500),
    commitment: { periods: 3, earlyTermination: { kind: 'fee', feeMinor: minorUnits(5000) } },
  }
  const fees = (...commands: ReadonlyArray<SubscriptionCommand>): ReadonlyArray<unknown> =>
    happened(...commands).flatMap((event) =>
      event.type === 'EarlyTerminationCharged' ? [[event.periodsServed, event.feeMinor]] : [],
    )

  it('counts them from its own first period, and the one that is over as served [1-03]', () => {
    const moved = [
      started,
      renew('2026-02-01', 1),
      changeTo('2026-02-10', bound),
      renew('2026-03-01', 2),
    ]
    expect(fees(...moved, cancel('2026-03-10'))).toEqual([[1, 5000]])
    expect(fees(...moved, cancel('2026-03-10', 'periodEnd'))).toEqual([[2, 5000]])
    expect(fees(...moved, cancel('2026-04-01'))).toEqual([[2, 5000]])
    expect(fees(...moved, renew('2026-04-01', 3), cancel('2026-04-10', 'periodEnd'))).toEqual([])
  })

  it('waives its fee once: what is cancelled again without one waives none', () => {
    const waived = (...commands: ReadonlyArray<SubscriptionCommand>): unknown => {
      const told = last(...commands)
      return told?.type === 'CancellationWithdrawn' && told.waivedFeeMinor
    }
    const stayed = [
      start('2026-01-01', bound),
      cancel('2026-01-10', 'periodEnd'),
      withdraw('2026-01-12'),
    ]
    expect(waived(...stayed)).toBe(5000)
    expect(
      waived(...stayed, cancel('2026-01-15', 'periodEnd', false), withdraw('2026-01-16')),
    ).toBe(0)
    expect(
      waived(
        start('2026-01-01', bound),
        cancel('2026-01-10'),
        reactivate('2026-03-01'),
        cancel('2026-03-05', 'periodEnd'),
        withdraw('2026-03-06'),
      ),
    ).toBe(0)
  })
})

describe('a cancellation', () => {
  it('gives back nothing by a plan that gives nothing back, nor at the period end', () => {
    const fair: Plan = { ...monthly, refundOnCancel: 'unusedDays' }
    const lines = (plan: Plan, at: 'now' | 'periodEnd') => {
      const told = last(start('2026-01-01', plan), cancel('2026-01-10', at))
      return told?.type === 'SubscriptionCancelled' && told.lines.length
    }
    expect([lines(monthly, 'now'), lines(fair, 'periodEnd'), lines(fair, 'now')]).toEqual([0, 0, 1])
  })

  it('that was withdrawn leaves a subscription that renews', () => {
    const events = happened(
      started,
      cancel('2026-01-10', 'periodEnd'),
      withdraw('2026-01-12'),
      renew('2026-02-01', 1),
    )
    expect(typesOf(events).at(-1)).toBe('SubscriptionRenewed')
  })

  it('is followed by a subscription that renews, when they come back', () => {
    const back = [started, cancel('2026-01-10'), reactivate('2026-03-01', price(2000))]
    expect(periodsOf(happened(...back, renew('2026-04-01', 2))).slice(1)).toEqual([
      '2026-03-01 2026-04-01 2000',
      '2026-04-01 2026-05-01 2000',
    ])
    expect(entitlementsOn(after(...back), civilDate('2026-03-02'))).toEqual(monthly.entitlements)
    const amount = (numerator: bigint) => ({ numerator, denominator: 1n })
    expect(movementOf(amount(0n), amount(revenue('2026-03-02', ...back)), true)).toBe(
      'reactivation',
    )
  })
})

describe('charges that fail', () => {
  const policy: RetryPolicy = { policyId: text('retry'), version: 1, afterDays: [3, 7, 14] }
  const failure = (day: string, periodIndex: number): SubscriptionCommand => ({
    type: 'RecordChargeFailure',
    ...change(day, `failure ${day}`),
    periodIndex,
    decline: 'soft',
    policy,
  })
  const retries = (...commands: ReadonlyArray<SubscriptionCommand>): ReadonlyArray<unknown> =>
    happened(started, ...commands).flatMap((event) =>
      event.type === 'ChargeFailed' ? [[event.attempt, event.retryOn]] : [],
    )

  it('are tried again counted from the first of their period', () => {
    expect(
      retries(failure('2026-01-01', 0), failure('2026-01-05', 0), failure('2026-01-09', 0)),
    ).toEqual([
      [1, '2026-01-04'],
      [2, '2026-01-08'],
      [3, '2026-01-15'],
    ])
  })

  it('are counted anew in another period, and after a reinstatement', () => {
    expect(
      retries(
        failure('2026-01-01', 0),
        renew('2026-02-01', 1),
        failure('2026-02-01', 1),
        failure('2026-02-05', 1),
      ),
    ).toEqual([
      [1, '2026-01-04'],
      [1, '2026-02-04'],
      [2, '2026-02-08'],
    ])
    expect(
      retries(failure('2026-01-01', 0), reinstate('2026-01-05'), failure('2026-01-10', 0)),
    ).toEqual([
      [1, '2026-01-04'],
      [1, '2026-01-13'],
    ])
  })
})

describe('a renewal made elsewhere', () => {
  const elsewhere = (
    day: string,
    periodIndex: number,
    from: string,
    to: string,
  ): SubscriptionCommand => ({
    type: 'RecordRenewal',
    ...on(day),
    periodIndex,
    from: civilDate(from),
    to: civilDate(to),
    priceMinor: minorUnits(777),
  })

  it('may be older than what changed since, and younger', () => {
    for (const day of ['2026-01-15', '2026-01-20', '2026-02-10'])
      past(started, changeTo('2026-01-20', price(2000)))
        .when(elsewhere(day, 1, '2026-02-01', '2026-03-01'))
        .then({
          type: 'SubscriptionRenewed',
          ...on(day),
          currency: monthly.currency,
          period: { index: 1, from: civilDate('2026-02-01'), to: civilDate('2026-03-01') },
          priceMinor: minorUnits(777),
          recurringMinor: minorUnits(777),
          planId: text('at 2000'),
          planVersion: 1,
          interval: monthly.interval,
          pausedDays: 0,
          free: false,
        })
  })

  it('is of the next period, of some days, and of a subscription that runs', () => {
    past(started)
      .when(elsewhere('2026-02-01', 0, '2026-01-01', '2026-02-01'))
      .thenRejected({
        type: 'PeriodAlreadyBilled',
        periodIndex: 0,
        recorded: '2026-01-01 to 2026-02-01 at 1000',
      })
    past(started)
      .when(elsewhere('2026-02-01', 2, '2026-02-01', '2026-03-01'))
      .thenRejected({ type: 'NotTheNextPeriod', nextIndex: 1, offeredIndex: 2 })
    past(started)
      .when(elsewhere('2026-02-01', 1, '2026-02-01', '2026-02-01'))
      .thenRejected({
        type: 'PeriodsApart',
        expectedFrom: civilDate('2026-02-01'),
        offeredFrom: civilDate('2026-02-01'),
        offeredTo: civilDate('2026-02-01'),
      })
    past(started, cancel('2026-01-10'))
      .when(elsewhere('2026-02-01', 1, '2026-01-10', '2026-02-10'))
      .thenRejected({ type: 'WrongStatus', status: 'ended' })
  })
})
