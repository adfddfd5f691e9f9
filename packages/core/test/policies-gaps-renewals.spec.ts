import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { renewals } from '../src/policies/renewals.ts'
import type { TradeRules } from '../src/policies/index.ts'
import { changeId, subscriptionId, text } from '../src/shared/index.ts'
import type { Plan, SubscriptionCommand } from '../src/subscription/index.ts'
import { ada, day, houseOn, houseRules } from './policies-words.ts'
import { monthly } from './subscription-words.ts'

// What the house asks of subscriptions as their days come, with nobody there to carry it out.

const club = subscriptionId('club')
const house = (): World => houseOn('2026-01-01', houseRules, () => 0, [])
const about = (on: string) => ({ effectiveOn: day(on), customerId: ada, subscriptionId: club })
const tell = (world: World, command: SubscriptionCommand) =>
  world.tell({ room: 'subscription', command })
const begun = (plan: Plan = monthly, withTrial = false): World => {
  const world = house()
  const zone = text('Europe/Sofia')
  const start = { ...about('2026-01-10'), changeId: changeId('start'), plan, zone, withTrial }
  tell(world, { type: 'StartSubscription', ...start })
  return world
}
const card = (world: World, on: string, expiresOn: string | null = null): void => {
  const method = { methodId: text('card'), kind: 'card' } as const
  const until = expiresOn === null ? null : day(expiresOn)
  const change = { changeId: changeId(`card ${on}`) }
  tell(world, { type: 'RecordMandate', ...about(on), ...change, ...method, expiresOn: until })
}
const trying: TradeRules = {
  ...houseRules,
  retry: { policyId: text('twice'), version: 1, afterDays: [3, 7] },
}
const due = (world: World, on: string, rules: TradeRules = houseRules) =>
  (renewals.due?.(day(on), world.dossier(ada), rules) ?? []).map(({ command }) =>
    [
      command.effectiveOn,
      command.type,
      ...('periodIndex' in command ? [command.periodIndex] : []),
      ...('firstCharge' in command ? [command.firstCharge] : []),
    ].join(' '),
  )
const next = (world: World, on: string) => renewals.next?.(day(on), world.dossier(ada), houseRules)
const none: ReadonlyArray<string> = []
const byMandate: Plan = { ...monthly, collection: 'mandate' }
const withTrial: Plan = { ...monthly, trialDays: 14 }

describe('a subscription that goes on', () => {
  it('is announced from its notice day until it is renewed, once', () => {
    const world = begun()
    expect(due(world, '2026-02-06')).toEqual(none)
    expect(due(world, '2026-02-07')).toEqual(['2026-02-07 SendRenewalNotice 1'])
    expect(due(world, '2026-02-09')).toEqual(['2026-02-09 SendRenewalNotice 1'])
    expect(due(world, '2026-02-10')).toEqual(['2026-02-10 RenewSubscription 1'])
    tell(world, { type: 'SendRenewalNotice', ...about('2026-02-07'), periodIndex: 1 })
    expect(due(world, '2026-02-09')).toEqual(none)
    expect(due(world, '2026-01-09')).toEqual(none)
  })

  it('is renewed for every period that has begun, each on its own day', () => {
    expect(due(begun(), '2026-04-10')).toEqual([
      '2026-02-10 RenewSubscription 1',
      '2026-03-10 RenewSubscription 2',
      '2026-04-10 RenewSubscription 3',
    ])
  })

  it('is looked at on the day of its notice, of its renewal, and daily while that waits', () => {
    const world = begun()
    expect(next(house(), '2026-01-10')).toBeNull()
    expect(next(world, '2026-01-10')).toBe('2026-02-07')
    expect(next(world, '2026-02-07')).toBe('2026-02-10')
    expect(next(world, '2026-02-10')).toBe('2026-02-11')
    expect(next(world, '2026-02-20')).toBe('2026-02-21')
  })

  it('is left alone once it is over', () => {
    const world = begun()
    tell(world, { type: 'ExpireSubscription', ...about('2026-02-10'), changeId: changeId('end') })
    expect(due(world, '2026-02-10')).toEqual(none)
    expect(due(world, '2026-03-10')).toEqual(none)
    expect(next(world, '2026-02-10')).toBeNull()
  })

  it('by mandate is not renewed with no method, waits as long as the house tries, and ends', () => {
    const world = begun(byMandate)
    expect(due(world, '2026-02-10')).toEqual(none)
    expect(due(world, '2026-02-11')).toEqual(['2026-02-11 ExpireSubscription'])
    expect(due(world, '2026-02-17', trying)).toEqual(none)
    expect(due(world, '2026-02-18', trying)).toEqual(['2026-02-18 ExpireSubscription'])
    card(world, '2026-02-12')
    expect(due(world, '2026-02-15', trying)).toEqual(['2026-02-10 RenewSubscription 1'])
  })

  it('by a method that ends is renewed up to its last day, and no period after the first that fails', () => {
    const world = begun(byMandate)
    card(world, '2026-01-10', '2026-02-10')
    expect(due(world, '2026-02-10')).toEqual(['2026-02-10 RenewSubscription 1'])
    expect(due(world, '2026-05-10', trying)).toEqual([
      '2026-02-10 RenewSubscription 1',
      '2026-05-10 ExpireSubscription',
    ])
  })
})

describe('a trial', () => {
  it('becomes a contract on the day on which it is over, or fails where it cannot be charged', () => {
    const world = begun(withTrial, true)
    expect(next(world, '2026-01-20')).toBe('2026-01-21')
    expect(next(world, '2026-01-21')).toBe('2026-01-24')
    expect(next(world, '2026-01-24')).toBe('2026-01-25')
    expect(due(world, '2026-01-23')).toEqual(['2026-01-23 SendRenewalNotice 0'])
    expect(due(world, '2026-01-24')).toEqual(['2026-01-24 ConvertTrial invoiced'])
    expect(due(world, '2026-02-20')).toEqual(['2026-01-24 ConvertTrial invoiced'])
    const unpaid = begun({ ...withTrial, collection: 'mandate' }, true)
    expect(due(unpaid, '2026-01-24')).toEqual(['2026-01-24 ConvertTrial failed'])
    card(unpaid, '2026-01-26')
    expect(due(unpaid, '2026-01-27')).toEqual(['2026-01-24 ConvertTrial invoiced'])
  })
})
