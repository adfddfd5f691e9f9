import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { TradeRules } from '../src/policies/index.ts'
import { changeId, subscriptionId, text } from '../src/shared/index.ts'
import type { Plan, SubscriptionCommand } from '../src/subscription/index.ts'
import { ada, day, houseOn, houseRules, twice, types } from './policies-words.ts'
import { monthly } from './subscription-words.ts'

const rules: TradeRules = {
  ...houseRules,
  reminders: null,
  churn: { kind: 'contract', ruleId: text('contract'), version: 1, graceDays: 5 },
}
const about = (world: World) => ({
  effectiveOn: world.today(),
  customerId: ada,
  subscriptionId: subscriptionId('club'),
})
const change = (world: World, what: string) => ({
  ...about(world),
  changeId: changeId(`${what} on ${world.today()}`),
})
const tell = (world: World, command: SubscriptionCommand) =>
  world.tell({ room: 'subscription', command })

/** A subscription from 10 January on. */
const begun = (plan: Plan = monthly): World => {
  const world = houseOn('2026-01-10', rules)
  const mandate = { methodId: text('card-1'), kind: 'card', expiresOn: day('2026-01-31') } as const
  tell(world, { type: 'RecordMandate', ...change(world, 'card'), ...mandate })
  const zone = text('Europe/Sofia')
  tell(world, {
    type: 'StartSubscription',
    ...change(world, 'start'),
    plan,
    zone,
    withTrial: false,
  })
  return world
}
const cancel = (world: World, voluntary: boolean, at: 'now' | 'periodEnd' = 'periodEnd') =>
  tell(world, {
    type: 'CancelSubscription',
    ...change(world, 'cancel'),
    at,
    voluntary,
    reason: null,
  })

/** Who left by the end of March, with the day, and whether of their own will. */
const gone = (world: World): ReadonlyArray<string> => {
  world.walkTo(day('2026-03-31'))
  expect(twice(world)).toEqual([])
  expect(world.turnedDown).toEqual([])
  return world.log.flatMap(({ event }) =>
    event.type === 'CustomerChurned' ? [`${event.effectiveOn} ${String(event.voluntary)}`] : [],
  )
}

describe('a customer whose contract is over', () => {
  it('left of their own will where they cancelled it', () => {
    const world = begun()
    cancel(world, true)
    expect(gone(world)).toEqual(['2026-02-16 true'])
  })

  it('was lost against their will where the house cancelled it for want of payment', () => {
    const world = begun()
    world.walkTo(day('2026-01-20'))
    cancel(world, false, 'now')
    expect(gone(world)).toEqual(['2026-01-26 false'])
  })

  it('was lost against their will where the renewal could not be collected', () => {
    const world = begun({ ...monthly, collection: 'mandate' })
    expect(gone(world)).toEqual(['2026-02-16 false'])
    expect(types(world, 'SubscriptionExpired')).toHaveLength(1)
  })

  it('did not leave where they took the cancellation back, and is lost against their will later', () => {
    const world = begun({ ...monthly, collection: 'mandate' })
    cancel(world, true)
    world.walkTo(day('2026-01-15'))
    tell(world, { type: 'WithdrawCancellation', ...change(world, 'stay') })
    expect(gone(world)).toEqual(['2026-02-16 false'])
  })
})
