import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { runs } from '@tenure/house-rules/runs'
import { notice, policyOf, type ReminderPolicy } from '../src/collections/index.ts'
import { receivablesOf, tradePolicies, type TradeRules } from '../src/policies/index.ts'
import { grossOpenMinor } from '../src/receivables/index.ts'
import { addDays, net, orderId, text, withLateFee, type CivilDate } from '../src/shared/index.ts'
import { looksAfter, silences } from './policies-silences.ts'
import {
  ada,
  day,
  EUR,
  giveCredit,
  houseOn,
  pay,
  place,
  reminding,
  ship,
} from './policies-words.ts'

// A customer who owes one bill at a time, in a house that looks on any days it likes. What is sent is told by a
// few lines that know nothing of the policies: each step goes out on the first look on which it may, and what
// no look came for while the bill was open is moot.

interface Debt {
  readonly afterDays: number
  readonly netDays: number
  readonly amountMinor: number
  /** A part of the bill is paid after so many days, if it is open then. */
  readonly part: { readonly afterDays: number; readonly percent: number }
  readonly settledAfterDays: number
}
const debt: fc.Arbitrary<Debt> = fc.record({
  afterDays: fc.integer({ min: 0, max: 20 }),
  netDays: fc.integer({ min: 0, max: 30 }),
  amountMinor: fc.integer({ min: 1_000, max: 20_000 }),
  part: fc.record({
    afterDays: fc.integer({ min: 0, max: 60 }),
    percent: fc.integer({ min: 1, max: 99 }),
  }),
  settledAfterDays: fc.integer({ min: 0, max: 110 }),
})
const debts = fc.array(debt, { minLength: 1, maxLength: 3 })

/** Up to five steps, as near to each other as may be; one may stop the service, or call for a fee. */
const policies: fc.Arbitrary<ReminderPolicy> = fc
  .array(
    fc.record({
      offsetDays: fc.integer({ min: -5, max: 40 }),
      minGapDays: fc.integer({ min: 0, max: 9 }),
      action: fc.constantFrom('notify', 'call', 'fee', 'suspend'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) =>
    policyOf(
      text('any'),
      steps
        .toSorted((a, b) => a.offsetDays - b.offsetDays)
        .map(({ offsetDays, ...step }, at) =>
          notice(text(`step ${at}`), offsetDays, ['email'], step),
        ),
    ),
  )

const lastDays = 600
const everyDay = looksAfter([1], lastDays)
const openOf = (world: World): number => {
  const account = receivablesOf(world.dossier(ada), EUR)
  return account === undefined ? 0 : grossOpenMinor(account)
}
const fee = { amountMinor: 300, afterDays: 10, maxTimes: 3 }

interface Owed {
  readonly from: CivilDate
  readonly dueOn: CivilDate
  readonly settledOn: CivilDate
}
/** When each debt begins, is due and is paid. */
const owedDays = (life: ReadonlyArray<Debt>): ReadonlyArray<Owed> => {
  let on = day('2026-01-01')
  return life.map(({ afterDays, netDays, settledAfterDays }) => {
    const from = addDays(on, afterDays)
    on = addDays(from, settledAfterDays)
    return { from, dueOn: addDays(from, netDays), settledOn: on }
  })
}

const live = (
  life: ReadonlyArray<Debt>,
  rules: TradeRules,
  looks: ReadonlyArray<CivilDate>,
): World => {
  const awake = new Set(looks)
  const world = houseOn('2026-01-01', rules, (on) => (awake.has(on) ? 1 : 0), tradePolicies)
  giveCredit(world, 10_000_000)
  owedDays(life).forEach(({ from, settledOn }, at) => {
    const { amountMinor, netDays, part } = life[at] ?? { amountMinor: 1, netDays: 0, part: null }
    world.walkTo(from)
    place(world, amountMinor, withLateFee(net(netDays), fee), orderId(`debt ${at}`))
    ship(world, orderId(`debt ${at}`))
    const partOn = addDays(from, part?.afterDays ?? 0)
    if (part !== null && partOn < settledOn) {
      world.walkTo(partOn)
      pay(world, Math.max(1, Math.floor((amountMinor * part.percent) / 100)), `part ${at}`)
    }
    world.walkTo(settledOn)
    pay(world, openOf(world), `all ${at}`)
  })
  world.walkTo(addDays(world.today(), 60))
  return world
}

/** What was sent and charged, by debt. */
const sentIn = (world: World, life: ReadonlyArray<Debt>) =>
  life.map((_, at) => {
    const item = `debt ${at}/shipment/all`
    return {
      steps: world.log.flatMap(({ event }) =>
        event.type === 'ReminderSent' && event.items.some(({ itemId }) => itemId === item)
          ? [{ stepId: String(event.stepId), on: event.effectiveOn }]
          : [],
      ),
      fees: world.log.flatMap(({ event }) =>
        event.type === 'LateFeeAssessed' && event.itemId === item
          ? [`${event.index} on ${event.effectiveOn} of ${event.amountMinor}`]
          : [],
      ),
    }
  })

const laterOf = (...days: ReadonlyArray<CivilDate>): CivilDate =>
  days.reduce((a, b) => (a > b ? a : b))

/** What is to be sent and charged by who looks on these days. */
const expected = (
  life: ReadonlyArray<Debt>,
  { steps }: ReminderPolicy,
  looks: ReadonlyArray<CivilDate>,
) => {
  let lastOn = day('2025-01-01')
  return owedDays(life).map(({ from, dueOn, settledOn }) => {
    const within = looks.filter((on) => from < on && on <= settledOn)
    const sent: Array<{ readonly stepId: string; readonly on: CivilDate }> = []
    for (const { stepId, offsetDays, minGapDays } of steps) {
      const gapDays = sent.length === 0 ? 1 : Math.max(1, minGapDays)
      const notBefore = laterOf(addDays(dueOn, offsetDays), addDays(lastOn, gapDays))
      const on = within.find((look) => look >= notBefore)
      if (on === undefined) break
      sent.push({ stepId, on })
      lastOn = on
    }
    const calls = steps.filter(({ action }) => action === 'fee').map(({ stepId }) => String(stepId))
    const feesRun = calls.length === 0 || sent.some(({ stepId }) => calls.includes(stepId))
    const lastLook = within.at(-1)
    const feeDays = [10, 40, 70].map((days) => addDays(dueOn, days))
    const fees = feeDays.flatMap((on, at) =>
      feesRun && lastLook !== undefined && on <= lastLook ? [`${at + 1} on ${on} of 300`] : [],
    )
    return { steps: sent, fees }
  })
}

describe('whoever looks on any days at a customer who owes one bill at a time', () => {
  it('sends each step on the first look that may, and charges each fee of its own day [inv 23]', () => {
    fc.assert(
      fc.property(debts, policies, silences, (life, policy, gaps) => {
        const looks = looksAfter(gaps, lastDays)
        const world = live(life, reminding(policy), looks)
        expect(sentIn(world, life)).toEqual(expected(life, policy, looks))
        expect(world.turnedDown).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })

  it('sends what one sends who looks every day, each step no earlier, less what became moot [inv 23]', () => {
    let moot = 0
    fc.assert(
      fc.property(debts, policies, silences, (life, policy, gaps) => {
        const daily = sentIn(live(life, reminding(policy), everyDay), life)
        const seldom = sentIn(live(life, reminding(policy), looksAfter(gaps, lastDays)), life)
        expect(daily).toEqual(expected(life, policy, everyDay))
        seldom.forEach(({ steps, fees }, at) => {
          const all = daily[at] ?? { steps: [], fees: [] }
          moot += all.steps.length - steps.length
          expect(steps.map(({ stepId }) => stepId)).toEqual(
            all.steps.slice(0, steps.length).map(({ stepId }) => stepId),
          )
          steps.forEach(({ on }, index) => {
            expect(on >= (all.steps[index]?.on ?? on)).toBe(true)
          })
          expect(fees).toEqual(all.fees.slice(0, fees.length))
        })
      }),
      { numRuns: runs(40) },
    )
    expect(moot).toBeGreaterThan(0)
  })
})
