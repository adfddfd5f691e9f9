import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { collectByMandate, isToBeCollected } from '../src/policies/collect-by-mandate.ts'
import type { TradeRules } from '../src/policies/index.ts'
import {
  changeId,
  itemId,
  minorUnits,
  paymentId,
  subscriptionId,
  text,
} from '../src/shared/index.ts'
import type { Plan, RetryPolicy, SubscriptionCommand } from '../src/subscription/index.ts'
import { ada, day, EUR } from './policies-words.ts'
import { house, quiet, reaction } from './policies-gaps-words.ts'
import { monthly } from './subscription-words.ts'

// What the house collects of a subscription's periods, with nobody there to carry it out.

const retry: RetryPolicy = { policyId: text('twice'), version: 1, afterDays: [3, 7] }
const trying: TradeRules = { ...quiet, retry }
const club = subscriptionId('club')
const first = itemId('subscription/club/0')
const about = (on: string) => ({ effectiveOn: day(on), customerId: ada, subscriptionId: club })
const tell = (world: World, command: SubscriptionCommand) =>
  world.tell({ room: 'subscription', command })
const begun = (plan: Plan = { ...monthly, collection: 'mandate' }): World => {
  const world = house(collectByMandate)
  const start = { changeId: changeId('start'), plan, zone: text('Europe/Sofia'), withTrial: false }
  tell(world, { type: 'StartSubscription', ...about('2026-01-01'), ...start })
  return world
}
const card = (world: World, expiresOn: string | null = null): void => {
  const method = { methodId: text('card'), kind: 'card', changeId: changeId('card') } as const
  const until = expiresOn === null ? null : day(expiresOn)
  tell(world, { type: 'RecordMandate', ...about('2026-01-01'), ...method, expiresOn: until })
}
const decline = (world: World, on: string, kind: 'soft' | 'hard'): void => {
  const failure = { changeId: changeId(`declined ${on}`), periodIndex: 0, decline: kind }
  tell(world, { type: 'RecordChargeFailure', ...about(on), ...failure, policy: retry })
}
const due = (world: World, on: string, rules = trying) =>
  (collectByMandate.due?.(day(on), world.dossier(ada), rules) ?? []).map(({ command }) =>
    command.type === 'RecordPendingPayment'
      ? [
          command.effectiveOn,
          command.paymentId,
          command.amountMinor,
          command.method,
          command.forItemId,
          command.sequence,
        ].join(' ')
      : command.type,
  )
const next = (world: World, on: string) =>
  collectByMandate.next?.(day(on), world.dossier(ada), quiet)
const planned = (world: World, rules = trying, item = first) =>
  isToBeCollected(world.dossier(ada), item, rules)
/** Carries out what is due on a day. */
const carryOut = (world: World, on: string): void => {
  for (const asked of collectByMandate.due?.(day(on), world.dossier(ada), trying) ?? [])
    world.tell(asked)
}
const attempt = (at: number, on: string) =>
  `${on} collect/club/0/${at} 1000 card subscription/club/0 0`

describe('a period to be paid by mandate', () => {
  it('is collected from its first day on, by a method that holds', () => {
    const world = begun()
    expect([due(world, '2026-01-01'), planned(world)]).toEqual([[], false])
    card(world, '2026-01-05')
    expect(planned(world)).toBe(true)
    expect(planned(world, trying, itemId('subscription/club/1'))).toBe(false)
    expect(due(world, '2026-01-01')).toEqual([attempt(1, '2026-01-01')])
    expect(due(world, '2026-01-05')).toEqual([attempt(1, '2026-01-05')])
    expect(due(world, '2026-01-06')).toEqual([])
    expect(next(world, '2026-01-01')).toBe('2026-01-02')
  })

  it('is collected once, and no more where it is under way or paid', () => {
    const world = begun()
    card(world)
    carryOut(world, '2026-01-01')
    expect([due(world, '2026-01-02'), next(world, '2026-01-01')]).toEqual([[], null])
    const paid = begun()
    card(paid)
    paid.tell({
      room: 'receivables',
      command: {
        type: 'RecordPayment',
        effectiveOn: day('2026-01-02'),
        customerId: ada,
        currency: EUR,
        paymentId: paymentId('collect/club/0/1'),
        amountMinor: minorUnits(1_000),
        method: null,
        initiatedOn: null,
        settledOn: null,
        forItemId: first,
      },
    })
    expect([due(paid, '2026-01-03'), next(paid, '2026-01-03')]).toEqual([[], null])
  })

  it('is not collected where its bill is paid by invoice, nor where nothing is known', () => {
    const world = begun(monthly)
    card(world)
    expect([due(world, '2026-01-02'), next(world, '2026-01-02')]).toEqual([[], null])
    expect(planned(world)).toBe(false)
    expect(next(house(), '2026-01-01')).toBeNull()
  })

  it('is tried again on the days of the rule, counted from the first decline, and then no more', () => {
    const world = begun()
    card(world)
    carryOut(world, '2026-01-01')
    decline(world, '2026-01-02', 'soft')
    const [failed] = reaction(world, collectByMandate, 'ChargeFailed', trying)
    expect(failed).toMatchObject({
      type: 'RecordFailedPayment',
      effectiveOn: '2026-01-02',
      paymentId: 'collect/club/0/1',
      amountMinor: 1_000,
      sequence: 1,
    })
    if (failed?.type !== 'RecordFailedPayment') throw new Error('not told')
    world.tell({ room: 'receivables', command: failed })
    expect(reaction(world, collectByMandate, 'ChargeFailed', trying)).toEqual([])
    expect(due(world, '2026-01-04')).toEqual([])
    expect(due(world, '2026-01-05')).toEqual([attempt(2, '2026-01-05')])
    expect([planned(world), planned(world, quiet)]).toEqual([true, false])
    expect(due(world, '2026-01-05', quiet)).toEqual([])
    expect(next(world, '2026-01-05')).toBe('2026-01-06')
  })

  it('is not tried again after a hard decline', () => {
    const world = begun()
    card(world)
    decline(world, '2026-01-02', 'hard')
    expect(reaction(world, collectByMandate, 'ChargeFailed', trying)).toEqual([])
    expect([due(world, '2026-01-10'), planned(world)]).toEqual([[], false])
  })
})
