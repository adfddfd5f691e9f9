import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { ChurnRule } from '../src/churn/index.ts'
import { churnWatch } from '../src/policies/churn-watch.ts'
import type { Asked, TradeRules } from '../src/policies/index.ts'
import { changeId, net, orderId, subscriptionId, text } from '../src/shared/index.ts'
import type { SubscriptionCommand } from '../src/subscription/index.ts'
import { ada, day, houseOn, houseRules, place } from './policies-words.ts'
import { monthly } from './subscription-words.ts'

// What the house says of silence and of contracts that end, with nobody there to carry it out.

const habit: ChurnRule = {
  kind: 'habit',
  ruleId: text('habit'),
  version: 1,
  atRiskHundredths: 150,
  churnedHundredths: 300,
  floorDays: 10,
}
const contract: ChurnRule = { kind: 'contract', ruleId: text('contract'), version: 1, graceDays: 5 }
const alive: ChurnRule = {
  kind: 'alive',
  ruleId: text('alive'),
  version: 1,
  atRiskBelowBasisPoints: 5_000,
  churnedBelowBasisPoints: 1_000,
}
const by = (churn: ChurnRule | null): TradeRules => ({ ...houseRules, churn })
const house = (): World => houseOn('2026-01-01', houseRules, () => 0, [])
const buy = (world: World, on: string): void => {
  world.walkTo(day(on))
  place(world, 1_000, net(14), orderId(`bought on ${on}`))
}
const cancel = (world: World, on: string): void => {
  const about = { effectiveOn: world.today(), customerId: ada, orderId: orderId(`bought on ${on}`) }
  const command = { type: 'CancelOrder', ...about, changeId: changeId(on), reason: null } as const
  world.tell({ room: 'order', command })
}
const subscribe = (world: World, name: string, on: string, withTrial = false): void => {
  const about = { effectiveOn: day(on), customerId: ada, subscriptionId: subscriptionId(name) }
  const plan = withTrial ? { ...monthly, trialDays: 14 } : monthly
  const begun = { changeId: changeId('start'), plan, zone: text('Europe/Sofia'), withTrial }
  const command: SubscriptionCommand = { type: 'StartSubscription', ...about, ...begun }
  world.tell({ room: 'subscription', command })
}
const expire = (world: World, name: string, on: string): void => {
  const about = { effectiveOn: day(on), customerId: ada, subscriptionId: subscriptionId(name) }
  const command = { type: 'ExpireSubscription', ...about, changeId: changeId('end') } as const
  world.tell({ room: 'subscription', command })
}
const told = (asked: ReadonlyArray<Asked>): ReadonlyArray<string> =>
  asked.map(({ command }) =>
    command.type === 'AssessChurn'
      ? `${command.effectiveOn} ${JSON.stringify(command.known).replaceAll(/["{}]/g, '')}`
      : command.type,
  )
const due = (world: World, on: string, rule: ChurnRule | null) =>
  told(churnWatch.due?.(day(on), world.dossier(ada), by(rule)) ?? [])
const next = (world: World, on: string, rule: ChurnRule | null) =>
  churnWatch.next?.(day(on), world.dossier(ada), by(rule))
const react = (world: World, rule: ChurnRule | null) => {
  const last = world.log.at(-1)
  return last === undefined
    ? []
    : told(churnWatch.react?.(last, world.dossier(ada), by(rule)) ?? [])
}
/** Carries out what is due on a day. */
const carryOut = (world: World, on: string, rule: ChurnRule): void => {
  for (const asked of churnWatch.due?.(day(on), world.dossier(ada), by(rule)) ?? [])
    world.tell(asked)
}
const none: ReadonlyArray<string> = []

describe('silence held against a habit', () => {
  it('is asked about on the days on which it breaks, by purchases that were not called off', () => {
    const world = house()
    expect([due(world, '2026-06-01', habit), next(world, '2026-01-01', habit)]).toEqual([
      none,
      null,
    ])
    buy(world, '2026-01-01')
    buy(world, '2026-01-21')
    buy(world, '2026-02-01')
    cancel(world, '2026-02-01')
    // Every twenty days: at risk after thirty, gone after sixty.
    expect(next(world, '2026-02-02', habit)).toBe('2026-02-21')
    expect(next(world, '2026-02-21', habit)).toBe('2026-03-23')
    expect(next(world, '2026-03-23', habit)).toBeNull()
    expect(due(world, '2026-02-20', habit)).toEqual(none)
    const days = 'kind:purchases,purchaseDays:[2026-01-01,2026-01-21]'
    expect(due(world, '2026-02-21', habit)).toEqual([`2026-02-21 ${days}`])
    expect(due(world, '2026-05-01', habit)).toEqual([`2026-02-21 ${days}`, `2026-03-23 ${days}`])
    expect(due(world, '2026-01-15', habit)).toEqual(none)
  })

  it('is asked about once, and no more of who is gone', () => {
    const world = house()
    buy(world, '2026-01-01')
    buy(world, '2026-01-21')
    carryOut(world, '2026-02-21', habit)
    expect(due(world, '2026-02-21', habit)).toEqual(none)
    expect(due(world, '2026-03-23', habit)).toHaveLength(1)
    carryOut(world, '2026-03-23', habit)
    expect(due(world, '2026-06-01', habit)).toEqual(none)
  })

  it('is broken by a purchase of somebody who was at risk, and by no other fact', () => {
    const world = house()
    buy(world, '2026-01-01')
    buy(world, '2026-01-21')
    expect(react(world, habit)).toEqual(none)
    carryOut(world, '2026-02-21', habit)
    expect(react(world, habit)).toEqual(none)
    buy(world, '2026-02-25')
    expect(react(world, habit)).toEqual([
      '2026-02-25 kind:purchases,purchaseDays:[2026-01-01,2026-01-21,2026-02-25]',
    ])
    expect(react(world, null)).toEqual(none)
  })

  it('says nothing in a house without a rule, or with one that a model answers', () => {
    const world = house()
    buy(world, '2026-01-01')
    for (const rule of [null, alive]) {
      expect(due(world, '2026-06-01', rule)).toEqual(none)
      expect(next(world, '2026-01-01', rule)).toBeNull()
    }
  })
})

describe('a contract that is over', () => {
  it('is a risk on its last day and a loss after its grace, once no other runs', () => {
    const world = house()
    subscribe(world, 'a', '2026-01-01')
    expect([due(world, '2026-03-01', contract), next(world, '2026-01-01', contract)]).toEqual([
      none,
      null,
    ])
    subscribe(world, 'b', '2026-01-10')
    expire(world, 'a', '2026-02-01')
    expect(due(world, '2026-03-01', contract)).toEqual(none)
    expect(next(world, '2026-02-01', contract)).toBeNull()
    expire(world, 'b', '2026-02-10')
    expect(next(world, '2026-02-10', contract)).toBe('2026-02-16')
    expect(next(world, '2026-02-16', contract)).toBeNull()
    const known =
      'kind:contracts,contracts:[contractId:a,startedOn:2026-01-01,endedOn:2026-02-01,voluntary:null,contractId:b,startedOn:2026-01-10,endedOn:2026-02-10,voluntary:null]'
    expect(due(world, '2026-02-10', contract)).toEqual([`2026-02-10 ${known}`])
    expect(due(world, '2026-02-15', contract)).toEqual([`2026-02-10 ${known}`])
    expect(due(world, '2026-02-16', contract)).toEqual([
      `2026-02-10 ${known}`,
      `2026-02-16 ${known}`,
    ])
    carryOut(world, '2026-02-16', contract)
    expect(due(world, '2026-03-01', contract)).toEqual(none)
    subscribe(world, 'c', '2026-03-02')
    expect(react(world, contract)).toEqual([
      `2026-03-02 ${known.slice(0, -1)},contractId:c,startedOn:2026-03-02,endedOn:null,voluntary:null]`,
    ])
  })

  it('is none where there was a trial only', () => {
    const world = house()
    subscribe(world, 'trial', '2026-01-01', true)
    expect(due(world, '2026-03-01', contract)).toEqual(none)
    expire(world, 'trial', '2026-01-15')
    expect(due(world, '2026-03-01', contract)).toEqual(none)
  })
})
