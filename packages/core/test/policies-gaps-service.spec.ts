import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { notice, policyOf } from '../src/collections/index.ts'
import { giveBackService } from '../src/policies/give-back-service.ts'
import { tradePolicies } from '../src/policies/index.ts'
import { changeId, net, orderId, subscriptionId, text } from '../src/shared/index.ts'
import { ada, day, giveCredit, houseOn, pay, place, reminding, ship } from './policies-words.ts'
import { reaction } from './policies-gaps-words.ts'
import { monthly } from './subscription-words.ts'

// What the house gives back once arrears are paid, with nobody there to carry it out.

const stopping = reminding(
  policyOf(text('stopping'), [notice(text('stop'), 10, [], { action: 'suspend' })]),
)
const others = tradePolicies.filter((one) => one !== giveBackService)
const club = subscriptionId('club')
/** A house that stops service ten days after a due day. */
const house = (): World => {
  const world = houseOn('2026-01-01', stopping, () => 1, others)
  giveCredit(world, 500_000)
  return world
}
const buy = (world: World, id: string, netDays: number): void => {
  place(world, 10_000, net(netDays), orderId(id))
  ship(world, orderId(id))
}
const subscribe = (world: World): void => {
  const about = { effectiveOn: world.today(), customerId: ada, subscriptionId: club }
  const start = { changeId: changeId('start'), plan: monthly, zone: text('Europe/Sofia') }
  const command = { type: 'StartSubscription', ...about, ...start, withTrial: false } as const
  world.tell({ room: 'subscription', command })
}
const says = (world: World, type = 'PaymentApplied') =>
  reaction(world, giveBackService, type, stopping).map((command) =>
    command.type === 'ReinstateService'
      ? `${command.effectiveOn} ${command.type} ${command.items.map((one) => `${one.dueOn} ${one.openMinor}`).join('+')}`
      : `${command.effectiveOn} ${command.type}`,
  )
const carryOut = (world: World, type: string): void => {
  for (const command of reaction(world, giveBackService, type, stopping)) {
    if (command.type === 'ReinstateService') world.tell({ room: 'collections', command })
    if (command.type === 'ReinstateSubscription') world.tell({ room: 'subscription', command })
    if (command.type === 'LiftHold') world.tell({ room: 'credit', command })
  }
}

describe('service that dunning has stopped', () => {
  it('comes back with the last of what it was stopped for, and tells what else is overdue', () => {
    const world = house()
    buy(world, 'a', 5)
    buy(world, 'b', 30)
    buy(world, 'c', 35)
    world.walkTo(day('2026-02-05'))
    pay(world, 9_999, 'most')
    expect(says(world)).toEqual([])
    pay(world, 1, 'rest')
    expect(says(world)).toEqual(['2026-02-05 ReinstateService 2026-01-31 10000'])
    carryOut(world, 'PaymentApplied')
    expect(says(world, 'ServiceReinstated')).toEqual(['2026-02-05 LiftHold'])
    carryOut(world, 'ServiceReinstated')
    expect([says(world), says(world, 'ServiceReinstated')]).toEqual([[], []])
  })

  it('was never stopped for who paid in time', () => {
    const world = house()
    buy(world, 'a', 30)
    world.walkTo(day('2026-01-20'))
    pay(world, 10_000)
    expect(says(world)).toEqual([])
  })
})

describe('a subscription that arrears stopped', () => {
  it('comes back once no period of its own is overdue, whatever else is', () => {
    const world = house()
    subscribe(world)
    buy(world, 'late', 11)
    world.walkTo(day('2026-01-12'))
    expect(world.dossier(ada).states.subscription.get('subscription-club')?.status).toBe(
      'suspended',
    )
    world.walkTo(day('2026-01-20'))
    pay(world, 999, 'most')
    expect(says(world)).toEqual([])
    pay(world, 1, 'rest')
    expect(says(world)).toEqual(['2026-01-20 ReinstateService 2026-01-12 10000'])
    carryOut(world, 'PaymentApplied')
    expect(says(world, 'ServiceReinstated')).toEqual([
      '2026-01-20 LiftHold',
      '2026-01-20 ReinstateSubscription',
    ])
    carryOut(world, 'ServiceReinstated')
    expect(says(world, 'ServiceReinstated')).toEqual([])
  })

  it('does not come back where it is over', () => {
    const world = house()
    subscribe(world)
    world.walkTo(day('2026-01-12'))
    const end = { changeId: changeId('end'), voluntary: true, reason: null }
    const about = { effectiveOn: day('2026-01-12'), customerId: ada, subscriptionId: club }
    world.tell({
      room: 'subscription',
      command: { type: 'RecordSubscriptionEnd', ...about, ...end },
    })
    world.walkTo(day('2026-01-20'))
    pay(world, 1_000)
    carryOut(world, 'PaymentApplied')
    expect(says(world, 'ServiceReinstated')).toEqual(['2026-01-20 LiftHold'])
  })
})
