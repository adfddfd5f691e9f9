import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { runs } from '@tenure/house-rules/runs'
import { exposureMinor } from '../src/credit/index.ts'
import { balanceOf } from '../src/loyalty/index.ts'
import {
  creditOf,
  loyaltyOf,
  receivablesOf,
  tradePolicies,
  type Policy,
  type TradeRules,
} from '../src/policies/index.ts'
import { creditMinor, grossOpenMinor, unappliedMinor } from '../src/receivables/index.ts'
import type { ReceivablesCommand } from '../src/receivables/index.ts'
import {
  addDays,
  changeId,
  minorUnits,
  net,
  orderId,
  paymentId,
  text,
} from '../src/shared/index.ts'
import { enrol, houseWithPoints } from './policies-more-words.ts'
import { ada, EUR, giveCredit, houseOn, place, ship } from './policies-words.ts'

const rules: TradeRules = {
  ...houseWithPoints,
  risk: { ruleId: text('two of three'), version: 1, lateCount: 2, outOf: 3, lateDays: 5 },
  onboarding: {
    policyId: text('welcome'),
    version: 1,
    steps: [
      {
        stepId: text('hello'),
        day: { kind: 'offset', days: 1 },
        template: 'welcome',
        isUpsell: false,
        channels: ['email'],
        needsConsent: true,
      },
    ],
    onRefund: 'stopAll',
  },
}

const about = (world: World) => ({ effectiveOn: world.today(), customerId: ada, currency: EUR })

/** Where a customer's accounts stand. */
const ends = (world: World) => {
  const dossier = world.dossier(ada)
  const account = receivablesOf(dossier, EUR)
  const credit = creditOf(dossier)
  const loyalty = loyaltyOf(dossier)
  return {
    openMinor: account === undefined ? 0 : grossOpenMinor(account),
    unappliedMinor: account === undefined ? 0 : unappliedMinor(account),
    creditMinor: account === undefined ? 0 : creditMinor(account),
    exposureMinor: credit === undefined ? 0 : exposureMinor(credit),
    points: loyalty === undefined ? 0 : balanceOf(loyalty),
  }
}

interface Notice {
  readonly payment: number
  readonly says: 'pending' | 'failed' | 'received'
}
const commandOf = (
  world: World,
  { payment, says }: Notice,
  amountMinor: number,
): ReceivablesCommand => {
  const facts = { ...about(world), paymentId: paymentId(`p${payment}`), method: null }
  const sums = { ...facts, amountMinor: minorUnits(amountMinor), forItemId: null }
  if (says === 'received')
    return { type: 'RecordPayment', ...sums, initiatedOn: null, settledOn: null }
  return says === 'pending'
    ? { type: 'RecordPendingPayment', ...sums, sequence: 0 }
    : { type: 'RecordFailedPayment', ...sums, sequence: 1, reason: null }
}

/** Payments with what their source says of each in order: begun, perhaps declined once, perhaps received. */
const payments = fc.array(
  fc.record({
    amountMinor: fc.integer({ min: 1_000, max: 60_000 }),
    says: fc.constantFrom<ReadonlyArray<Notice['says']>>(
      ['pending', 'received'],
      ['pending', 'failed'],
      ['pending', 'failed', 'received'],
    ),
  }),
  { minLength: 1, maxLength: 5 },
)

const sold = (): World => {
  const world = houseOn('2026-03-01', rules)
  giveCredit(world, 500_000)
  enrol(world)
  for (const [named, priceMinor] of [
    ['a', 40_000],
    ['b', 50_000],
  ] as const) {
    place(world, priceMinor, net(14), orderId(named))
    ship(world, orderId(named))
  }
  return world
}

describe('notices of one source', () => {
  it('lead to the same end in another order, and told twice [inv 45] [edge 25]', () => {
    const shuffled = payments.chain((made) => {
      const notices = made.flatMap(({ says }, payment) =>
        says.map((word) => ({ payment, says: word })),
      )
      const any = fc.shuffledSubarray([...notices, ...notices], {
        minLength: notices.length * 2,
        maxLength: notices.length * 2,
      })
      return fc.tuple(fc.constant(made), fc.constant(notices), any)
    })
    fc.assert(
      fc.property(shuffled, ([made, inOrder, another]) => {
        const [ordered, mixed] = [inOrder, another].map((notices) => {
          const world = sold()
          for (const one of notices) {
            const amountMinor = made[one.payment]?.amountMinor ?? 0
            world.tell({ room: 'receivables', command: commandOf(world, one, amountMinor) })
          }
          expect(world.turnedDown).toEqual([])
          return ends(world)
        })
        expect(mixed).toEqual(ordered)
      }),
      { numRuns: runs(40) },
    )
  })
})

type Deed =
  | { readonly kind: 'buy'; readonly priceMinor: number }
  | { readonly kind: 'pay'; readonly amountMinor: number }
  | { readonly kind: 'bounce'; readonly which: number }
const life = fc.array(
  fc.record({
    afterDays: fc.integer({ min: 0, max: 20 }),
    deed: fc.oneof(
      fc.record({
        kind: fc.constant('buy' as const),
        priceMinor: fc.integer({ min: 1_000, max: 20_000 }),
      }),
      fc.record({
        kind: fc.constant('pay' as const),
        amountMinor: fc.integer({ min: 1_000, max: 30_000 }),
      }),
      fc.record({ kind: fc.constant('bounce' as const), which: fc.nat(4) }),
    ) satisfies fc.Arbitrary<Deed>,
  }),
  { minLength: 2, maxLength: 8 },
)

const act = (world: World, deed: Deed, at: number, recover: () => void): void => {
  switch (deed.kind) {
    case 'buy':
      place(world, deed.priceMinor, net(14), orderId(`o${at}`))
      recover()
      ship(world, orderId(`o${at}`))
      return recover()
    case 'pay':
      world.tell({
        room: 'receivables',
        command: commandOf(world, { payment: at, says: 'received' }, deed.amountMinor),
      })
      return recover()
    case 'bounce': {
      const account = receivablesOf(world.dossier(ada), EUR)
      const known = [...(account?.payments ?? [])].filter(([, { reversed }]) => !reversed)
      const [id] = known[deed.which % Math.max(1, known.length)] ?? []
      if (id === undefined) return
      const change = { changeId: changeId(`bounce ${id}`), paymentId: id, reason: null, fee: null }
      const command = { type: 'ReversePayment', ...about(world), ...change } as const
      world.tell({ room: 'receivables', command })
      return recover()
    }
  }
}

/** The policies, which fall at the reaction of this number and say nothing until they are woken. */
const falling = (atReaction: number) => {
  let [count, isDown] = [0, false]
  const policies = tradePolicies.map((policy): Policy => ({
    ...policy,
    react: (happened, dossier, told) => {
      count += 1
      if (count === atReaction) isDown = true
      return isDown ? [] : (policy.react?.(happened, dossier, told) ?? [])
    },
  }))
  const wake = (): boolean => {
    const wasDown = isDown
    isDown = false
    return wasDown
  }
  return { policies, wake }
}

/** A life in which the policies fall once, and then meet the whole log from its beginning. */
const lived = (
  deeds: ReadonlyArray<{ afterDays: number; deed: Deed }>,
  atReaction: number,
): World => {
  const { policies, wake } = falling(atReaction)
  const world = houseOn('2026-03-01', rules, () => 1, policies)
  const recover = (): void => {
    if (wake()) world.restart()
  }
  giveCredit(world, 500_000)
  enrol(world)
  recover()
  for (const [at, { afterDays, deed }] of deeds.entries()) {
    world.walkTo(addDays(world.today(), afterDays))
    recover()
    act(world, deed, at, recover)
  }
  world.walkTo(addDays(world.today(), 40))
  recover()
  return world
}

// The world numbers facts by their place in its log, which a late reaction changes; a store does not.
const named = (one: unknown): string => JSON.stringify(one).replaceAll(/event-\d+/g, 'event')
const keysOf = (world: World) => [...new Set(world.asked.map(({ key }) => named(key)))].toSorted()
const factsOf = (world: World) => world.log.map(({ event }) => named(event)).toSorted()

describe('policies that fall after any step', () => {
  it('and meet the whole log again give the same commands and lead to the same facts [inv 46]', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 1_500 }), (deeds, atReaction) => {
        const unbroken = lived(deeds, Number.MAX_SAFE_INTEGER)
        const broken = lived(deeds, atReaction)
        expect(broken.turnedDown).toEqual([])
        expect(factsOf(broken)).toEqual(factsOf(unbroken))
        expect(keysOf(broken)).toEqual(keysOf(unbroken))
        expect(ends(broken)).toEqual(ends(unbroken))
      }),
      { numRuns: runs(40) },
    )
  })
})
