import { describe, expect, it } from 'vitest'
import { receivablesOf, type TradeRules } from '../src/policies/index.ts'
import { grossOpenMinor } from '../src/receivables/index.ts'
import {
  changeId,
  minorUnits,
  paymentId,
  subscriptionId,
  text,
  type CivilDate,
} from '../src/shared/index.ts'
import type { Plan, SubscriptionCommand } from '../src/subscription/index.ts'
import type { World } from '@tenure/testing/world'
import { ada, day, EUR, houseOn, houseRules, twice, types } from './policies-words.ts'
import { monthly } from './subscription-words.ts'

const club = subscriptionId('club')
const quietRules: TradeRules = { ...houseRules, reminders: null }
const retrying: TradeRules = {
  ...houseRules,
  retry: { policyId: text('twice more'), version: 1, afterDays: [3, 7] },
}
const byMandate: Plan = { ...monthly, collection: 'mandate' }

const about = (world: World) => ({
  effectiveOn: world.today(),
  customerId: ada,
  subscriptionId: club,
})
const tell = (world: World, command: SubscriptionCommand) =>
  world.tell({ room: 'subscription', command })

const begin = (world: World, plan: Plan = monthly, withTrial = false) =>
  tell(world, {
    type: 'StartSubscription',
    ...about(world),
    changeId: changeId('start'),
    plan,
    zone: text('Europe/Sofia'),
    withTrial,
  })
const setCard = (world: World, expiresOn: CivilDate | null = null) =>
  tell(world, {
    type: 'RecordMandate',
    ...about(world),
    changeId: changeId(`card on ${world.today()}`),
    methodId: text('card-1'),
    kind: 'card',
    expiresOn,
  })

/** The periods that were begun, with the day on which each was told. */
const periods = (world: World): ReadonlyArray<string> =>
  world.log.flatMap(({ event }) =>
    event.type === 'SubscriptionStarted' ||
    event.type === 'TrialConverted' ||
    event.type === 'SubscriptionRenewed'
      ? [`${event.effectiveOn}: ${event.period.from} to ${event.period.to}`]
      : [],
  )
const billed = (world: World): ReadonlyArray<number> =>
  world.log.flatMap(({ event }) => (event.type === 'ItemOpened' ? [event.amountMinor] : []))
const openMinor = (world: World): number => {
  const account = receivablesOf(world.dossier(ada), EUR)
  return account === undefined ? 0 : grossOpenMinor(account)
}

describe('a subscription that nobody looks after', () => {
  it('is renewed and billed at each period end, a month end kept, once for each [1-14] [edge 9]', () => {
    const world = houseOn('2026-01-31', quietRules)
    begin(world)
    world.walkTo(day('2026-04-30'))
    expect(periods(world)).toEqual([
      '2026-01-31: 2026-01-31 to 2026-02-28',
      '2026-02-28: 2026-02-28 to 2026-03-31',
      '2026-03-31: 2026-03-31 to 2026-04-30',
      '2026-04-30: 2026-04-30 to 2026-05-31',
    ])
    expect(billed(world)).toEqual([1000, 1000, 1000, 1000])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it.each([
    ['hourly', () => 24],
    [
      'once in forty days',
      (on: CivilDate) => (Number(on.slice(8)) === 11 && Number(on.slice(5, 7)) % 2 === 0 ? 1 : 0),
    ],
  ])('looked at %s has the same periods and bills in the end', (_, looks) => {
    const often = houseOn('2026-01-31', quietRules)
    const other = houseOn('2026-01-31', quietRules, looks)
    for (const world of [often, other]) {
      begin(world)
      world.walkTo(day('2026-08-11'))
    }
    expect(periods(other)).toEqual(periods(often))
    expect(billed(other)).toEqual(billed(often))
    expect(other.turnedDown).toEqual([])
  })

  it('announces each renewal three days before', () => {
    const world = houseOn('2026-01-10', quietRules, () => 24)
    begin(world)
    world.walkTo(day('2026-03-11'))
    const notices = world.log.flatMap(({ event }) =>
      event.type === 'RenewalNoticeSent' ? [`${event.effectiveOn} for ${event.renewsOn}`] : [],
    )
    expect(notices).toEqual(['2026-02-07 for 2026-02-10', '2026-03-07 for 2026-03-10'])
    expect(world.turnedDown).toEqual([])
  })

  it('ends with its period where it was cancelled, and bills no more', () => {
    const world = houseOn('2026-01-10', quietRules)
    begin(world)
    world.walkTo(day('2026-02-20'))
    tell(world, {
      type: 'CancelSubscription',
      ...about(world),
      changeId: changeId('cancel'),
      at: 'periodEnd',
      voluntary: true,
      reason: null,
    })
    world.walkTo(day('2026-06-01'))
    expect(billed(world)).toEqual([1000, 1000])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a trial', () => {
  it('becomes a contract on its day, and is billed from then on', () => {
    const world = houseOn('2026-01-10', quietRules)
    begin(world, { ...monthly, trialDays: 30 }, true)
    world.walkTo(day('2026-02-08'))
    expect(billed(world)).toEqual([])
    world.walkTo(day('2026-02-09'))
    expect(periods(world)).toEqual(['2026-02-09: 2026-02-09 to 2026-03-09'])
    expect(billed(world)).toEqual([1000])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('whose first charge cannot be made is a missed conversion and no churn', () => {
    const world = houseOn('2026-01-10', quietRules)
    begin(world, { ...byMandate, trialDays: 30 }, true)
    world.walkTo(day('2026-03-01'))
    expect(types(world, 'TrialConverted', 'TrialConversionMissed', 'ItemOpened')).toEqual([
      'TrialConversionMissed',
    ])
    expect(world.turnedDown).toEqual([])
  })
})

describe('a subscription collected by mandate', () => {
  const decline = (world: World, kind: 'hard' | 'soft', attempt: number) =>
    tell(world, {
      type: 'RecordChargeFailure',
      ...about(world),
      changeId: changeId(`declined ${attempt}`),
      periodIndex: 0,
      decline: kind,
      policy: retrying.retry ?? { policyId: text('none'), version: 1, afterDays: [] },
    })
  const attempts = (world: World): ReadonlyArray<string> =>
    world.log.flatMap(({ event }) =>
      event.type === 'PaymentPending' ? [`${event.effectiveOn} ${event.paymentId}`] : [],
    )

  it('is not reminded of while a collection is under way [1-38]', () => {
    const world = houseOn('2026-01-10', retrying)
    setCard(world)
    begin(world, byMandate)
    world.walkTo(day('2026-02-09'))
    expect(attempts(world)).toEqual(['2026-01-11 collect/club/0/1'])
    expect(openMinor(world)).toBe(1000)
    expect(types(world, 'ReminderSent')).toEqual([])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is charged again on the days of the rule after a soft decline, and paid in the end', () => {
    const world = houseOn('2026-01-10', retrying, () => 3)
    setCard(world)
    begin(world, byMandate)
    world.walkTo(day('2026-01-12'))
    decline(world, 'soft', 1)
    world.walkTo(day('2026-01-16'))
    decline(world, 'soft', 2)
    world.walkTo(day('2026-01-20'))
    expect(attempts(world)).toEqual([
      '2026-01-11 collect/club/0/1',
      '2026-01-15 collect/club/0/2',
      '2026-01-19 collect/club/0/3',
    ])
    world.tell({
      room: 'receivables',
      command: {
        type: 'RecordPayment',
        effectiveOn: world.today(),
        customerId: ada,
        currency: EUR,
        paymentId: paymentId('collect/club/0/3'),
        amountMinor: minorUnits(1000),
        method: null,
        initiatedOn: null,
        settledOn: null,
        forItemId: null,
      },
    })
    expect(openMinor(world)).toBe(0)
    expect(types(world, 'SubscriptionReinstated')).toEqual(['SubscriptionReinstated'])
    expect(twice(world)).toEqual([])
    expect(world.turnedDown).toEqual([])
  })

  it('is never charged again after a hard decline', () => {
    const world = houseOn('2026-01-10', retrying)
    setCard(world)
    begin(world, byMandate)
    world.walkTo(day('2026-01-12'))
    decline(world, 'hard', 1)
    world.walkTo(day('2026-02-05'))
    expect(attempts(world)).toEqual(['2026-01-11 collect/club/0/1'])
    expect(world.turnedDown).toEqual([])
  })

  it('is reminded of like any other debt once no charge can follow', () => {
    const world = houseOn('2026-01-10', retrying)
    setCard(world)
    begin(world, byMandate)
    world.walkTo(day('2026-01-12'))
    decline(world, 'soft', 1)
    world.walkTo(day('2026-01-14'))
    expect(types(world, 'ReminderSent')).toEqual([])
    world.walkTo(day('2026-01-16'))
    decline(world, 'hard', 2)
    world.walkTo(day('2026-02-20'))
    expect(types(world, 'ReminderSent').length).toBeGreaterThan(0)
    expect(world.turnedDown).toEqual([])
  })

  it('expires where its card did, once the days of the rule are over', () => {
    const world = houseOn('2026-01-10', { ...retrying, reminders: null })
    setCard(world, day('2026-01-31'))
    begin(world, byMandate)
    world.walkTo(day('2026-02-17'))
    expect(types(world, 'SubscriptionExpired', 'SubscriptionRenewed')).toEqual([])
    world.walkTo(day('2026-02-18'))
    expect(types(world, 'SubscriptionExpired', 'SubscriptionRenewed')).toEqual([
      'SubscriptionExpired',
    ])
    expect(types(world, 'RenewalNoticeSent')).toEqual(['RenewalNoticeSent'])
    expect(world.turnedDown).toEqual([])
  })
})
