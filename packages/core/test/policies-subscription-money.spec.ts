import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { receivablesOf } from '../src/policies/index.ts'
import { creditMinor, grossOpenMinor, unappliedMinor } from '../src/receivables/index.ts'
import { changeId, minorUnits, paymentId, subscriptionId, text } from '../src/shared/index.ts'
import type { Plan, SubscriptionCommand } from '../src/subscription/index.ts'
import { ada, day, EUR, houseOn, houseRules, twice, types } from './policies-words.ts'
import { monthly, price } from './subscription-words.ts'

const club = subscriptionId('club')
const about = (world: World) => ({
  effectiveOn: world.today(),
  customerId: ada,
  subscriptionId: club,
})
const change = (world: World, what: string) => ({
  ...about(world),
  changeId: changeId(`${what} on ${world.today()}`),
})
const tell = (world: World, command: SubscriptionCommand) =>
  world.tell({ room: 'subscription', command })

/** A subscription that began on 1 April, of 30 days: 10.00 a month unless said otherwise. */
const begun = (plan: Plan = monthly): World => {
  const world = houseOn('2026-04-01', { ...houseRules, reminders: null })
  tell(world, {
    type: 'StartSubscription',
    ...change(world, 'start'),
    plan,
    zone: text('Europe/Sofia'),
    withTrial: false,
  })
  return world
}
const pay = (world: World, amountMinor: number): void => {
  world.tell({
    room: 'receivables',
    command: {
      type: 'RecordPayment',
      effectiveOn: world.today(),
      customerId: ada,
      currency: EUR,
      paymentId: paymentId(`on ${world.today()}`),
      amountMinor: minorUnits(amountMinor),
      method: null,
      initiatedOn: null,
      settledOn: null,
      forItemId: null,
    },
  })
}

/** What was billed and credited, in order. */
const money = (world: World): ReadonlyArray<string> =>
  world.log.flatMap(({ event }) =>
    event.type === 'InvoiceIssued'
      ? [`${event.effectiveOn} ${event.invoiceId} ${event.totalMinor}`]
      : event.type === 'InvoiceCorrected'
        ? [`${event.effectiveOn} ${event.invoiceId} ${-event.amountMinor}`]
        : [],
  )
const sums = (world: World) => {
  const account = receivablesOf(world.dossier(ada), EUR)
  if (account === undefined) return undefined
  return {
    openMinor: grossOpenMinor(account),
    creditMinor: creditMinor(account),
    unappliedMinor: unappliedMinor(account),
  }
}
const isQuiet = (world: World): void => {
  expect(twice(world)).toEqual([])
  expect(world.turnedDown).toEqual([])
}

describe('a cheaper plan in the middle of a period', () => {
  const downgrade = (world: World) =>
    tell(world, {
      type: 'ChangePlan',
      ...change(world, 'down'),
      plan: price(400),
      when: 'now',
    })

  it('lowers a bill that is open by what the days that are left cost less', () => {
    const world = begun()
    world.walkTo(day('2026-04-16'))
    downgrade(world)
    expect(money(world)).toEqual([
      '2026-04-01 subscription/club/0 1000',
      '2026-04-16 subscription/club/0 -300',
    ])
    expect(sums(world)).toEqual({ openMinor: 700, creditMinor: 0, unappliedMinor: 0 })
    isQuiet(world)
  })

  it('becomes credit balance where the bill was paid, and pays the next one', () => {
    const world = begun()
    pay(world, 1_000)
    world.walkTo(day('2026-04-16'))
    downgrade(world)
    expect(sums(world)).toEqual({ openMinor: 0, creditMinor: 300, unappliedMinor: 0 })
    world.walkTo(day('2026-05-01'))
    expect(sums(world)).toEqual({ openMinor: 100, creditMinor: 0, unappliedMinor: 0 })
    isQuiet(world)
  })

  it('after a dearer one on the same day takes back what that one cost first', () => {
    const world = begun()
    world.walkTo(day('2026-04-16'))
    tell(world, { type: 'ChangePlan', ...change(world, 'up'), plan: price(2_000), when: 'now' })
    downgrade(world)
    expect(money(world).slice(1)).toEqual([
      '2026-04-16 subscription/club/change/up on 2026-04-16 500',
      '2026-04-16 subscription/club/change/up on 2026-04-16 -500',
      '2026-04-16 subscription/club/0 -300',
    ])
    expect(sums(world)).toEqual({ openMinor: 700, creditMinor: 0, unappliedMinor: 0 })
    isQuiet(world)
  })
})

describe('a pause that leaves the period as it is', () => {
  const keeping: Plan = { ...monthly, pause: { maxDays: 30, noticeDays: 0, period: 'keep' } }
  const pause = (world: World) =>
    tell(world, {
      type: 'PauseSubscription',
      ...change(world, 'pause'),
      from: day('2026-04-16'),
      to: day('2026-04-22'),
    })

  it('is credited by its days', () => {
    const world = begun(keeping)
    world.walkTo(day('2026-04-10'))
    pause(world)
    expect(money(world).slice(1)).toEqual(['2026-04-10 subscription/club/0 -200'])
    isQuiet(world)
  })

  it('and ends early is billed again for the days that were not paused, and no other [edge 73]', () => {
    const world = begun(keeping)
    world.walkTo(day('2026-04-10'))
    pause(world)
    world.walkTo(day('2026-04-19'))
    tell(world, { type: 'ResumeSubscription', ...change(world, 'resume') })
    expect(money(world).slice(1)).toEqual([
      '2026-04-10 subscription/club/0 -200',
      '2026-04-19 subscription/club/resumption/resume on 2026-04-19 100',
    ])
    expect(sums(world)).toEqual({ openMinor: 900, creditMinor: 0, unappliedMinor: 0 })
    isQuiet(world)
  })
})

describe('a cancellation at once', () => {
  const cancel = (world: World, at: 'now' | 'periodEnd' = 'now') =>
    tell(world, {
      type: 'CancelSubscription',
      ...change(world, 'cancel'),
      at,
      voluntary: true,
      reason: null,
    })

  it('gives the unused days back where the plan says so, and nothing else', () => {
    const world = begun({ ...monthly, refundOnCancel: 'unusedDays' })
    pay(world, 1_000)
    world.walkTo(day('2026-04-13'))
    cancel(world)
    world.walkTo(day('2026-06-01'))
    expect(money(world).slice(1)).toEqual(['2026-04-13 subscription/club/0 -600'])
    expect(sums(world)).toEqual({ openMinor: 0, creditMinor: 600, unappliedMinor: 0 })
    isQuiet(world)
  })

  it('gives nothing back where the plan does not', () => {
    const world = begun()
    world.walkTo(day('2026-04-13'))
    cancel(world)
    expect(types(world, 'InvoiceCorrected')).toEqual([])
    expect(sums(world)).toEqual({ openMinor: 1_000, creditMinor: 0, unappliedMinor: 0 })
    isQuiet(world)
  })

  it('that is withdrawn in time takes the fee for leaving back with it', () => {
    const commitment = {
      periods: 12,
      earlyTermination: { kind: 'fee', feeMinor: minorUnits(5_000) },
    } as const
    const world = begun({ ...monthly, commitment })
    cancel(world, 'periodEnd')
    expect(sums(world)?.openMinor).toBe(6_000)
    world.walkTo(day('2026-04-10'))
    tell(world, { type: 'WithdrawCancellation', ...change(world, 'stay') })
    expect(sums(world)).toEqual({ openMinor: 1_000, creditMinor: 0, unappliedMinor: 0 })
    isQuiet(world)
  })
})

describe('a subscription that was suspended for what it owed', () => {
  const suspend = (world: World) =>
    tell(world, { type: 'SuspendSubscription', ...change(world, 'stop'), reason: null })

  it('bills no day of the suspension when it is reinstated', () => {
    const world = begun()
    world.walkTo(day('2026-04-20'))
    suspend(world)
    world.walkTo(day('2026-06-13'))
    pay(world, 1_000)
    expect(types(world, 'SubscriptionReinstated').length).toBe(1)
    world.walkTo(day('2026-07-01'))
    // May was lost whole; of June 18 days of 30 were served.
    expect(money(world)).toEqual([
      '2026-04-01 subscription/club/0 1000',
      '2026-06-13 subscription/club/2 600',
      '2026-07-01 subscription/club/3 1000',
    ])
    isQuiet(world)
  })
})
