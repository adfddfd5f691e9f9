import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  cashInAdvance,
  cashOnDelivery,
  beforeDelivery,
  checkTerms,
  dayAfterMonthEnd,
  deposit,
  discountNet,
  endOfMonthPlus,
  endOfMonthTerms,
  equalEvery,
  equalInstalments,
  explainTermsFault,
  fourTimesFourteenDays,
  milestones,
  minorUnits,
  monthly,
  net,
  netFromDelivery,
  noFeeCaps,
  scheduleBy,
  scheduleFor,
  termsOf,
  termsPart,
  text,
  type DueRule,
  type PaymentTerms,
  type Share,
} from '../src/shared/index.ts'
import { lateFeesDue } from '../src/terms/index.ts'
import { day, known, question, tenOnce } from './terms-words.ts'

const plan = (schedule: ReturnType<typeof scheduleBy>): ReadonlyArray<string> =>
  schedule.map(({ amountMinor, dueOn }) => `${amountMinor} ${dueOn ?? 'not known'}`)

/** Terms whose parts are all due on receipt: only the amounts matter. */
const shared = (...shares: ReadonlyArray<Share>): PaymentTerms =>
  termsOf(
    'shared',
    'invoice',
    shares.map((share) => termsPart(share, { kind: 'onReceipt' })),
  )
const amounts = (terms: PaymentTerms, totalMinor: number): ReadonlyArray<number> =>
  scheduleFor(terms, totalMinor, day('2026-04-10')).map(({ amountMinor }) => amountMinor)
const percent = (basisPoints: number): Share => ({ kind: 'percent', basisPoints })
const balance: Share = { kind: 'balance' }

describe('payment after receipt', () => {
  const net14 = netFromDelivery(14)

  it('is due fourteen days after the delivery, and before it on no day at all [0-01]', () => {
    expect(net14.anchor).toEqual({ kind: 'delivery' })
    const waiting = known({ orderedOn: day('2026-03-01'), invoicedOn: day('2026-03-02') })
    expect(plan(scheduleBy(net14, 10_000, waiting))).toEqual(['10000 not known'])
    const delivered = { ...waiting, deliveredOn: day('2026-03-20') }
    expect(plan(scheduleBy(net14, 10_000, delivered))).toEqual(['10000 2026-04-03'])
  })

  it('never becomes overdue while the goods have not come, though the promised day is past [edge 22]', () => {
    const promised = known({ orderedOn: day('2026-03-01'), promisedOn: day('2026-03-10') })
    const [undelivered] = scheduleBy(net14, 10_000, promised)
    expect(undelivered?.dueOn).toBeNull()
    const opens = [{ on: day('2026-03-01'), openMinor: 10_000 }]
    const parts = [{ instalment: 1, dueOn: undelivered?.dueOn ?? null, opens }]
    expect(lateFeesDue(question({ parts, asOf: day('2099-12-31') }))).toEqual([])
  })

  it('has a due day of its own for each of two parcels [edge 21]', () => {
    const parcel = (amountMinor: number, deliveredOn: string) =>
      plan(scheduleBy(net14, amountMinor, known({ deliveredOn: day(deliveredOn) })))
    expect(parcel(6_000, '2026-03-20')).toEqual(['6000 2026-04-03'])
    expect(parcel(4_000, '2026-03-31')).toEqual(['4000 2026-04-14'])
  })
})

describe('two orders of one customer', () => {
  it('each keep the terms that were chosen for them [0-02]', () => {
    const days = known({
      orderedOn: day('2026-04-10'),
      invoicedOn: day('2026-04-10'),
      deliveredOn: day('2026-04-20'),
    })
    const orders = [
      { terms: netFromDelivery(14), totalMinor: 10_000 },
      { terms: deposit(3000, 30), totalMinor: 10_000 },
    ]
    expect(
      orders.map(({ terms, totalMinor }) => plan(scheduleBy(terms, totalMinor, days))),
    ).toEqual([['10000 2026-05-04'], ['3000 2026-04-10', '7000 2026-05-10']])
  })
})

describe('instalments', () => {
  it('of 5.47 by 33.34, 33.33 and 33.33 percent add up to 5.47 [edge 1]', () => {
    // ERPNext #12057 gave 3 × 1.82 = 5.46 and refused to save.
    const parts = amounts(shared(percent(3334), percent(3333), balance), 547)
    expect(parts).toEqual([182, 182, 183])
    expect(parts.reduce((a, b) => a + b)).toBe(547)
  })

  it('of 30,000 in equal thirds are 10,000 each; written as percents they are what was written [edge 2]', () => {
    // ERPNext #26951: 33.334, 33.333 and 33.333 percent of 30,000.00.
    const third = (numerator: number): Share => ({
      kind: 'ratio',
      ratio: { numerator, denominator: 100_000 },
    })
    const written = shared(third(33_334), third(33_333), balance)
    expect(amounts(written, 3_000_000)).toEqual([1_000_020, 999_990, 999_990])
    expect(amounts(equalEvery(3, 30), 3_000_000)).toEqual([1_000_000, 1_000_000, 1_000_000])
  })

  it('of 100 JPY in three are 34, 33, 33; of 1 JPY there is one, since a part of nothing is dropped [edge 3]', () => {
    expect(amounts(equalEvery(3, 30), 100)).toEqual([34, 33, 33])
    expect(amounts(equalEvery(3, 30), 1)).toEqual([1])
    const since = day('2026-04-10')
    expect(equalInstalments(1, 3, since, { months: 1 })).toEqual([
      { instalment: 1, amountMinor: 1, dueOn: since },
    ])
  })

  it('with a fixed part above the total ask for the total, and never for less than nothing [edge 4]', () => {
    const fixed: Share = { kind: 'fixed', amountMinor: minorUnits(50_000) }
    expect(amounts(shared(fixed, balance), 30_000)).toEqual([30_000])
    expect(amounts(shared(fixed, percent(5000), balance), 60_000)).toEqual([50_000, 10_000])
  })

  it('need exactly one balance part [edge 5]', () => {
    expect(checkTerms(shared(percent(5000), percent(5000)))).toEqual(
      E.left({ type: 'NotOneBalance', termsId: 'shared', balances: 0 }),
    )
    expect(checkTerms(shared(balance, balance))).toEqual(
      E.left({ type: 'NotOneBalance', termsId: 'shared', balances: 2 }),
    )
  })

  it('add up to the total in every plan that is offered [2-02]', () => {
    const days = known({ orderedOn: day('2026-01-31'), invoicedOn: day('2026-01-31') })
    const plans = [deposit(3333, 30), fourTimesFourteenDays, monthly(7), equalEvery(12, 30)]
    for (const terms of plans)
      for (const totalMinor of [1, 7, 999, 10_001])
        expect(
          scheduleBy(terms, totalMinor, days).reduce(
            (sum, { amountMinor }) => sum + amountMinor,
            0,
          ),
        ).toBe(totalMinor)
  })
})

describe('terms that cannot be used', () => {
  const unsound = (terms: PaymentTerms) => checkTerms(terms)
  it('say why', () => {
    const half = { kind: 'ratio', ratio: { numerator: 1, denominator: 2 } } as const
    expect(unsound(shared(half, percent(5001), balance))).toEqual(
      E.left({ type: 'ShareAboveWhole', termsId: 'shared', basisPoints: 10_001 }),
    )
    const thirds = { kind: 'ratio', ratio: { numerator: 1, denominator: 3 } } as const
    expect(E.isRight(unsound(shared(thirds, thirds, thirds, balance)))).toBe(true)
    expect(unsound(discountNet(10_001, 10, 30))).toEqual(
      E.left({ type: 'DiscountAboveWhole', termsId: '10001/10-net-30', basisPoints: 10_001 }),
    )
    const idle = {
      ...net(30).businessDay,
      calendarId: text('idle'),
      weekend: [1, 2, 3, 4, 5, 6, 7],
    }
    expect(unsound({ ...net(30), businessDay: idle })).toEqual(
      E.left({ type: 'NoBusinessDay', termsId: 'net-30-invoice', calendarId: 'idle' }),
    )
    const stepless = { ...tenOnce, fee: { kind: 'steps' as const, amountsMinor: [] } }
    const faults = [
      unsound({ ...net(30), lateFees: [tenOnce, { ...tenOnce, caps: noFeeCaps }] }),
      unsound({ ...net(30), lateFees: [stepless] }),
    ]
    expect(faults).toEqual([
      E.left({ type: 'RuleTwice', termsId: 'net-30-invoice', ruleId: 'ten' }),
      E.left({ type: 'NoSteps', termsId: 'net-30-invoice', ruleId: 'ten' }),
    ])
    expect(faults.map((fault) => (E.isLeft(fault) ? explainTermsFault(fault.left) : ''))).toEqual([
      'terms net-30-invoice have two late fee rules ten',
      'the late fee rule ten of terms net-30-invoice has no steps',
    ])
  })
})

describe('the presets', () => {
  const days = known({
    orderedOn: day('2026-04-08'),
    invoicedOn: day('2026-04-10'),
    deliveredOn: day('2026-04-20'),
    promisedOn: day('2026-04-18'),
    milestones: new Map([[text('design'), day('2026-04-12')]]),
  })
  const stages = [
    { milestoneId: 'design', basisPoints: 4000 },
    { milestoneId: 'launch', basisPoints: 6000 },
  ]
  it.each<readonly [string, PaymentTerms, ReadonlyArray<string>]>([
    ['N/30', net(30), ['10000 2026-05-10']],
    ['2/10 N/30', discountNet(200, 10, 30), ['10000 2026-05-10']],
    ['EOM', endOfMonthTerms, ['10000 2026-04-30']],
    ['EOM+30', endOfMonthPlus(30), ['10000 2026-05-30']],
    ['10 EOM', dayAfterMonthEnd(10), ['10000 2026-05-10']],
    ['COD', cashOnDelivery, ['10000 2026-04-20']],
    ['CIA', cashInAdvance, ['10000 2026-04-08']],
    ['seven days before delivery', beforeDelivery(7), ['10000 2026-04-11']],
    ['30/70', deposit(3000, 30), ['3000 2026-04-10', '7000 2026-05-10']],
    [
      '4×14 days',
      fourTimesFourteenDays,
      ['2500 2026-04-10', '2500 2026-04-24', '2500 2026-05-08', '2500 2026-05-22'],
    ],
    ['3 monthly', monthly(3), ['3334 2026-05-10', '3333 2026-06-10', '3333 2026-07-10']],
    ['milestones', milestones(stages, 5), ['4000 2026-04-17', '6000 not known']],
  ])('%s date a total', (_name, terms, schedule) => {
    expect(checkTerms(terms)).toEqual(E.right(terms))
    expect(plan(scheduleBy(terms, 10_000, days))).toEqual(schedule)
  })

  it('wait for the day that they count from, each for its own', () => {
    const dueOf = (terms: PaymentTerms) => scheduleBy(terms, 100, known({}))[0]?.dueOn
    expect([net(30), cashOnDelivery, cashInAdvance, beforeDelivery(7)].map(dueOf)).toEqual([
      null,
      null,
      null,
      null,
    ])
    const fixed: DueRule = { kind: 'fixed', on: day('2026-06-30') }
    expect(dueOf(termsOf('fixed', 'delivery', [termsPart(balance, fixed)]))).toBe('2026-06-30')
    const anchored = { ...net(30), anchor: { kind: 'fixed', on: day('2026-06-30') } } as const
    expect(dueOf(anchored)).toBe('2026-07-30')
  })
})
