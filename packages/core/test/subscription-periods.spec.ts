import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import { civilDate, formatInstant, fold, minorUnits, text } from '../src/shared/index.ts'
import {
  instantsOf,
  monthlyOf,
  movementOf,
  scheduledCharges,
  startOfPeriod,
  subscriptionRoom,
  type Interval,
} from '../src/subscription/index.ts'
import {
  after,
  cancel,
  change,
  changeTo,
  happened,
  monthly,
  notice,
  on,
  periodsOf,
  price,
  renew,
  start,
} from './subscription-words.ts'

const past = given(subscriptionRoom)
const starts = (anchor: string, interval: Interval, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, n) => startOfPeriod(civilDate(anchor), interval, n))

describe('periods', () => {
  it('of a month keep the anchor day 31 wherever there is one [edge 9] [1-31]', () => {
    expect(starts('2026-01-31', { unit: 'month', count: 1 }, 5)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
  })

  it('of a year that begin on 29 February fall on 28 February until the next leap year [edge 11]', () => {
    expect(starts('2024-02-29', { unit: 'year', count: 1 }, 5)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  it('of two weeks begin 26 times in a year, and count 26/12 to the month [1-31] [0-26]', () => {
    const twoWeeks: Interval = { unit: 'week', count: 2 }
    const begun = starts('2026-01-02', twoWeeks, 40).filter((day) => day < '2027-01-01')
    expect(begun).toHaveLength(26)
    expect(monthlyOf(600, twoWeeks)).toEqual({ numerator: 1300n, denominator: 1n })
  })

  it('of a quarter, a half-year and a year clamp to the month end alike [1-31] [0-26]', () => {
    expect(starts('2026-08-31', { unit: 'month', count: 3 }, 3)).toEqual([
      '2026-08-31',
      '2026-11-30',
      '2027-02-28',
    ])
    expect(starts('2026-08-31', { unit: 'month', count: 6 }, 3)).toEqual([
      '2026-08-31',
      '2027-02-28',
      '2027-08-31',
    ])
  })

  it('follow each other through renewals, whenever the timer ran [inv 20]', () => {
    const events = happened(
      start('2026-01-31'),
      renew('2026-02-28', 1),
      renew('2026-04-02', 2),
      renew('2026-05-01', 3),
    )
    expect(periodsOf(events)).toEqual([
      '2026-01-31 2026-02-28 1000',
      '2026-02-28 2026-03-31 1000',
      '2026-03-31 2026-04-30 1000',
      '2026-04-30 2026-05-31 1000',
    ])
  })
})

describe('a renewal', () => {
  const started = start('2026-01-15')

  it('bills the period of its index once, however often the timer asks [1-14]', () => {
    past(started, renew('2026-02-15', 1)).when(renew('2026-02-15', 1)).thenNothing()
    past(started, renew('2026-02-15', 1)).when(renew('2026-02-20', 1)).thenNothing()
  })

  it('says what it bills, in full [1-14]', () => {
    past(started)
      .when(renew('2026-02-15', 1))
      .then({
        type: 'SubscriptionRenewed',
        ...on('2026-02-15'),
        currency: monthly.currency,
        period: { index: 1, from: civilDate('2026-02-15'), to: civilDate('2026-03-15') },
        priceMinor: minorUnits(1000),
        recurringMinor: minorUnits(1000),
        planId: monthly.planId,
        planVersion: 1,
        interval: monthly.interval,
        pausedDays: 0,
        free: false,
      })
  })

  it('is refused for the period that the start billed', () => {
    past(started).when(renew('2026-02-15', 0)).thenRejected({
      type: 'PeriodAlreadyBilled',
      periodIndex: 0,
      recorded: '2026-01-15 to 2026-02-15 at 1000',
    })
  })

  it('is refused before the period is over, and for a period that is not the next', () => {
    past(started)
      .when(renew('2026-02-14', 1))
      .thenRejected({ type: 'PeriodStillRuns', periodIndex: 0, to: civilDate('2026-02-15') })
    past(started)
      .when(renew('2026-03-15', 2))
      .thenRejected({ type: 'NotTheNextPeriod', nextIndex: 1, offeredIndex: 2 })
  })

  it('of a yearly licence comes once a year [1-05]', () => {
    const licence = { ...price(12_000), interval: { unit: 'year' as const, count: 1 } }
    const events = happened(
      start('2024-03-01', licence),
      renew('2025-03-01', 1),
      renew('2026-03-01', 2),
    )
    expect(periodsOf(events)).toEqual([
      '2024-03-01 2025-03-01 12000',
      '2025-03-01 2026-03-01 12000',
      '2026-03-01 2027-03-01 12000',
    ])
  })

  it('and its absence are told, so that renewed can be held against due: 1 of 2 [1-04]', () => {
    const events = happened(started, renew('2026-02-15', 1), {
      type: 'ExpireSubscription',
      ...change('2026-03-20', 'expire'),
    })
    const renewed = events.filter(({ type }) => type === 'SubscriptionRenewed').length
    const lapsed = events.filter(({ type }) => type === 'SubscriptionExpired').length
    expect([renewed, renewed + lapsed]).toEqual([1, 2])
    expect(events.at(-1)).toEqual({
      type: 'SubscriptionExpired',
      ...change('2026-03-20', 'expire'),
      endsOn: '2026-03-15',
    })
  })

  it('made elsewhere may cost anything, and must follow the last period', () => {
    const elsewhere = {
      type: 'RecordRenewal' as const,
      ...on('2026-02-15'),
      periodIndex: 1,
      from: civilDate('2026-02-15'),
      to: civilDate('2026-04-01'),
      priceMinor: minorUnits(777),
    }
    expect(periodsOf(happened(started, elsewhere, renew('2026-04-01', 2)))).toEqual([
      '2026-01-15 2026-02-15 1000',
      '2026-02-15 2026-04-01 777',
      '2026-04-01 2026-05-01 1000',
    ])
    past(started, elsewhere).when(elsewhere).thenNothing()
    past(started)
      .when({ ...elsewhere, from: civilDate('2026-02-16') })
      .thenRejected({
        type: 'PeriodsApart',
        expectedFrom: civilDate('2026-02-15'),
        offeredFrom: civilDate('2026-02-16'),
        offeredTo: civilDate('2026-04-01'),
      })
    past(started, elsewhere)
      .when({ ...elsewhere, priceMinor: minorUnits(778) })
      .thenRejected({
        type: 'PeriodAlreadyBilled',
        periodIndex: 1,
        recorded: '2026-02-15 to 2026-04-01 at 777',
      })
  })
})

describe('a promotional price for the first six months', () => {
  const promo = { ...price(3000), phases: [{ periods: 6, priceMinor: minorUnits(1900) }] }
  const months = [
    start('2026-01-01', promo),
    ...[1, 2, 3, 4, 5, 6].map((index) => renew(`2026-0${index + 1}-01`, index)),
  ]

  it('gives way to the full price in month 7, which is an expansion [1-25]', () => {
    const events = happened(...months)
    expect(periodsOf(events).map((line) => line.split(' ')[2])).toEqual([
      '1900',
      '1900',
      '1900',
      '1900',
      '1900',
      '1900',
      '3000',
    ])
    expect(events.at(-2)).toEqual({
      type: 'PricePhaseStarted',
      ...on('2026-07-01'),
      currency: promo.currency,
      periodIndex: 6,
      interval: promo.interval,
      recurringBeforeMinor: 1900,
      recurringMinor: 3000,
    })
    const [before, full] = [1900, 3000].map((minor) => monthlyOf(minor, promo.interval))
    if (before === undefined || full === undefined) throw new Error('two prices')
    expect(movementOf(before, full, true)).toBe('expansion')
  })
})

describe('a forecast', () => {
  it('is the sum of what active subscriptions schedule in the month [1-13]', () => {
    const promo = { ...price(3000), phases: [{ periods: 1, priceMinor: minorUnits(100) }] }
    const subscriptions = [
      after(start('2026-01-31')),
      after(start('2026-01-20', promo)),
      after(start('2026-01-05', { ...price(400), interval: { unit: 'week', count: 2 } })),
      after(start('2026-01-10'), cancel('2026-01-15', 'periodEnd')),
    ]
    const [from, to] = [civilDate('2026-02-01'), civilDate('2026-03-01')]
    const charges = subscriptions.map((one) => scheduledCharges(one, from, to))
    expect(charges).toEqual([
      [{ on: '2026-02-28', periodIndex: 1, amountMinor: 1000 }],
      [{ on: '2026-02-20', periodIndex: 1, amountMinor: 3000 }],
      [
        { on: '2026-02-02', periodIndex: 2, amountMinor: 400 },
        { on: '2026-02-16', periodIndex: 3, amountMinor: 400 },
      ],
      [],
    ])
    const sum = charges.flat().reduce((total, { amountMinor }) => total + amountMinor, 0)
    expect(sum).toBe(4800)
  })

  it('reckons with free periods and an agreed change of plan [1-13]', () => {
    const free = {
      type: 'GrantFreePeriods' as const,
      ...change('2026-01-20', 'free'),
      periods: 1,
      reason: null,
    }
    const subscription = after(
      start('2026-01-15'),
      free,
      changeTo('2026-01-20', price(2000), 'periodEnd'),
    )
    expect(
      scheduledCharges(subscription, civilDate('2026-01-01'), civilDate('2026-04-01')),
    ).toEqual([
      { on: '2026-02-15', periodIndex: 1, amountMinor: 0 },
      { on: '2026-03-15', periodIndex: 2, amountMinor: 2000 },
    ])
  })
})

describe('a contract that moves to another zone within a period', () => {
  it('ends the period where the next begins: no overlap and no hole [edge 14]', () => {
    const events = happened(
      start('2026-03-15'),
      {
        type: 'MoveSubscriptionZone',
        ...change('2026-03-20', 'move'),
        zone: text('America/Los_Angeles'),
      },
      renew('2026-04-15', 1),
    )
    const subscription = fold(subscriptionRoom.decider, events)
    const instants = [
      { index: 0, from: civilDate('2026-03-15'), to: civilDate('2026-04-15') },
      { index: 1, from: civilDate('2026-04-15'), to: civilDate('2026-05-15') },
    ].map((period) => instantsOf(subscription, period))
    expect(instants.map(({ from, to }) => [formatInstant(from), formatInstant(to)])).toEqual([
      ['2026-03-14T22:00:00.000Z', '2026-04-15T07:00:00.000Z'],
      ['2026-04-15T07:00:00.000Z', '2026-05-15T07:00:00.000Z'],
    ])
  })

  it('must name a zone that there is', () => {
    past(start('2026-03-15'))
      .when({ type: 'MoveSubscriptionZone', ...change('2026-03-20', 'move'), zone: text('Mars') })
      .thenRejected({ type: 'UnknownZone', zone: text('Mars') })
  })
})

describe('the notice of a renewal', () => {
  const mandate = { ...monthly, collection: 'mandate' as const }
  const card = (expiresOn: string) => ({
    type: 'RecordMandate' as const,
    ...change('2026-01-15', 'card'),
    methodId: text('card-1'),
    kind: 'card' as const,
    expiresOn: civilDate(expiresOn),
  })
  const started = start('2026-01-15', mandate)

  it('goes out earlier where the card will have expired: 14 days before instead of 3 [1-37]', () => {
    past(started, card('2026-02-28'))
      .when(notice('2026-02-11', 1))
      .thenRejected({ type: 'NoticeNotDue', periodIndex: 1, noticeOn: civilDate('2026-02-12') })
    past(started, card('2026-02-14'))
      .when(notice('2026-02-01', 1))
      .then({
        type: 'RenewalNoticeSent',
        ...on('2026-02-01'),
        currency: mandate.currency,
        periodIndex: 1,
        renewsOn: civilDate('2026-02-15'),
        recurringMinor: minorUnits(1000),
        methodExpired: true,
      })
  })

  it('waits where the card is good on the day of the renewal itself [1-37]', () => {
    past(started, card('2026-02-15'))
      .when(notice('2026-02-11', 1))
      .thenRejected({ type: 'NoticeNotDue', periodIndex: 1, noticeOn: civilDate('2026-02-12') })
  })

  it('treats a card that its issuer withdrew like one past its day [1-37]', () => {
    const expired = {
      type: 'RecordMandateExpiry' as const,
      ...change('2026-01-20', 'gone'),
      methodId: text('card-1'),
    }
    past(started, card('2027-01-31'))
      .when(notice('2026-02-01', 1))
      .thenRejected({ type: 'NoticeNotDue', periodIndex: 1, noticeOn: civilDate('2026-02-12') })
    past(started, card('2027-01-31'), expired)
      .when(notice('2026-02-01', 1))
      .then({
        type: 'RenewalNoticeSent',
        ...on('2026-02-01'),
        currency: mandate.currency,
        periodIndex: 1,
        renewsOn: civilDate('2026-02-15'),
        recurringMinor: minorUnits(1000),
        methodExpired: true,
      })
  })

  it('goes out once for a period, and not on the day of the renewal', () => {
    past(started, notice('2026-02-13', 1)).when(notice('2026-02-14', 1)).thenNothing()
    past(started)
      .when(notice('2026-02-15', 1))
      .thenRejected({ type: 'PeriodOver', periodIndex: 0, to: civilDate('2026-02-15') })
  })
})
