import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { SequencePolicy } from '../src/engagement/index.ts'
import { headroomMinor } from '../src/credit/index.ts'
import { tierOn } from '../src/loyalty/index.ts'
import { creditOf, loyaltyOf, receivablesOf, type TradeRules } from '../src/policies/index.ts'
import { creditMinor, grossOpenMinor } from '../src/receivables/index.ts'
import {
  changeId,
  creditId,
  earningId,
  minorUnits,
  net,
  orderId,
  redemptionId,
  text,
  type CivilDate,
} from '../src/shared/index.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  houseRules,
  pay,
  place,
  ship,
  twice,
  types,
} from './policies-words.ts'
import { enrol, houseWithPoints, points } from './policies-more-words.ts'

const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada })

const step = (stepId: string, days: number, isUpsell = false): SequencePolicy['steps'][number] => ({
  stepId: text(stepId),
  day: { kind: 'offset', days },
  template: isUpsell ? 'upsell' : 'welcome',
  isUpsell,
  channels: ['email'],
  needsConsent: true,
})
const welcoming: TradeRules = {
  ...houseRules,
  onboarding: {
    policyId: text('welcome'),
    version: 1,
    steps: [step('hello', 1), step('tip', 5), step('offer', 10, true)],
    onRefund: 'stopAll',
  },
}
const sent = (world: World): ReadonlyArray<string> =>
  world.log.flatMap(({ event }) => (event.type === 'SequenceStepSent' ? [event.stepId] : []))

describe('a confirmed order', () => {
  it.each([
    ['hourly', () => 24],
    ['daily', () => 1],
    ['every third day', (on: CivilDate) => (Number(on.slice(8)) % 3 === 0 ? 1 : 0)],
  ])('is followed by its sequence, each step once, looked at %s', (_, looks) => {
    const world = houseOn('2026-03-01', welcoming, looks)
    giveCredit(world, 500_000)
    place(world, 100_000)
    world.walkTo(day('2026-03-31'))
    expect(sent(world)).toEqual(['hello', 'tip', 'offer'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('somebody who pays late again and again', () => {
  const watchful: TradeRules = {
    ...houseRules,
    risk: { ruleId: text('two of three'), version: 1, lateCount: 2, outOf: 3, lateDays: 5 },
  }
  const buyAndPay = (world: World, id: string, paidOn: string) => {
    place(world, 10_000, net(14), orderId(id))
    ship(world, orderId(id))
    world.walkTo(day(paidOn))
    pay(world, 10_000)
  }

  it('is flagged for review once two of three came late, and a lower limit cancels nothing [1-41]', () => {
    const world = houseOn('2026-01-01', watchful)
    giveCredit(world, 100_000)
    buyAndPay(world, 'a', '2026-01-25')
    expect(types(world, 'RiskFlagRaised')).toEqual([])
    buyAndPay(world, 'b', '2026-02-20')
    expect(types(world, 'RiskFlagRaised', 'CreditReviewRequested')).toEqual([
      'RiskFlagRaised',
      'CreditReviewRequested',
    ])
    buyAndPay(world, 'c', '2026-03-25')
    expect(types(world, 'RiskFlagRaised')).toHaveLength(1)
    expect(world.turnedDown).toEqual([])

    place(world, 80_000, net(14), orderId('confirmed before'))
    world.tell({
      room: 'credit',
      command: {
        type: 'ChangeLimit',
        ...about(world),
        changeId: changeId('cut'),
        currency: EUR,
        limitMinor: minorUnits(10_000),
        reason: null,
      },
    })
    const credit = creditOf(world.dossier(ada))
    expect(credit === undefined ? 0 : headroomMinor(credit)).toBe(-70_000)
    ship(world, orderId('confirmed before'))
    expect(types(world, 'OrderCancelled')).toEqual([])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a customer who falls silent', () => {
  const watching: TradeRules = {
    ...houseRules,
    reminders: null,
    churn: {
      kind: 'habit',
      ruleId: text('habit'),
      version: 1,
      atRiskHundredths: 200,
      churnedHundredths: 400,
      floorDays: 10,
    },
  }
  const verdicts = (world: World): ReadonlyArray<string> =>
    world.log.flatMap(({ event }) =>
      event.type === 'CustomerAtRisk' ||
      event.type === 'CustomerChurned' ||
      event.type === 'CustomerReturned'
        ? [`${event.type} ${event.effectiveOn}`]
        : [],
    )

  it.each([
    ['daily', () => 1],
    ['hourly', () => 24],
    ['on one day only, after it all', (on: CivilDate) => (on === '2026-05-31' ? 1 : 0)],
  ])('is at risk, then gone, on the day on which the habit breaks, looked at %s', (_, looks) => {
    const world = houseOn('2026-03-01', watching, looks)
    giveCredit(world, 900_000)
    place(world, 1_000, net(14), orderId('a'))
    world.walkTo(day('2026-03-11'))
    place(world, 1_000, net(14), orderId('b'))
    world.walkTo(day('2026-05-31'))
    const gone = ['CustomerAtRisk 2026-04-01', 'CustomerChurned 2026-04-21']
    expect(verdicts(world)).toEqual(gone)
    place(world, 1_000, net(14), orderId('c'))
    expect(verdicts(world)).toEqual([...gone, 'CustomerReturned 2026-05-31'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})

describe('points', () => {
  const grant = (world: World, named: string, count: number, expiresOn: string) =>
    world.tell({
      room: 'loyalty',
      command: {
        type: 'RecordPoints',
        ...about(world),
        rule: points,
        earningId: earningId(named),
        points: count,
        expiresOn: day(expiresOn),
      },
    })

  it('end on the day after their last, however seldom somebody looks', () => {
    const world = houseOn('2026-03-01', houseWithPoints, (on) => (on === '2026-06-01' ? 2 : 0))
    enrol(world)
    grant(world, 'first', 10, '2026-03-31')
    grant(world, 'second', 20, '2026-04-30')
    world.walkTo(day('2026-06-02'))
    const ended = world.log.flatMap(({ event }) =>
      event.type === 'PointsExpired' ? [`${event.effectiveOn} ${event.points}`] : [],
    )
    expect(ended).toEqual(['2026-04-01 10', '2026-05-01 20'])
    expect(world.turnedDown).toEqual([])
  })

  it('bring a tier, and its end when they leave the window [1-20]', () => {
    const world = houseOn('2026-03-01', houseWithPoints)
    enrol(world)
    grant(world, 'a thousand', 1_000, '2099-12-31')
    world.walkTo(day('2026-03-02'))
    const tier = () => {
      const account = loyaltyOf(world.dossier(ada))
      return account === undefined ? null : tierOn(account, world.today()).tier
    }
    expect(tier()).toBe('gold')
    world.walkTo(day('2027-02-28'))
    expect(tier()).toBe('gold')
    world.walkTo(day('2027-03-01'))
    expect(tier()).toBe(null)
    expect(types(world, 'TierAdjusted')).toHaveLength(2)
    expect(world.turnedDown).toEqual([])
  })

  it('that buy store credit raise the credit balance by its worth, which the next bill uses [1-21]', () => {
    const world = houseOn('2026-03-01', houseWithPoints)
    giveCredit(world, 500_000)
    enrol(world)
    grant(world, 'a thousand', 1_000, '2099-12-31')
    world.tell({
      room: 'loyalty',
      command: {
        type: 'RedeemPoints',
        ...about(world),
        rule: points,
        redemptionId: redemptionId('r'),
        as: { kind: 'storeCredit', creditId: creditId('for points'), points: 500 },
      },
    })
    const account = () => receivablesOf(world.dossier(ada), EUR)
    const [before] = [account()].map((known) => (known === undefined ? 0 : creditMinor(known)))
    expect(before).toBe(500)
    place(world, 2_000)
    ship(world)
    const known = account()
    expect(known === undefined ? [] : [creditMinor(known), grossOpenMinor(known)]).toEqual([
      0, 1_500,
    ])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })
})
