import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { SequencePolicy } from '../src/engagement/index.ts'
import { onboarding } from '../src/policies/onboarding.ts'
import { tradePolicies, type Asked, type TradeRules } from '../src/policies/index.ts'
import { creditId, minorUnits, paymentId, refundId, text } from '../src/shared/index.ts'
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
  sofa,
} from './policies-words.ts'

// What the house asks of the sequence that follows a purchase.

const step = (stepId: string, days: number): SequencePolicy['steps'][number] => ({
  stepId: text(stepId),
  day: { kind: 'offset', days },
  template: 'welcome',
  isUpsell: false,
  channels: ['email'],
  needsConsent: true,
})
const policy: SequencePolicy = {
  policyId: text('welcome'),
  version: 1,
  steps: [step('hello', 1), step('tip', 5)],
  onRefund: 'stopAll',
}
const welcoming: TradeRules = { ...houseRules, reminders: null, onboarding: policy }
const others = tradePolicies.filter((one) => one !== onboarding)
/** A house that bills and applies cash, and of which nobody looks after the sequences. */
const house = (): World => {
  const world = houseOn('2026-01-01', welcoming, () => 0, others)
  giveCredit(world, 500_000)
  return world
}
const enrol = (world: World, id = sofa): void => {
  const about = { effectiveOn: world.today(), customerId: ada, orderId: id }
  world.tell({
    room: 'engagement',
    command: { type: 'EnrolInSequence', ...about, policy, arm: null },
  })
}
const run = (world: World, on: string): void => {
  const about = {
    effectiveOn: day(on),
    customerId: ada,
    orderId: sofa,
    consented: ['email'],
  } as const
  world.tell({ room: 'engagement', command: { type: 'RunSequence', ...about } })
}
const told = (asked: ReadonlyArray<Asked>): ReadonlyArray<string> =>
  asked.map(({ command }) =>
    [
      command.effectiveOn,
      command.type,
      ...('orderId' in command ? [command.orderId] : []),
      ...('reason' in command ? [command.reason] : []),
      ...('consented' in command ? [command.consented.join('+')] : []),
    ].join(' '),
  )
const due = (world: World, on: string) =>
  told(onboarding.due?.(day(on), world.dossier(ada), welcoming) ?? [])
const next = (world: World, on: string) => onboarding.next?.(day(on), world.dossier(ada), welcoming)
/** What the policy answers to the last fact of a type. */
const react = (world: World, type: string, rules: TradeRules = welcoming) => {
  const fact = world.log.findLast(({ event }) => event.type === type)
  if (fact === undefined) throw new Error(`no ${type}: ${JSON.stringify(world.turnedDown)}`)
  return told(onboarding.react?.(fact, world.dossier(ada), rules) ?? [])
}
const requestRefund = (
  world: World,
  from: { kind: 'cash'; paymentId: string } | { kind: 'credit'; creditId: string },
  amountMinor: number,
): void => {
  world.tell({
    room: 'receivables',
    command: {
      type: 'RequestRefund',
      effectiveOn: world.today(),
      customerId: ada,
      currency: EUR,
      refundId: refundId('RF'),
      from:
        from.kind === 'cash'
          ? { kind: 'cash', paymentId: paymentId(from.paymentId) }
          : { kind: 'credit', creditId: creditId(from.creditId) },
      amountMinor: minorUnits(amountMinor),
      reason: null,
    },
  })
}
const none: ReadonlyArray<string> = []

describe('a confirmed order', () => {
  it('begins its sequence once, in a house that has one', () => {
    const world = house()
    place(world, 10_000)
    expect(react(world, 'OrderConfirmed')).toEqual(['2026-01-01 EnrolInSequence sofa/1'])
    expect(react(world, 'OrderConfirmed', { ...welcoming, onboarding: null })).toEqual(none)
    enrol(world)
    expect(react(world, 'OrderConfirmed')).toEqual(none)
  })

  it('is followed step by step, on no day twice, by the channels that were agreed to', () => {
    const world = house()
    place(world, 10_000)
    expect([due(world, '2026-06-01'), next(world, '2026-01-01')]).toEqual([none, null])
    enrol(world)
    expect(next(world, '2026-01-01')).toBe('2026-01-02')
    expect(due(world, '2026-01-01')).toEqual(none)
    expect(due(world, '2026-01-02')).toEqual(['2026-01-02 RunSequence sofa/1 email+letter'])
    run(world, '2026-01-06')
    expect(due(world, '2026-01-06')).toEqual(none)
    expect(next(world, '2026-01-06')).toBe('2026-01-07')
    expect(due(world, '2026-01-07')).toEqual(['2026-01-07 RunSequence sofa/1 email+letter'])
    run(world, '2026-01-07')
    expect([due(world, '2026-06-01'), next(world, '2026-01-07')]).toEqual([none, null])
  })
})

describe('whoever wants the money back', () => {
  it('is left alone: a refund of what the order’s item had got', () => {
    const world = house()
    place(world, 10_000)
    ship(world)
    enrol(world)
    pay(world, 12_000, 'P')
    requestRefund(world, { kind: 'cash', paymentId: 'P' }, 2_000)
    expect(react(world, 'RefundRequested')).toEqual([
      '2026-01-01 StopSequence sofa/1 refundRequested',
    ])
    const about = { effectiveOn: world.today(), customerId: ada, orderId: sofa }
    const stop = { type: 'StopSequence', ...about, reason: 'refundRequested' } as const
    world.tell({ room: 'engagement', command: stop })
    expect(react(world, 'RefundRequested')).toEqual(none)
  })

  it('is left alone: a refund of a credit note on the order’s item', () => {
    const world = house()
    place(world, 10_000)
    ship(world)
    enrol(world)
    pay(world, 10_000, 'P')
    const [item] = [...world.dossier(ada).states.receivables.values()].flatMap(({ closed }) => [
      ...closed.keys(),
    ])
    if (item === undefined) throw new Error('no item')
    world.tell({
      room: 'receivables',
      command: {
        type: 'IssueCredit',
        effectiveOn: world.today(),
        customerId: ada,
        currency: EUR,
        creditId: creditId('N'),
        itemId: item,
        amountMinor: minorUnits(1_000),
        reason: null,
      },
    })
    requestRefund(world, { kind: 'credit', creditId: 'N' }, 500)
    expect(react(world, 'RefundRequested')).toEqual([
      '2026-01-01 StopSequence sofa/1 refundRequested',
    ])
  })

  it('stops nothing where the money was for no order, or all steps were had', () => {
    const world = house()
    place(world, 10_000)
    enrol(world)
    pay(world, 2_000, 'P')
    requestRefund(world, { kind: 'cash', paymentId: 'P' }, 1_000)
    expect(react(world, 'RefundRequested')).toEqual(none)
    const done = house()
    place(done, 10_000)
    ship(done)
    enrol(done)
    run(done, '2026-01-06')
    run(done, '2026-01-07')
    pay(done, 12_000, 'P')
    requestRefund(done, { kind: 'cash', paymentId: 'P' }, 2_000)
    expect(react(done, 'RefundRequested')).toEqual(none)
  })
})
