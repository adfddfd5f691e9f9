import { describe, expect, it } from 'vitest'
import {
  allocate,
  ascending,
  BasisPoints,
  CivilDate,
  civilDate,
  copyData,
  currency,
  customerId,
  dayOf,
  decimalsOf,
  divideRounded,
  endOfDay,
  equalEvery,
  fold,
  instantAt,
  isPersonal,
  knownAtOf,
  milestones,
  MinorUnits,
  monthsBetween,
  net,
  parseInstant,
  Positive,
  Ratio,
  SignedMinor,
  startOfDay,
  startOfMonth,
  Weekday,
  Whole,
  whose,
  withLateFee,
  type Decider,
  type Instant,
} from '../src/shared/index.ts'
import { DayOfMonth } from '../src/shared/terms.ts'
import { Instant as InstantCodec } from '../src/shared/instant.ts'

interface Readable {
  readonly is: (value: unknown) => boolean
}
const taken = (codec: Readable, ...values: ReadonlyArray<number>) =>
  values.filter((value) => codec.is(value))
const safe = Number.MAX_SAFE_INTEGER

describe('a number', () => {
  it('of smallest units, counts or hundredths of a percent is whole, exact and not below zero', () => {
    const offered = [-1, 0, 0.5, 1, safe, safe + 1]
    for (const codec of [MinorUnits, Whole, BasisPoints])
      expect(taken(codec, ...offered)).toEqual([0, 1, safe])
    expect(taken(Positive, ...offered)).toEqual([1, safe])
    expect(taken(SignedMinor, ...offered)).toEqual([-1, 0, 1, safe])
    expect([MinorUnits, SignedMinor].some((codec) => codec.is(-0))).toBe(false)
  })

  it('of a fraction is whole, and nothing is divided by zero', () => {
    const ratios = (offered: ReadonlyArray<readonly [number, number]>) =>
      offered.filter(([numerator, denominator]) => Ratio.is({ numerator, denominator }))
    const unsound = [
      [-1, 3],
      [0.5, 3],
      [1, 0],
      [1, -3],
      [1, 0.5],
    ] as const
    expect(ratios([...unsound, [0, 1], [1, 3]])).toEqual([
      [0, 1],
      [1, 3],
    ])
  })

  it('of a weekday is 1 to 7, of a day of the month 1 to 31', () => {
    expect(taken(Weekday, 0, 1, 1.5, 7, 8)).toEqual([1, 7])
    expect(taken(DayOfMonth, 0, 1, 1.5, 31, 32)).toEqual([1, 31])
  })

  it('of an instant lies within the days that a calendar can tell', () => {
    const last = 8_640_000_000_000_000
    expect(taken(InstantCodec, -last - 1, -last, 0.5, last, last + 1)).toEqual([-last, last])
  })

  it('is sorted by value, and text by its characters', () => {
    expect([ascending(1, 2), ascending(2, 2), ascending(3, 2)]).toEqual([-1, 0, 1])
    expect(['b', 'a', 'c'].toSorted(ascending)).toEqual(['a', 'b', 'c'])
  })
})

describe('a day', () => {
  it('is one of its month, and no day after the last of it', () => {
    const lasts = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    lasts.forEach((last, index) => {
      const month = `2026-${String(index + 1).padStart(2, '0')}`
      expect(CivilDate.is(`${month}-${last}`)).toBe(true)
      expect(CivilDate.is(`${month}-${last + 1}`)).toBe(false)
    })
    expect(['20260301', '2026-3-1', '2026-13-01'].some((words) => CivilDate.is(words))).toBe(false)
  })

  it('begins its month, and months are counted over the years', () => {
    expect(startOfMonth(civilDate('2026-03-17'))).toBe('2026-03-01')
    expect(monthsBetween('2024-11', '2026-02')).toBe(15)
    expect(monthsBetween('2026-02', '2024-11')).toBe(-15)
  })
})

const at = (written: string): Instant => {
  const instant = parseInstant(written)
  if (instant === undefined) throw new Error(`no instant: ${written}`)
  return instant
}

describe('a clock on a wall', () => {
  it('shows the civil day to the thousandth of a second', () => {
    const midnight = startOfDay(civilDate('2026-03-01'), 'Europe/Sofia')
    expect(midnight).toBe(at('2026-02-28T22:00:00.000Z'))
    const around = [-1, 0, 1].map((ms) => dayOf((midnight + ms) as Instant, 'Europe/Sofia'))
    expect(around).toEqual(['2026-02-28', '2026-03-01', '2026-03-01'])
    expect(endOfDay(civilDate('2026-03-01'), 'Europe/Sofia')).toBe(at('2026-03-01T21:59:59.999Z'))
    const beforeTheEpoch = startOfDay(civilDate('1969-03-01'), 'Europe/Sofia')
    expect(dayOf((beforeTheEpoch - 1) as Instant, 'Europe/Sofia')).toBe('1969-02-28')
  })

  it('shows a time twice in autumn, of which the first counts, and skips one in spring', () => {
    const sofia = (day: string, minutes: number) =>
      instantAt(civilDate(day), minutes, 'Europe/Sofia')
    expect(sofia('2026-07-01', 600)).toBe(at('2026-07-01T07:00:00.000Z'))
    // On 25 October 2026 clocks go from 4:00 back to 3:00, on 29 March from 3:00 to 4:00.
    expect(sofia('2026-10-25', 210)).toBe(at('2026-10-25T00:30:00.000Z'))
    expect(sofia('2026-03-29', 210)).toBe(at('2026-03-29T01:00:00.000Z'))
  })
})

describe('a rounded division', () => {
  it('has the sign of a division, whichever of the two is below zero', () => {
    const halves = (n: bigint, d: bigint) => divideRounded(n, d, 'halfUp')
    expect([halves(7n, 2n), halves(-7n, 2n), halves(7n, -2n), halves(-7n, -2n)]).toEqual([
      4n,
      -4n,
      -4n,
      4n,
    ])
    expect([halves(0n, 2n), halves(0n, -2n)]).toEqual([0n, 0n])
  })
})

describe('a split', () => {
  it('gives what is left to the largest remainder, and of equal ones to the earlier part', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(allocate(5, [1, 1, 1, 1, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1, 0, 0, 0])
    expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6])
    const none = allocate(-1, [1, 1])
    expect(none.map((part) => Object.is(part, -0))).toEqual([false, false])
  })

  it('needs weights, none below zero and not all zero', () => {
    for (const weights of [[], [0, 0], [2, -1], [-1, -1]])
      expect(() => allocate(10, weights)).toThrow(RangeError)
  })
})

describe('a preset of terms', () => {
  it('in equal parts is due on receipt first, then in equal steps', () => {
    expect(equalEvery(3, 14).parts.map(({ due }) => due)).toEqual([
      { kind: 'onReceipt' },
      { kind: 'netDays', days: 14 },
      { kind: 'netDays', days: 28 },
    ])
  })

  it('by milestones leaves the balance to the last one', () => {
    const stages = ['draft', 'text', 'print'].map((milestoneId) => ({
      milestoneId,
      basisPoints: 3000,
    }))
    expect(milestones(stages, 10).parts.map(({ share }) => share)).toEqual([
      { kind: 'percent', basisPoints: 3000 },
      { kind: 'percent', basisPoints: 3000 },
      { kind: 'balance' },
    ])
  })

  it('with a late fee says all that was agreed of it', () => {
    const { version, lateFees } = withLateFee(net(14), {
      amountMinor: 500,
      afterDays: 5,
      maxTimes: 2,
    })
    expect([version, lateFees]).toEqual([
      1,
      [
        {
          ruleId: 'flat-500',
          version: 1,
          orderBand: null,
          afterDays: 5,
          fee: { kind: 'flat', amountMinor: 500 },
          per: 'invoice',
          base: 'principalOnly',
          minMinor: 0,
          repeatEveryDays: 30,
          maxTimes: 2,
          caps: { perItemMinor: null, percentOfOrderBasisPoints: null, absoluteMinor: null },
          rounding: 'halfUp',
        },
      ],
    ])
  })
})

describe('what every room uses', () => {
  it('copies data whole, and shares nothing with it', () => {
    const data = { a: [1, { b: null, c: 'x' }], d: {} }
    const copy = copyData(data)
    expect(copy).toEqual(data)
    expect([
      Object.is(copy, data),
      Object.is(copy.a, data.a),
      Object.is(copy.a[1], data.a[1]),
    ]).toEqual([false, false, false])
  })

  it('names whose something is, nobody being one of the answers', () => {
    expect([whose(null), whose(customerId('Ада'))]).toEqual(['nobody named', 'customer Ада'])
  })

  it('takes as known when the source declared a fact, else when the log recorded it', () => {
    const [declaredAt, recordedAt] = [at('2026-03-01T12:00:00Z'), at('2026-03-02T12:00:00Z')]
    expect([knownAtOf({ declaredAt, recordedAt }), knownAtOf({ recordedAt })]).toEqual([
      declaredAt,
      recordedAt,
    ])
  })

  it('knows the decimals of a currency', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF'].map(currency).map(decimalsOf)).toEqual([2, 0, 3, 4])
  })

  it('finds personal data only where a codec is marked', () => {
    expect([isPersonal(null), isPersonal('personal'), isPersonal(Whole)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('folds a history through what a recipe gives back or changes, and freezes the end through', () => {
    const counting: Decider<never, number, { sums: number[] }, never> = {
      initial: () => ({ sums: [] }),
      decide: () => () => {
        throw new Error('nothing is decided here')
      },
      evolve: (state, amount) => {
        if (amount === 0) return { sums: [] }
        state.sums.push(amount)
        return undefined
      },
    }
    expect(fold(counting, [1, 2])).toEqual({ sums: [1, 2] })
    expect(fold(counting, [1, 0, 2])).toEqual({ sums: [2] })
    expect(Object.isFrozen(fold(counting, [1]).sums)).toBe(true)
  })
})
