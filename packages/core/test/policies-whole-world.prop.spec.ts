import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { runs } from '@tenure/house-rules/runs'
import type { CollectionsEvent } from '../src/collections/index.ts'
import { collectionsOf, receivablesOf } from '../src/policies/index.ts'
import { grossOpenMinor } from '../src/receivables/index.ts'
import type { TradeEvent } from '../src/rooms.ts'
import { addDays, net, orderId, type ItemId } from '../src/shared/index.ts'
import { ada, day, EUR, giveCredit, houseOn, pay, place, ship } from './policies-words.ts'
import { daysOf, lifeRules, live, wholeLife } from './policies-life.ts'
import { looksAfter, silences } from './policies-silences.ts'

type Of<T extends CollectionsEvent['type']> = Extract<CollectionsEvent, { type: T }>

const sent = (world: World): ReadonlyArray<Of<'ReminderSent'>> =>
  world.log.flatMap(({ event }) => (event.type === 'ReminderSent' ? [event] : []))

/** The cases in the order of the log: which cycle was open when each event came. */
const openCycles = (world: World): ReadonlyArray<readonly [string, number, number | null]> => {
  let open: number | null = null
  return world.log.flatMap(({ event }) => {
    if (event.type === 'CaseOpened') open = event.cycle
    if (event.type === 'CaseClosed') open = null
    return event.type === 'ReminderSent' || event.type === 'StepDue'
      ? [[event.stepId, event.cycle, open] as const]
      : []
  })
}

/** What a fact adds to what is open on an item; below zero what it takes off. */
const addedTo = (event: TradeEvent): readonly [ItemId, number] | undefined => {
  switch (event.type) {
    case 'ItemOpened':
    case 'LateFeeAssessed':
    case 'PaymentUnapplied':
    case 'CreditUnapplied':
      return [event.itemId, event.amountMinor]
    case 'PaymentApplied':
    case 'CreditApplied':
    case 'EarlyDiscountTaken':
    case 'ItemWrittenOff':
    case 'LateFeeWaived':
      return [event.itemId, -event.amountMinor]
    default:
      return undefined
  }
}

const isPausedOn = (world: World, on: string): boolean =>
  [...(collectionsOf(world.dossier(ada), EUR)?.pauses.values() ?? [])].some(
    ({ fromOn, untilOn, endedOn }) =>
      fromOn <= on && (untilOn === null || on <= untilOn) && (endedOn === null || on < endedOn),
  )

/** Every life in a house that looks every day, and in one that sleeps for up to five weeks at a time. */
const lives = (law: (world: World) => void, usual = 30): void =>
  fc.assert(
    fc.property(wholeLife, fc.oneof(fc.constant([1]), silences), (life, gaps) => {
      const looks = new Set(looksAfter(gaps, 800))
      law(live(life, (on) => (looks.has(on) ? 1 : 0)))
    }),
    { numRuns: runs(usual) },
  )

describe('in every life of a customer, however seldom one looks', () => {
  it('an item is named by a step at most once in a case, and offsets never fall [inv 22]', () => {
    lives((world) => {
      const seen = new Set<string>()
      const last = new Map<number, number>()
      for (const { cycle, stepId, items, offsetDays } of sent(world)) {
        for (const { itemId, instalment } of items) {
          const named = JSON.stringify([itemId, instalment, cycle, stepId])
          expect(seen.has(named)).toBe(false)
          seen.add(named)
        }
        expect(offsetDays ?? 0).toBeGreaterThanOrEqual(last.get(cycle) ?? -1_000)
        last.set(cycle, offsetDays ?? 0)
      }
    })
  })

  it('nothing is asked for while paused, or of what is closed [inv 22]', () => {
    lives((world) => {
      for (const { effectiveOn, items } of sent(world)) {
        expect(isPausedOn(world, effectiveOn)).toBe(false)
        for (const { openMinor } of items) expect(openMinor).toBeGreaterThan(0)
      }
    })
  })

  it('a reminder asks for what is open less what is contested, by the log alone [inv 24]', () => {
    lives((world) => {
      const open = new Map<ItemId, number>()
      const contested = new Map<ItemId, number>()
      for (const { event } of world.log) {
        const added = addedTo(event)
        if (added !== undefined) open.set(added[0], (open.get(added[0]) ?? 0) + added[1])
        if (event.type === 'DisputeRaised') contested.set(event.itemId, event.amountMinor)
        if (event.type === 'DisputeResolved') contested.delete(event.itemId)
        if (event.type !== 'ReminderSent') continue
        const asked = event.items.map(({ itemId }) => {
          const openMinor = open.get(itemId) ?? 0
          return openMinor - Math.min(openMinor, contested.get(itemId) ?? 0)
        })
        expect(event.askedMinor).toBe(asked.reduce((sum, amount) => sum + amount, 0))
        expect(Math.min(...asked)).toBeGreaterThan(0)
      }
    })
  })

  it('no step belongs to a case that is closed [inv 25]', () => {
    lives((world) => {
      for (const [, cycle, open] of openCycles(world)) expect(open).toBe(cycle)
    })
  })

  it('the service is stopped only by a step that says so, and comes back when all is paid [inv 26]', () => {
    lives((world) => {
      const stops = new Set<number>()
      for (const { event } of world.log) {
        if (event.type === 'StepDue' && event.action === 'suspend') stops.add(event.cycle)
        if (event.type === 'ServiceSuspended') expect(stops.has(event.cycle)).toBe(true)
      }
      const account = receivablesOf(world.dossier(ada), EUR)
      const open = account === undefined ? 0 : grossOpenMinor(account)
      if (open > 0) pay(world, open, 'all of it')
      world.walkTo(addDays(world.today(), 2))
      const state = collectionsOf(world.dossier(ada), EUR)
      expect(state?.suspension ?? null).toBeNull()
      expect(state?.openCase ?? null).toBeNull()
    })
  })
})

describe('a house that slept, and then looks every day', () => {
  it('comes to its last step about all that is open, where nothing is contested [inv 23]', () => {
    let open = 0
    fc.assert(
      fc.property(wholeLife, silences, (life, gaps) => {
        const uncontested = life.filter(({ deed }) => deed.kind !== 'contest')
        const looks = new Set(looksAfter(gaps, 800))
        const lastOn = [...daysOf(uncontested)].at(-1) ?? day('2026-01-01')
        const world = live(uncontested, (on) => (on > lastOn || looks.has(on) ? 1 : 0))
        const account = receivablesOf(world.dossier(ada), EUR)
        if (account === undefined || grossOpenMinor(account) === 0) return
        open += 1
        expect(collectionsOf(world.dossier(ada), EUR)?.openCase).not.toBeNull()
        expect(sent(world).at(-1)?.stepId).toBe('stop')
      }),
      { numRuns: runs(40) },
    )
    expect(open).toBeGreaterThan(0)
  })
})

describe('ten years of a customer who buys every month and pays every other bill late', () => {
  it('pass with every case opened and closed, and nothing owed at the end', () => {
    const world = houseOn('2026-01-01', lifeRules)
    giveCredit(world, 10_000_000)
    for (let month = 0; month < 120; month += 1) {
      const id = orderId(`month ${month}`)
      place(world, 10_000 + month, net(14), id)
      ship(world, id)
      world.walkTo(addDays(world.today(), month % 2 === 0 ? 13 : 24))
      pay(world, 10_000 + month)
      world.walkTo(addDays(world.today(), month % 2 === 0 ? 17 : 7))
    }
    const cases = world.log.filter(({ event }) => event.type === 'CaseOpened').length
    const closed = world.log.filter(({ event }) => event.type === 'CaseClosed').length
    const letters = sent(world).map(({ stepId }) => stepId)
    const account = receivablesOf(world.dossier(ada), EUR)
    expect(world.today() > day('2036-01-01')).toBe(true)
    expect([cases, closed]).toEqual([120, 120])
    expect(letters.filter((step) => step === 'friendly').length).toBe(60)
    expect(letters.filter((step) => step === 'fee').length).toBe(0)
    expect(account === undefined ? -1 : grossOpenMinor(account)).toBe(0)
    expect(world.turnedDown).toEqual([])
  })
})
