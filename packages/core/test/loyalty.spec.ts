import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { given } from '@tenure/testing'
import {
  changeId,
  civilDate,
  creditId,
  currency,
  customerId,
  earningId,
  fold,
  minorUnits,
  orderId,
  redemptionId,
  text,
} from '../src/shared/index.ts'
import {
  balanceOf,
  hasBenefit,
  loyaltyRoom,
  LoyaltyRule,
  redeemableOn,
  type EarnPoints,
  type EnrolLoyalty,
  type LoyaltyAccount,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type RedeemAs,
  type ReverseEarning,
  type ReverseRedemption,
} from '../src/loyalty/index.ts'
import { receivablesRoom } from '../src/receivables/index.ts'
import { loadStrict } from '../src/terms/index.ts'

const past = given(loyaltyRoom)
const eur = currency('EUR')
const ada = customerId('Ада')

/** A point for each euro, 100 points are worth 5 euros, redeemable from 100 on, gone after a year. */
const rule: LoyaltyRule = {
  ruleId: text('points'),
  version: 3,
  currency: eur,
  earnings: [
    {
      trigger: 'postpaidPaidOnTime',
      rate: { kind: 'perAmount', points: 1, perMinor: 100, rounding: 'down' },
    },
    {
      trigger: 'purchase',
      rate: { kind: 'perAmount', points: 1, perMinor: 100, rounding: 'down' },
    },
    { trigger: 'referral', rate: { kind: 'fixed', points: 40 } },
  ],
  thresholdPoints: 100,
  worth: { points: 100, worthMinor: minorUnits(500) },
  lotMonths: 12,
  reversal: { kind: 'offset', debtCapPoints: 500 },
  tierBasis: 'points',
  tierWindowMonths: 12,
  tiers: [
    { tier: text('silver'), from: 200, benefits: [text('free shipping')] },
    { tier: text('gold'), from: 500, benefits: [text('free shipping'), text('early access')] },
  ],
  rewards: [
    { rewardId: text('mug'), points: 150, fromTier: null },
    { rewardId: text('upgrade'), points: 100, fromTier: text('silver') },
  ],
}
const under = (changes: Partial<LoyaltyRule>): LoyaltyRule => ({ ...rule, ...changes })

const on = (day: string) => ({ effectiveOn: civilDate(day), customerId: ada })
const named = { ruleId: rule.ruleId, ruleVersion: 3 }
const enrol: EnrolLoyalty = {
  type: 'EnrolLoyalty',
  ...on('2026-01-01'),
  rule,
  changeId: changeId('enrol'),
}
const buy = (day: string, id: string, netMinor: number, paidWithPointsMinor = 0): EarnPoints => ({
  type: 'EarnPoints',
  ...on(day),
  rule,
  earningId: earningId(id),
  evidence: {
    kind: 'purchase',
    orderId: orderId(`order ${id}`),
    currency: eur,
    netMinor: minorUnits(netMinor),
    paidWithPointsMinor: minorUnits(paidWithPointsMinor),
  },
})
const paid = (day: string, openMinor = 0, dueOn = '2026-02-14'): EarnPoints => ({
  type: 'EarnPoints',
  ...on(day),
  rule,
  earningId: earningId('E-1'),
  evidence: {
    kind: 'postpaidPayment',
    orderId: orderId('O-1'),
    currency: eur,
    totalMinor: minorUnits(12_345),
    openMinor: minorUnits(openMinor),
    paidWithPointsMinor: minorUnits(0),
    dueOn: civilDate(dueOn),
    paidOn: civilDate(day),
  },
})
const redeem = (day: string, id: string, as: RedeemAs, by = rule): LoyaltyCommand => ({
  type: 'RedeemPoints',
  ...on(day),
  rule: by,
  redemptionId: redemptionId(id),
  as,
})
const credit = (points: number): RedeemAs => ({
  kind: 'storeCredit',
  creditId: creditId('C-1'),
  points,
})
const returned = (
  day: string,
  id: string,
  amountMinor: number | 'whole' = 'whole',
  by = rule,
): ReverseEarning => ({
  type: 'ReverseEarning',
  ...on(day),
  rule: by,
  changeId: changeId(`return ${id} ${amountMinor}`),
  earningId: earningId(id),
  part:
    amountMinor === 'whole'
      ? { kind: 'whole' }
      : { kind: 'amount', amountMinor: minorUnits(amountMinor) },
})
const undo = (day: string, id: string): ReverseRedemption => ({
  type: 'ReverseRedemption',
  ...on(day),
  rule,
  changeId: changeId(`undo ${id}`),
  redemptionId: redemptionId(id),
})
const expire = (day: string): LoyaltyCommand => ({ type: 'ExpireLots', ...on(day) })
const judge = (day: string, by = rule, spendMinor: number | null = null): LoyaltyCommand => ({
  type: 'AdjustTier',
  ...on(day),
  rule: by,
  spendMinor: spendMinor === null ? null : minorUnits(spendMinor),
})
const note = (day: string, id: string): LoyaltyCommand => ({
  type: 'NoteOrderTier',
  ...on(day),
  orderId: orderId(id),
})

const happened = (...commands: ReadonlyArray<LoyaltyCommand>): ReadonlyArray<LoyaltyEvent> => {
  const events: Array<LoyaltyEvent> = []
  for (const command of commands) {
    const answer = loyaltyRoom.decider.decide(command)(fold(loyaltyRoom.decider, events))
    if (E.isLeft(answer)) throw new Error(loyaltyRoom.explain(answer.left))
    events.push(...answer.right)
  }
  return events
}
const after = (...commands: ReadonlyArray<LoyaltyCommand>): LoyaltyAccount =>
  fold(loyaltyRoom.decider, happened(...commands))
const part = (id: string, points: number, expiresOn: string) => ({
  earningId: earningId(id),
  points,
  expiresOn: civilDate(expiresOn),
})

describe('a post-paid order', () => {
  it('earns points when it is paid in full and in time, on the last day too [0-18]', () => {
    past(enrol)
      .when(paid('2026-02-14'))
      .then({
        type: 'PointsEarned',
        ...on('2026-02-14'),
        ...named,
        earningId: earningId('E-1'),
        trigger: 'postpaidPaidOnTime',
        points: 123,
        offsetPoints: 0,
        expiresOn: civilDate('2027-02-14'),
        currency: eur,
        baseMinor: minorUnits(12_345),
        orderId: orderId('O-1'),
        referredCustomerId: null,
      })
  })

  it('earns none when it is paid late, or in part [0-18]', () => {
    past(enrol)
      .when(paid('2026-02-15'))
      .thenRejected({
        type: 'PaidLate',
        dueOn: civilDate('2026-02-14'),
        paidOn: civilDate('2026-02-15'),
      })
    past(enrol).when(paid('2026-02-14', 1)).thenRejected({ type: 'NotPaidInFull', openMinor: 1 })
  })

  it('earns once, however often the payment is told [2-12]', () => {
    past(enrol, paid('2026-02-14')).when(paid('2026-02-14')).thenNothing()
    past(enrol, paid('2026-02-14'))
      .when({ ...paid('2026-02-14'), earningId: earningId('E-2') })
      .thenRejected({
        type: 'DuplicateRef',
        deed: 'postpaidPaidOnTime O-1',
        earningId: earningId('E-1'),
      })
  })
})

describe('a purchase', () => {
  it('earns on the money alone: what points paid earns none [edge 77]', () => {
    expect(balanceOf(after(enrol, buy('2026-01-02', 'A', 10_000, 4_000)))).toBe(60)
    past(enrol)
      .when(buy('2026-01-02', 'A', 10_000, 10_000))
      .thenRejected({ type: 'NothingEarned', baseMinor: 0 })
  })

  it('earns so many points for so much money, and of the rest as the rate rounds', () => {
    const earnedBy = (netMinor: number, rounding: 'down' | 'halfUp' | 'halfEven') => {
      const rate = { kind: 'perAmount', points: 3, perMinor: 200, rounding } as const
      const by = under({ earnings: [{ trigger: 'purchase', rate }] })
      return balanceOf(after(enrol, { ...buy('2026-01-02', 'A', netMinor), rule: by }))
    }
    expect([earnedBy(1000, 'down'), earnedBy(299, 'down')]).toEqual([15, 4])
    // 4.5 points and 1.5 points.
    expect([earnedBy(300, 'down'), earnedBy(100, 'down')]).toEqual([4, 1])
    expect([earnedBy(300, 'halfUp'), earnedBy(100, 'halfUp')]).toEqual([5, 2])
    expect([earnedBy(300, 'halfEven'), earnedBy(100, 'halfEven')]).toEqual([4, 2])
  })

  it('earns points without a last day, where the rule gives them none', () => {
    const endless = after(enrol, {
      ...buy('2026-01-02', 'A', 10_000),
      rule: under({ lotMonths: null }),
    })
    expect([...endless.lots.values()].map(({ expiresOn }) => expiresOn)).toEqual([null])
    expect(redeemableOn(endless, civilDate('2126-01-02'))).toBe(100)
  })

  it('again and again adds lots, each with its own last day [2-12]', () => {
    const account = after(enrol, buy('2026-01-31', 'A', 10_000), buy('2026-02-28', 'B', 5_000))
    expect([...account.lots.values()].map(({ expiresOn }) => expiresOn)).toEqual([
      '2027-01-31',
      '2027-02-28',
    ])
    expect(redeemableOn(account, civilDate('2027-01-31'))).toBe(150)
    expect(redeemableOn(account, civilDate('2027-02-01'))).toBe(50)
  })

  it('earns only for who is enrolled, in the currency of the rule, and once under a name', () => {
    past()
      .when(buy('2026-01-02', 'A', 100))
      .thenRejected({ type: 'NotEnrolled', customerId: ada })
    past(enrol)
      .when(paidIn('JPY'))
      .thenRejected({ type: 'WrongCurrency', currency: eur, offered: currency('JPY') })
    past(enrol, buy('2026-01-02', 'A', 10_000))
      .when(buy('2026-01-02', 'A', 20_000))
      .thenRejected({
        type: 'ConflictingDuplicate',
        id: text('A'),
        recorded: 'purchase order A on 10000',
        offered: 'purchase order A on 20000',
      })
  })
})
const paidIn = (code: string): LoyaltyCommand => ({
  type: 'EarnPoints',
  ...on('2026-01-02'),
  rule,
  earningId: earningId('Y'),
  evidence: {
    kind: 'purchase',
    orderId: orderId('O-Y'),
    currency: currency(code),
    netMinor: minorUnits(1000),
    paidWithPointsMinor: minorUnits(0),
  },
})

describe('a referral', () => {
  const referral = (whom: string): EarnPoints => ({
    type: 'EarnPoints',
    ...on('2026-01-05'),
    rule,
    earningId: earningId('R-1'),
    evidence: { kind: 'referral', referredCustomerId: customerId(whom) },
  })

  it('earns points on no amount, and names who came', () => {
    past(enrol)
      .when(referral('Борис'))
      .then({
        type: 'PointsEarned',
        ...on('2026-01-05'),
        ...named,
        earningId: earningId('R-1'),
        trigger: 'referral',
        points: 40,
        offsetPoints: 0,
        expiresOn: civilDate('2027-01-05'),
        currency: eur,
        baseMinor: minorUnits(0),
        orderId: null,
        referredCustomerId: customerId('Борис'),
      })
  })

  it('earns a fixed number of points, and none for oneself', () => {
    expect(balanceOf(after(enrol, referral('Борис')))).toBe(40)
    past(enrol).when(referral('Ада')).thenRejected({ type: 'SelfReferral', customerId: ada })
    past(enrol)
      .when({ ...referral('Борис'), rule: under({ earnings: [] }) })
      .thenRejected({ type: 'TriggerNotInRule', trigger: 'referral', ruleId: rule.ruleId })
  })
})

describe('points that are redeemed', () => {
  const rich = [enrol, buy('2026-01-31', 'A', 10_000), buy('2026-02-28', 'B', 15_000)]

  it('need a balance from the threshold on: 99 are too few, 100 enough [1-19]', () => {
    past(enrol, buy('2026-01-02', 'A', 9_900))
      .when(redeem('2026-01-03', 'R', credit(50)))
      .thenRejected({ type: 'BelowThreshold', availablePoints: 99, thresholdPoints: 100 })
    past(enrol, buy('2026-01-02', 'A', 10_000))
      .when(redeem('2026-01-03', 'R', credit(50)))
      .then({
        type: 'PointsRedeemed',
        ...on('2026-01-03'),
        ...named,
        redemptionId: redemptionId('R'),
        points: 50,
        redeemed: {
          kind: 'storeCredit',
          creditId: creditId('C-1'),
          amountMinor: minorUnits(250),
          currency: eur,
        },
        lots: [part('A', 50, '2027-01-02')],
      })
  })

  it('become store credit that is exactly what the credit balance grows by [1-21]', () => {
    const told = happened(...rich, redeem('2026-03-01', 'R', credit(230))).at(-1)
    if (told?.type !== 'PointsRedeemed' || told.redeemed.kind !== 'storeCredit')
      throw new Error('no store credit')
    const { amountMinor, creditId: granted } = told.redeemed
    const answer = receivablesRoom.decider.decide({
      type: 'GrantStoreCredit',
      effectiveOn: told.effectiveOn,
      customerId: told.customerId,
      currency: told.redeemed.currency,
      creditId: granted,
      amountMinor,
      reason: text('points'),
    })(receivablesRoom.decider.initial())
    if (E.isLeft(answer)) throw new Error(receivablesRoom.explain(answer.left))
    const grown = answer.right.flatMap((event) =>
      event.type === 'CreditBalanceIncreased' ? [event.amountMinor] : [],
    )
    expect([amountMinor, grown]).toEqual([1150, [1150]])
  })

  it('leave the lots that expire first [inv 36]', () => {
    const told = happened(...rich, redeem('2026-03-01', 'R', credit(120))).at(-1)
    expect(told?.type === 'PointsRedeemed' && told.lots).toEqual([
      part('A', 100, '2027-01-31'),
      part('B', 20, '2027-02-28'),
    ])
  })

  it('cannot exceed what is there, nor be worth nothing', () => {
    past(...rich)
      .when(redeem('2026-03-01', 'R', credit(251)))
      .thenRejected({ type: 'InsufficientPoints', availablePoints: 250, points: 251 })
    past(...rich)
      .when(redeem('2026-03-01', 'R', credit(0)))
      .thenRejected({ type: 'NothingRedeemed', points: 0 })
    past(...rich)
      .when(redeem('2027-02-01', 'R', credit(151)))
      .thenRejected({ type: 'InsufficientPoints', availablePoints: 150, points: 151 })
  })

  it('may be all that there are, on the day they were earned, and not before', () => {
    expect(balanceOf(after(...rich, redeem('2026-02-28', 'R', credit(250))))).toBe(0)
    past(...rich)
      .when(redeem('2026-02-27', 'R', credit(101)))
      .thenRejected({ type: 'InsufficientPoints', availablePoints: 100, points: 101 })
  })

  it('are worth whole minor units, rounded down: one at least', () => {
    const worth = (worthMinor: number) =>
      under({ worth: { points: 100, worthMinor: minorUnits(worthMinor) } })
    const told = happened(...rich, redeem('2026-03-01', 'R', credit(1), worth(199))).at(-1)
    expect(told?.type === 'PointsRedeemed' && told.redeemed).toEqual({
      kind: 'storeCredit',
      creditId: creditId('C-1'),
      amountMinor: minorUnits(1),
      currency: eur,
    })
    past(...rich)
      .when(redeem('2026-03-01', 'R', credit(1), worth(99)))
      .thenRejected({ type: 'NothingRedeemed', points: 1 })
  })

  it('may lower the price of an order instead', () => {
    past(...rich)
      .when(redeem('2026-03-01', 'R', { kind: 'discount', orderId: orderId('O-9'), points: 120 }))
      .then({
        type: 'PointsRedeemed',
        ...on('2026-03-01'),
        ...named,
        redemptionId: redemptionId('R'),
        points: 120,
        redeemed: {
          kind: 'discount',
          orderId: orderId('O-9'),
          amountMinor: minorUnits(600),
          currency: eur,
        },
        lots: [part('A', 100, '2027-01-31'), part('B', 20, '2027-02-28')],
      })
  })

  it('leave a lot of a single point with it, until it is spent', () => {
    const one = [enrol, buy('2026-01-02', 'A', 100)]
    const free = under({ thresholdPoints: 0 })
    past(...one)
      .when(redeem('2026-01-03', 'R', credit(2), free))
      .thenRejected({ type: 'InsufficientPoints', availablePoints: 1, points: 2 })
    const told = happened(...one, redeem('2026-01-03', 'R', credit(1), free)).at(-1)
    expect(told?.type === 'PointsRedeemed' && told.lots).toEqual([part('A', 1, '2027-01-02')])
    past(...one)
      .when(expire('2027-01-03'))
      .then({
        type: 'PointsExpired',
        ...on('2027-01-03'),
        points: 1,
        lots: [part('A', 1, '2027-01-02')],
      })
  })

  it('leave the lots that were earned first, of those that expire on one day [inv 36]', () => {
    const lot = (id: string, day: string): LoyaltyCommand => ({
      type: 'RecordPoints',
      ...on(day),
      rule,
      earningId: earningId(id),
      points: 50,
      expiresOn: civilDate('2026-12-31'),
    })
    // As they were learned: the second, the first, the third, and another one of the first day.
    const learned = [
      enrol,
      lot('2nd', '2026-01-20'),
      lot('1st', '2026-01-10'),
      lot('3rd', '2026-01-30'),
      lot('also 1st', '2026-01-10'),
    ]
    const told = happened(...learned, redeem('2026-02-01', 'R', credit(200))).at(-1)
    expect(told?.type === 'PointsRedeemed' && told.lots).toEqual(
      ['1st', 'also 1st', '2nd', '3rd'].map((id) => part(id, 50, '2026-12-31')),
    )
  })

  it('are debited once, and always debited [edge 77]', () => {
    const once = redeem('2026-03-01', 'R', credit(120))
    past(...rich, once)
      .when(once)
      .thenNothing()
    expect(balanceOf(after(...rich, once, once))).toBe(130)
  })

  it('buy a reward of the catalogue, from its tier on [1-20]', () => {
    const reward = (rewardId: string): LoyaltyCommand =>
      redeem('2026-03-01', rewardId, { kind: 'reward', rewardId: text(rewardId) })
    expect(balanceOf(after(...rich, reward('mug')))).toBe(100)
    past(...rich)
      .when(reward('upgrade'))
      .thenRejected({
        type: 'RewardAboveTier',
        rewardId: text('upgrade'),
        tier: null,
        fromTier: text('silver'),
      })
    expect(balanceOf(after(...rich, judge('2026-03-01'), reward('upgrade')))).toBe(150)
    past(...rich)
      .when(reward('car'))
      .thenRejected({ type: 'UnknownReward', rewardId: text('car') })
  })
})

describe('a reward from a tier on', () => {
  const tiers = [
    { tier: text('member'), from: 0, benefits: [] },
    ...rule.tiers,
    { tier: text('old'), from: 5000, benefits: [] },
  ]
  const reward = (rewardId: string, fromTier: string | null) => ({
    rewardId: text(rewardId),
    points: 100,
    fromTier: fromTier === null ? null : text(fromTier),
  })
  const rewards = [
    reward('for all', null),
    reward('for members', 'member'),
    reward('from silver', 'silver'),
    reward('from gold', 'gold'),
    reward('of no tier', 'platinum'),
  ]
  const by = under({ tiers, rewards })
  const bought = [enrol, buy('2026-01-02', 'A', 50_000)]
  const gold = [...bought, judge('2026-01-03', by)]
  const take = (rewardId: string, rules = by): LoyaltyCommand =>
    redeem('2026-01-04', rewardId, { kind: 'reward', rewardId: text(rewardId) }, rules)

  it('may be had by whoever holds that tier or a higher one [1-20]', () => {
    for (const rewardId of ['for all', 'for members', 'from silver', 'from gold'])
      expect(balanceOf(after(...gold, take(rewardId)))).toBe(400)
  })

  it('may not be had below it, nor where the rule knows the tier no more', () => {
    const refused = (rewardId: string, tier: string | null, fromTier: string) => ({
      type: 'RewardAboveTier' as const,
      rewardId: text(rewardId),
      tier: tier === null ? null : text(tier),
      fromTier: text(fromTier),
    })
    past(...bought)
      .when(take('for members'))
      .thenRejected(refused('for members', null, 'member'))
    past(...gold)
      .when(take('of no tier'))
      .thenRejected(refused('of no tier', 'gold', 'platinum'))
    past(...gold)
      .when(take('from silver', under({ tiers: rule.tiers.slice(0, 1), rewards })))
      .thenRejected(refused('from silver', 'gold', 'silver'))
  })
})

describe('a return of what earned points', () => {
  const bought = [enrol, buy('2026-01-02', 'A', 10_000), buy('2026-01-03', 'B', 10_000)]

  it('takes the points back: earned and returned come to nothing [edge 77] [inv 36]', () => {
    past(...bought)
      .when(returned('2026-01-20', 'A'))
      .then({
        type: 'EarningReversed',
        ...on('2026-01-20'),
        ...named,
        changeId: changeId('return A whole'),
        earningId: earningId('A'),
        points: 100,
        part: 'whole',
        returnedMinor: minorUnits(10_000),
        lots: [part('A', 100, '2027-01-02')],
        expiredPoints: 0,
        debtPoints: 0,
        forgivenPoints: 0,
      })
    expect(balanceOf(after(enrol, buy('2026-01-02', 'A', 999), returned('2026-01-20', 'A')))).toBe(
      0,
    )
  })

  it('in parts takes what the whole would, with nothing lost to rounding [edge 77]', () => {
    const parts = [3_333, 3_333, 3_334].map((amount, index) => ({
      ...returned('2026-01-20', 'A', amount),
      changeId: changeId(`part ${index}`),
    }))
    const reversed = happened(...bought, ...parts).flatMap((event) =>
      event.type === 'EarningReversed' ? [event.points] : [],
    )
    expect(reversed).toEqual([33, 34, 33])
  })

  it('of nothing, of too much, or a second time is refused [edge 77]', () => {
    past(...bought)
      .when(returned('2026-01-20', 'A', 0))
      .thenRejected({ type: 'NothingReturned', earningId: earningId('A') })
    past(...bought)
      .when(returned('2026-01-20', 'A', 10_001))
      .thenRejected({
        type: 'ReturnAboveBase',
        earningId: earningId('A'),
        leftMinor: 10_000,
        offeredMinor: 10_001,
      })
    past(...bought, returned('2026-01-20', 'A'))
      .when(returned('2026-01-21', 'A', 100))
      .thenRejected({ type: 'EarningAlreadyReversed', earningId: earningId('A') })
    past(...bought)
      .when(returned('2026-01-20', 'Z'))
      .thenRejected({ type: 'UnknownEarning', earningId: earningId('Z') })
  })

  it('of the rest, after a part, takes the points that are left [edge 77]', () => {
    const first = [...bought, returned('2026-01-20', 'A', 4_000)]
    const told = happened(...first, returned('2026-01-21', 'A')).at(-1)
    expect(told?.type === 'EarningReversed' && [told.points, told.returnedMinor]).toEqual([
      60, 6_000,
    ])
    past(...first)
      .when(returned('2026-01-21', 'A', 6_001))
      .thenRejected({
        type: 'ReturnAboveBase',
        earningId: earningId('A'),
        leftMinor: 6_000,
        offeredMinor: 6_001,
      })
  })

  it('is told once, and not again as another one', () => {
    const once = returned('2026-01-20', 'A', 4_000)
    past(...bought, once)
      .when(once)
      .thenNothing()
    past(...bought, once)
      .when({ ...once, part: { kind: 'whole' } })
      .thenRejected({
        type: 'ConflictingDuplicate',
        id: once.changeId,
        recorded: 'reversal of A, for 4000',
        offered: 'reversal of A, whole',
      })
  })

  it('owes no more than the cap, with what was owed before; what is above it is let go [inv 36]', () => {
    const spent = [...bought, redeem('2026-01-10', 'R', credit(200))]
    const capped = (debtCapPoints: number) => under({ reversal: { kind: 'offset', debtCapPoints } })
    const owed = (...commands: ReadonlyArray<LoyaltyCommand>) => {
      const told = happened(...spent, ...commands).at(-1)
      return told?.type === 'EarningReversed' && [told.debtPoints, told.forgivenPoints]
    }
    const first = returned('2026-01-20', 'A', 'whole', capped(150))
    expect(owed(first)).toEqual([100, 0])
    expect(owed(first, returned('2026-01-21', 'B', 'whole', capped(150)))).toEqual([50, 50])
    // A cap that was lowered below what is owed asks nothing back, and gives no room.
    expect(owed(first, returned('2026-01-21', 'B', 'whole', capped(60)))).toEqual([0, 100])
  })

  it('whose points were spent makes a debt that later earnings pay, by the policy "offset" [inv 36]', () => {
    const spent = [...bought, redeem('2026-01-10', 'R', credit(100)), returned('2026-01-20', 'A')]
    const account = after(...spent)
    expect([account.debtPoints, balanceOf(account)]).toEqual([100, 0])
    expect(redeemableOn(account, civilDate('2026-01-20'))).toBe(100)
    const later = after(...spent, buy('2026-02-01', 'C', 15_000))
    expect([later.debtPoints, balanceOf(later)]).toEqual([0, 150])
  })

  it('whose points were spent takes other lots first, and then owes, by the policy "negative" [inv 36]', () => {
    const negative = under({ reversal: { kind: 'negative', debtCapPoints: 30 } })
    const spent = [...bought, redeem('2026-01-10', 'R', credit(150))]
    const told = happened(...spent, returned('2026-01-20', 'A', 'whole', negative)).at(-1)
    expect(
      told?.type === 'EarningReversed' && [told.lots, told.debtPoints, told.forgivenPoints],
    ).toEqual([[part('B', 50, '2027-01-03')], 30, 20])
    expect(balanceOf(after(...spent, returned('2026-01-20', 'A', 'whole', negative)))).toBe(-30)
  })

  it('whose points were spent is let go by the policy "forgive", and not twice gained [edge 77]', () => {
    const forgiving = under({ reversal: { kind: 'forgive' } })
    const commands = [
      ...bought,
      redeem('2026-01-10', 'R', credit(100)),
      returned('2026-01-20', 'A', 'whole', forgiving),
    ]
    expect(balanceOf(after(...commands))).toBe(100)
    // The redemption comes back too, and what it bought with points of A is gone with A.
    expect(balanceOf(after(...commands, undo('2026-01-21', 'R')))).toBe(100)
    past(...commands)
      .when(undo('2026-01-21', 'R'))
      .then({
        type: 'RedemptionReversed',
        ...on('2026-01-21'),
        ...named,
        changeId: changeId('undo R'),
        redemptionId: redemptionId('R'),
        points: 100,
        lots: [],
        cancelled: [part('A', 100, '2027-01-02')],
        offsetPoints: 0,
      })
  })

  it('whose points were let go makes them good once: the next redemption comes back whole', () => {
    const forgiving = under({ reversal: { kind: 'forgive' } })
    const account = [
      enrol,
      buy('2026-01-02', 'A', 10_000),
      redeem('2026-01-10', 'R', credit(41), rule),
      redeem('2026-01-11', 'S', credit(59), under({ thresholdPoints: 0 })),
      returned('2026-01-20', 'A', 4_000, forgiving),
    ]
    const back = (...commands: ReadonlyArray<LoyaltyCommand>) => {
      const told = happened(...account, ...commands).at(-1)
      return told?.type === 'RedemptionReversed' && [told.cancelled, told.lots]
    }
    const first = undo('2026-01-21', 'R')
    expect(back(first)).toEqual([[part('A', 40, '2027-01-02')], [part('A', 1, '2027-01-02')]])
    expect(back(first, undo('2026-01-22', 'S'))).toEqual([[], [part('A', 59, '2027-01-02')]])
    // A single point that was let go is made good like any other.
    const single = [...account.slice(0, 4), returned('2026-01-20', 'A', 100, forgiving)]
    const told = happened(...single, undo('2026-01-21', 'R')).at(-1)
    expect(told?.type === 'RedemptionReversed' && told.cancelled).toEqual([
      part('A', 1, '2027-01-02'),
    ])
  })
})

describe('a redemption that is undone', () => {
  const spent = [
    enrol,
    buy('2026-01-31', 'A', 10_000),
    buy('2026-02-28', 'B', 15_000),
    redeem('2026-03-01', 'R', credit(120)),
  ]

  it('gives the points back to their lots with the original last days [edge 77] [inv 36]', () => {
    past(...spent)
      .when(undo('2026-12-24', 'R'))
      .then({
        type: 'RedemptionReversed',
        ...on('2026-12-24'),
        ...named,
        changeId: changeId('undo R'),
        redemptionId: redemptionId('R'),
        points: 120,
        lots: [part('A', 100, '2027-01-31'), part('B', 20, '2027-02-28')],
        cancelled: [],
        offsetPoints: 0,
      })
    const before = after(...spent.slice(0, 3))
    expect(after(...spent, undo('2026-12-24', 'R')).lots).toEqual(before.lots)
  })

  it('after the last day of a lot brings points that expire with the next run [edge 77]', () => {
    const late = after(...spent, undo('2027-02-10', 'R'))
    expect(redeemableOn(late, civilDate('2027-02-10'))).toBe(150)
    expect(balanceOf(after(...spent, undo('2027-02-10', 'R'), expire('2027-02-11')))).toBe(150)
  })

  it('pays debt before anything comes back, and is undone once', () => {
    const owing = [...spent, returned('2026-03-02', 'A')]
    const told = happened(...owing, undo('2026-03-03', 'R')).at(-1)
    expect(told?.type === 'RedemptionReversed' && [told.offsetPoints, told.lots]).toEqual([
      100,
      [part('B', 20, '2027-02-28')],
    ])
    past(...spent, undo('2026-03-03', 'R'))
      .when({ ...undo('2026-03-04', 'R'), changeId: changeId('again') })
      .thenRejected({ type: 'RedemptionAlreadyReversed', redemptionId: redemptionId('R') })
    past(...spent, undo('2026-03-03', 'R'))
      .when(undo('2026-03-03', 'R'))
      .thenNothing()
    past(...spent)
      .when(undo('2026-03-03', 'Q'))
      .thenRejected({ type: 'UnknownRedemption', redemptionId: redemptionId('Q') })
  })
})

describe('a redemption that is undone while something is owed', () => {
  const owing = [
    enrol,
    buy('2026-01-31', 'A', 10_000),
    redeem('2026-02-01', 'R', credit(100)),
    returned('2026-02-02', 'A', 3_000),
  ]

  it('gives back what is left after the debt, and leaves none [inv 36]', () => {
    const told = happened(...owing, undo('2026-02-03', 'R')).at(-1)
    expect(told?.type === 'RedemptionReversed' && [told.offsetPoints, told.lots]).toEqual([
      30,
      [part('A', 70, '2027-01-31')],
    ])
    const account = after(...owing, undo('2026-02-03', 'R'))
    expect([account.debtPoints, balanceOf(account)]).toEqual([0, 70])
  })
})

describe('lots past their last day', () => {
  const bought = [enrol, buy('2026-01-31', 'A', 10_000), buy('2026-02-28', 'B', 15_000)]

  it('expire the day after, the first first [inv 36]', () => {
    past(...bought)
      .when(expire('2027-01-31'))
      .thenNothing()
    past(...bought)
      .when(expire('2027-02-01'))
      .then({
        type: 'PointsExpired',
        ...on('2027-02-01'),
        points: 100,
        lots: [part('A', 100, '2027-01-31')],
      })
    past(...bought, expire('2027-02-01'))
      .when(expire('2027-02-01'))
      .thenNothing()
  })

  it('that come back late expire with the next run: no day is looked at twice', () => {
    const back = [
      ...bought,
      redeem('2027-01-31', 'R', credit(100)),
      redeem('2027-01-31', 'S', credit(150)),
      undo('2027-01-31', 'S'),
      expire('2027-03-01'),
      undo('2027-03-02', 'R'),
    ]
    past(...back)
      .when(expire('2027-03-01'))
      .thenNothing()
    past(...back)
      .when(expire('2027-03-02'))
      .then({
        type: 'PointsExpired',
        ...on('2027-03-02'),
        points: 100,
        lots: [part('A', 100, '2027-01-31')],
      })
    past(...bought, redeem('2027-01-31', 'R', credit(100)))
      .when(expire('2027-02-01'))
      .thenNothing()
  })

  it('are not owed when their order is returned, once: what was spent of it is', () => {
    const gone = [
      enrol,
      buy('2026-01-31', 'A', 10_000),
      redeem('2026-02-01', 'R', credit(40)),
      expire('2027-02-01'),
    ]
    const taken = (...commands: ReadonlyArray<LoyaltyCommand>) => {
      const told = happened(...gone, ...commands).at(-1)
      return told?.type === 'EarningReversed' && [told.lots, told.expiredPoints, told.debtPoints]
    }
    const first = returned('2027-02-02', 'A', 6_000)
    expect(taken(first)).toEqual([[], 60, 0])
    expect(taken(first, returned('2027-02-03', 'A', 4_000))).toEqual([[], 0, 40])
    // What came back to the lot goes first, then what had expired of it.
    expect(taken(undo('2027-02-02', 'R'), returned('2027-02-03', 'A', 5_000))).toEqual([
      [part('A', 40, '2027-01-31')],
      10,
      0,
    ])
  })

  it('leave no debt when the order is returned after all', () => {
    const late = after(...bought, expire('2027-02-01'), returned('2027-02-02', 'A'))
    expect([late.debtPoints, balanceOf(late)]).toEqual([0, 150])
  })
})

describe('a tier', () => {
  const earnedExactly = (points: number) => [enrol, buy('2026-03-10', 'A', points * 100)]

  it('is reached at its number exactly, and not one below [edge 78] [1-20]', () => {
    past(...earnedExactly(199))
      .when(judge('2026-03-11'))
      .thenNothing()
    past(...earnedExactly(200))
      .when(judge('2026-03-11'))
      .then({
        type: 'TierAdjusted',
        ...on('2026-03-11'),
        ...named,
        previousTier: null,
        tier: text('silver'),
        benefits: [text('free shipping')],
        basis: 'points',
        measured: 200,
        windowFrom: civilDate('2025-03-12'),
      })
  })

  it('counts the points of the day itself, and none that were taken back', () => {
    const told = happened(...earnedExactly(200), judge('2026-03-10')).at(-1)
    expect(told?.type === 'TierAdjusted' && told.tier).toBe('silver')
    past(...earnedExactly(250), returned('2026-03-10', 'A', 10_000))
      .when(judge('2026-03-11'))
      .thenNothing()
  })

  it('is decided once for a day', () => {
    past(...earnedExactly(200), judge('2026-03-11'), buy('2026-03-11', 'B', 30_000))
      .when(judge('2026-03-11'))
      .thenNothing()
  })

  it('is the highest that is reached, in whatever order the rule lists them', () => {
    const told = happened(
      ...earnedExactly(500),
      judge('2026-03-11', under({ tiers: rule.tiers.toReversed() })),
    ).at(-1)
    expect(told?.type === 'TierAdjusted' && told.tier).toBe('gold')
  })

  it('is told anew where it gives something else, and where it gives what none gave', () => {
    const silver = [...earnedExactly(200), judge('2026-03-11')]
    const giving = (...benefits: ReadonlyArray<string>) =>
      under({ tiers: [{ tier: text('silver'), from: 200, benefits: benefits.map(text) }] })
    for (const benefits of [['gift'], ['free shipping', 'gift'], []]) {
      const told = happened(...silver, judge('2026-03-12', giving(...benefits))).at(-1)
      expect(told?.type === 'TierAdjusted' && [told.tier, told.benefits]).toEqual([
        'silver',
        benefits,
      ])
    }
    const told = happened(...earnedExactly(200), judge('2026-03-11', giving())).at(-1)
    expect(told?.type === 'TierAdjusted' && [told.tier, told.benefits]).toEqual(['silver', []])
  })

  it('is left when the points fall out of the window, on the day and not before [edge 78]', () => {
    const silver = [...earnedExactly(200), judge('2026-03-11')]
    past(...silver)
      .when(judge('2027-03-09'))
      .thenNothing()
    const told = happened(...silver, judge('2027-03-10')).at(-1)
    expect(told?.type === 'TierAdjusted' && [told.previousTier, told.tier, told.measured]).toEqual([
      'silver',
      null,
      0,
    ])
  })

  it('goes by money spent where the rule says so, and needs it in evidence [1-20]', () => {
    const bySpend = under({ tierBasis: 'spend' })
    const told = happened(enrol, judge('2026-03-11', bySpend, 500)).at(-1)
    expect(told?.type === 'TierAdjusted' && [told.tier, told.basis, told.measured]).toEqual([
      'gold',
      'spend',
      500,
    ])
    past(enrol)
      .when(judge('2026-03-11', bySpend))
      .thenRejected({ type: 'SpendUnknown', ruleId: rule.ruleId })
  })

  it('of the day of an order is noted with it, whatever the tier becomes later [1-07]', () => {
    const silver = [...earnedExactly(200), judge('2026-03-11')]
    const later = [...silver, buy('2026-05-01', 'B', 40_000), judge('2026-05-02')]
    const noted = (day: string, id: string) => {
      const told = happened(...later, note(day, id)).at(-1)
      return told?.type === 'OrderTierNoted' && [told.tier, told.benefits]
    }
    expect(noted('2026-03-10', 'before')).toEqual([null, []])
    expect(noted('2026-05-01', 'between')).toEqual(['silver', ['free shipping']])
    expect(noted('2026-05-02', 'after')).toEqual(['gold', ['free shipping', 'early access']])
    past(...later, note('2026-05-02', 'after'))
      .when(note('2026-05-02', 'after'))
      .thenNothing()
  })

  it('gives early access from gold on [1-47]', () => {
    const gold = after(...earnedExactly(500), judge('2026-03-11'))
    const silver = after(...earnedExactly(499), judge('2026-03-11'))
    const early = text('early access')
    expect(hasBenefit(gold, civilDate('2026-03-11'), early)).toBe(true)
    expect(hasBenefit(gold, civilDate('2026-03-10'), early)).toBe(false)
    expect(hasBenefit(silver, civilDate('2026-03-11'), early)).toBe(false)
  })
})

describe('a loyalty rule', () => {
  it('that is loaded has no key that no rule reads [edge 81]', () => {
    expect(loadStrict(LoyaltyRule, rule)).toEqual(E.right(rule))
    expect(loadStrict(LoyaltyRule, { ...rule, birthdayPoints: 10 })).toEqual(
      E.left([{ path: 'birthdayPoints', reason: 'no rule reads this key' }]),
    )
  })

  it('whose numbers are none is refused before anything is reckoned with it', () => {
    past()
      .when({ ...enrol, rule: under({ tierWindowMonths: 0 }) })
      .thenRejected({ type: 'LoyaltyRuleUnsound', ruleId: rule.ruleId })
    past(enrol)
      .when({ ...enrol, changeId: changeId('again') })
      .thenRejected({ type: 'AlreadyInProgramme', customerId: ada })
  })
})

describe('points from elsewhere', () => {
  const opening = (points: number): LoyaltyCommand => ({
    type: 'RecordPoints',
    ...on('2026-01-01'),
    rule,
    earningId: earningId('opening'),
    points,
    expiresOn: null,
  })

  it('need no enrolment, never count past what can be counted, and are redeemed last', () => {
    expect(balanceOf(after(opening(70)))).toBe(70)
    past().when(opening(-1)).thenRejected({ type: 'PointsOutOfRange', earnedPoints: -1 })
    const told = happened(
      opening(70),
      enrol,
      buy('2026-01-31', 'A', 10_000),
      redeem('2026-02-01', 'R', credit(120)),
    ).at(-1)
    expect(told?.type === 'PointsRedeemed' && told.lots).toEqual([
      part('A', 100, '2027-01-31'),
      { earningId: earningId('opening'), points: 20, expiresOn: null },
    ])
  })

  it('earn on no amount, and name no deed', () => {
    past()
      .when(opening(70))
      .then({
        type: 'PointsEarned',
        ...on('2026-01-01'),
        ...named,
        earningId: earningId('opening'),
        trigger: null,
        points: 70,
        offsetPoints: 0,
        expiresOn: null,
        currency: eur,
        baseMinor: minorUnits(0),
        orderId: null,
        referredCustomerId: null,
      })
  })

  it('may be all that can be counted, with what there is and what is owed', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(balanceOf(after(opening(most)))).toBe(most)
    past(opening(most), enrol)
      .when(buy('2026-01-31', 'A', 10_000))
      .thenRejected({ type: 'PointsOutOfRange', earnedPoints: 100 })
    const owing = [
      enrol,
      buy('2026-01-02', 'A', 10_000),
      redeem('2026-01-03', 'R', credit(100)),
      returned('2026-01-04', 'A'),
    ]
    past(...owing)
      .when(opening(most))
      .thenRejected({ type: 'PointsOutOfRange', earnedPoints: most })
  })
})
