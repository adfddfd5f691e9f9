import { civilDate } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { ageing, overdueSummary, type Ageing } from '../src/index.ts'
import {
  applied,
  assigned,
  chargedBack,
  credited,
  creditApplied,
  creditUnapplied,
  discounted,
  disputed,
  dueFixed,
  fee,
  handedOver,
  opened,
  received,
  returned,
  rowsOn,
  unapplied,
  writtenOff,
} from './facts.ts'

type Facts = Parameters<typeof rowsOn>[1]

const agedOn = async (day: string, facts: Facts): Promise<Ageing> => {
  const asOf = civilDate(day)
  const [answer] = ageing(await rowsOn(asOf, facts), { asOf })
  if (answer === undefined) throw new Error('there is one currency')
  return answer
}

/** The columns that hold something, by name. */
const filled = (answer: Ageing): Record<string, number> =>
  Object.fromEntries(
    [
      ...answer.buckets.map(({ bucket, amountMinor }) => [bucket, amountMinor] as const),
      ['dueUnknown', answer.dueUnknown.amountMinor] as const,
      ['suspense', answer.suspense.amountMinor] as const,
      ['unapplied', answer.unappliedCashMinor] as const,
      ['credit', answer.creditBalanceMinor] as const,
      ['unexplained', answer.unexplainedMinor] as const,
    ].filter(([, amountMinor]) => amountMinor !== 0),
  )

const hundred = opened('2026-01-01', 'i1', [{ amount: 100, due: '2026-01-31' }])

describe('an invoice of 100 due on 31 January', () => {
  it.each([
    ['2026-01-31', 'notDue'],
    ['2026-02-01', 'd1_30'],
    ['2026-03-02', 'd1_30'],
    ['2026-03-03', 'd31_60'],
    ['2026-04-02', 'd61_90'],
    ['2026-05-01', 'd61_90'],
    ['2026-05-02', 'd91_plus'],
  ])('stands on %s in %s', async (day, bucket) => {
    expect(filled(await agedOn(day, [hundred]))).toEqual({ [bucket]: 100 })
  })

  it('is still open on a day before it was paid, whatever came later [edge 82] [0-33]', async () => {
    const paid = [received('2026-02-10', 'p1', 100), applied('2026-02-10', 'p1', 'i1', 100)]
    expect(filled(await agedOn('2026-02-09', [hundred, ...paid]))).toEqual({ d1_30: 100 })
    expect(filled(await agedOn('2026-02-10', [hundred, ...paid]))).toEqual({})
  })

  it('falls due again on its old day when its payment bounces', async () => {
    const facts = [
      hundred,
      received('2026-01-20', 'p1', 100),
      applied('2026-01-20', 'p1', 'i1', 100),
      unapplied('2026-02-20', 'p1', 'i1', 100, '2026-01-31'),
    ]
    expect(filled(await agedOn('2026-03-03', facts))).toEqual({ d31_60: 100, unapplied: 100 })
  })

  it('falls due again when a credit note is taken off it for a fee that was waived', async () => {
    const facts = [
      hundred,
      credited('2026-01-20', 'k1', 100),
      creditApplied('2026-01-20', 'k1', 'i1', 100),
      creditUnapplied('2026-02-20', 'k1', 'i1', 30, '2026-01-31'),
    ]
    expect(filled(await agedOn('2026-03-03', facts))).toEqual({ d31_60: 30, credit: 30 })
  })

  it('ages from the corrected day, also where the correction came before a part was paid', async () => {
    const facts = [
      hundred,
      dueFixed('2026-01-15', 'i1', '2026-02-28'),
      received('2026-02-01', 'p1', 40),
      applied('2026-02-01', 'p1', 'i1', 40),
    ]
    expect(filled(await agedOn('2026-03-01', facts))).toEqual({ d1_30: 60 })
  })

  it('keeps a due day that is known when a later document knows none', async () => {
    const facts = [hundred, opened('2026-01-10', 'i1', [{ amount: 20, due: null }])]
    expect(filled(await agedOn('2026-02-01', facts))).toEqual({ d1_30: 120 })
  })

  it('keeps its fee beside it, due as it is', async () => {
    const facts = [hundred, fee('2026-02-10', 'i1', 5, '2026-01-31')]
    const answer = await agedOn('2026-02-10', facts)
    expect(answer.grossOpen).toEqual({ count: 1, amountMinor: 105 })
    expect(filled(answer)).toEqual({ d1_30: 105 })
  })

  it('is open no more once it is written off', async () => {
    expect(
      filled(await agedOn('2026-06-01', [hundred, writtenOff('2026-05-01', 'i1', 100)])),
    ).toEqual({})
  })

  it('is open no more while a partner has it, and due on the day it comes back', async () => {
    const away = [hundred, assigned('2026-01-10', 'i1', 100)]
    expect(filled(await agedOn('2026-03-01', away))).toEqual({})
    const back = [...away, returned('2026-03-01', 'i1', 100)]
    expect(filled(await agedOn('2026-03-11', back))).toEqual({ d1_30: 100 })
  })

  it('is closed by cash and its early discount together', async () => {
    const early = [
      received('2026-01-10', 'p1', 98),
      applied('2026-01-10', 'p1', 'i1', 98),
      discounted('2026-01-10', 'p1', 'i1', 2),
    ]
    expect(filled(await agedOn('2026-02-01', [hundred, ...early]))).toEqual({})
  })

  it('is owed since its own day when its cash is charged back', async () => {
    const facts = [
      hundred,
      received('2026-01-20', 'p1', 100),
      applied('2026-01-20', 'p1', 'i1', 100),
      unapplied('2026-02-20', 'p1', 'i1', 100, '2026-01-31'),
      chargedBack('2026-02-20', 'p1', 100),
    ]
    const answer = await agedOn('2026-02-20', facts)
    expect([filled(answer), answer.unappliedCashMinor]).toEqual([{ d1_30: 100 }, 0])
  })

  it('shows what the customer contests of it as a part, no more than is open', async () => {
    const facts = [hundred, disputed('2026-02-05', 'i1', 30)]
    expect((await agedOn('2026-02-05', facts)).disputed).toEqual({ count: 1, amountMinor: 30 })
    const nearlyPaid = [received('2026-02-06', 'p1', 90), applied('2026-02-06', 'p1', 'i1', 90)]
    expect((await agedOn('2026-02-06', [...facts, ...nearlyPaid])).disputed).toEqual({
      count: 1,
      amountMinor: 10,
    })
    const resolved = disputed('2026-02-07', 'i1', 30, true)
    expect((await agedOn('2026-02-07', [...facts, resolved])).disputed).toEqual({
      count: 0,
      amountMinor: 0,
    })
  })

  it('ages on when it is given to an agency, and says so', async () => {
    const answer = await agedOn('2026-05-02', [hundred, handedOver('2026-04-01', 'i1')])
    expect(answer.withAgency).toEqual({ count: 1, amountMinor: 100 })
    expect(filled(answer)).toEqual({ d91_plus: 100 })
  })
})

describe('an invoice in instalments', () => {
  const inParts = opened('2026-01-01', 'i1', [
    { amount: 50, due: '2026-01-31' },
    { amount: 30, due: '2026-02-28' },
    { amount: 20, due: null },
  ])

  it('ages part by part, each with its own count', async () => {
    const answer = await agedOn('2026-03-03', [inParts])
    expect(filled(answer)).toEqual({ d31_60: 50, d1_30: 30, dueUnknown: 20 })
    expect(answer.grossOpen).toEqual({ count: 3, amountMinor: 100 })
  })

  it('is paid from its oldest part on', async () => {
    const facts = [inParts, received('2026-02-01', 'p1', 60), applied('2026-02-01', 'p1', 'i1', 60)]
    expect(filled(await agedOn('2026-03-03', facts))).toEqual({ d1_30: 20, dueUnknown: 20 })
  })

  it('stands open by its own parts after it was paid and bounced', async () => {
    const facts = [
      inParts,
      received('2026-02-01', 'p1', 100),
      applied('2026-02-01', 'p1', 'i1', 100),
      unapplied('2026-02-20', 'p1', 'i1', 100, '2026-01-31'),
    ]
    expect(filled(await agedOn('2026-03-03', facts))).toEqual({
      d31_60: 50,
      d1_30: 30,
      dueUnknown: 20,
      unapplied: 100,
    })
  })
})

describe('money that belongs to no invoice', () => {
  it('shows an advance beside the debts, and nets it', async () => {
    const answer = await agedOn('2026-01-15', [hundred, received('2026-01-10', 'p1', 30)])
    expect(filled(answer)).toEqual({ notDue: 100, unapplied: 30 })
    expect(answer.netMinor).toBe(70)
  })

  it('shows an outflow without a source in a column of its own, never overdue', async () => {
    const outflow = opened('2026-01-01', 's', [{ amount: 40, due: '2026-01-02' }], {
      kind: 'suspense',
    })
    expect(filled(await agedOn('2026-06-01', [outflow]))).toEqual({ suspense: 40 })
    const asOf = civilDate('2026-06-01')
    const [summary] = overdueSummary(await rowsOn(asOf, [outflow]), { asOf })
    expect(summary?.open).toEqual({ count: 1, amountMinor: 40 })
    expect(summary?.overdue).toEqual({ count: 0, amountMinor: 0 })
  })

  it('knows that outflow again when what explained it is taken back', async () => {
    const facts = [
      opened('2026-01-01', 's', [{ amount: 40, due: null }], { kind: 'suspense' }),
      received('2026-01-10', 'p1', 40),
      applied('2026-01-10', 'p1', 's', 40),
      unapplied('2026-01-20', 'p1', 's', 40, null),
    ]
    expect(filled(await agedOn('2026-06-01', facts))).toEqual({ suspense: 40, unapplied: 40 })
  })

  it('keeps what a part of a history cannot explain in sight', async () => {
    const answer = await agedOn('2026-02-01', [applied('2026-02-01', 'p1', 'i1', 100)])
    expect(filled(answer)).toEqual({ unapplied: -100, unexplained: 100 })
    expect(answer.netMinor).toBe(0)
  })
})

describe('customers in the summary', () => {
  it('are counted once each; who is not named counts in the totals alone', async () => {
    const asOf = civilDate('2026-02-10')
    const parts = [{ amount: 100, due: '2026-01-31' }]
    const rows = await rowsOn(asOf, [
      opened('2026-01-01', 'i1', parts),
      opened('2026-01-01', 'i2', [{ amount: 300, due: '2026-02-05' }]),
      opened('2026-01-01', 'i3', parts, { customer: null }),
      opened('2026-01-01', 'i4', [{ amount: 500, due: '2026-02-10' }], { customer: 'bob' }),
    ])
    expect(overdueSummary(rows, { asOf })).toEqual([
      {
        definition: expect.any(String),
        asOf,
        currency: 'EUR',
        open: { count: 4, amountMinor: 1_000 },
        overdue: { count: 3, amountMinor: 500 },
        overdueRate: { num: 500, den: 1_000, value: 0.5 },
        customersOpen: 2,
        customersOverdue: 1,
        meanDaysPastDue: { num: 25, den: 3, value: 25 / 3 },
        amountWeightedDaysPastDue: { num: 3_500, den: 500, value: 7 },
        excluded: { withoutCustomer: 1 },
      },
    ])
  })
})

describe('boundaries of buckets', () => {
  it.each([[[0, 30]], [[30, 30]], [[60, 30]], [[1.5]], [[-1]]])(
    'refuses %j',
    async (boundaries) => {
      const asOf = civilDate('2026-01-01')
      const rows = await rowsOn(asOf, [hundred])
      expect(() => ageing(rows, { asOf, boundaries })).toThrow(RangeError)
    },
  )

  it('are data: those of fines reach a year', async () => {
    const asOf = civilDate('2026-08-01')
    const [answer] = ageing(await rowsOn(asOf, [hundred]), {
      asOf,
      boundaries: [30, 60, 90, 180, 365],
    })
    expect(answer?.buckets.map(({ bucket }) => bucket)).toEqual([
      'notDue',
      'd1_30',
      'd31_60',
      'd61_90',
      'd91_180',
      'd181_365',
      'd366_plus',
    ])
    expect(answer?.buckets[5]).toEqual({
      bucket: 'd181_365',
      fromDays: 181,
      toDays: 365,
      count: 1,
      amountMinor: 100,
    })
  })
})
