import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import { notice, policyOf } from '../src/collections/index.ts'
import { creditCheck } from '../src/policies/credit-check.ts'
import { creditRoom } from '../src/policies/credit-room.ts'
import { dunning } from '../src/policies/dunning.ts'
import { reopenPromises } from '../src/policies/reopen-promises.ts'
import type { Policy, TradeRules } from '../src/policies/index.ts'
import {
  cashInAdvance,
  changeId,
  chargebackId,
  chargeId,
  minorUnits,
  net,
  paymentId,
  promiseId,
  text,
} from '../src/shared/index.ts'
import { ada, day, pay, place, reminding, ship } from './policies-words.ts'
import { about, house, items, reaction } from './policies-gaps-words.ts'

const billed = (...without: ReadonlyArray<Policy>): World => {
  const world = house(...without)
  place(world, 10_000)
  ship(world)
  return world
}

describe('the next day of reminders', () => {
  const steps = [notice(text('first'), 3, ['email']), notice(text('second'), 10, ['email'])]
  const rules: TradeRules = reminding(policyOf(text('two steps'), steps))
  const next = (world: World, on: string, by: TradeRules = rules) =>
    dunning.next?.(day(on), world.dossier(ada), by)
  /** Carries out what is due on a day, and all that is asked of it. */
  const remind = (world: World, on: string): void => {
    const [asked] = dunning.due?.(day(on), world.dossier(ada), rules) ?? []
    if (asked !== undefined) world.tell(asked)
  }

  it('is that of a step, of a due day that passes, or none where nothing is left to say', () => {
    const world = house(dunning)
    expect(next(world, '2026-01-01')).toBeNull()
    place(world, 10_000)
    ship(world)
    expect(next(world, '2026-01-01')).toBe('2026-01-16')
    expect(next(world, '2026-01-16')).toBe('2026-01-18')
    expect(next(world, '2026-01-18')).toBe('2026-01-19')
    remind(world, '2026-01-18')
    expect(next(world, '2026-01-18')).toBe('2026-01-25')
    remind(world, '2026-01-25')
    expect(next(world, '2026-01-25')).toBeNull()
    expect(next(world, '2026-01-01', { ...rules, reminders: null })).toBeNull()
  })

  it('is the day after a pause', () => {
    const world = billed(dunning)
    remind(world, '2026-01-18')
    const pause = { changeId: changeId('pause'), untilOn: day('2026-01-30'), maxDays: 30 }
    const why = { reason: text('ill'), ticket: null }
    const command = { type: 'PauseDunning', ...about(world), ...pause, ...why } as const
    world.tell({ room: 'collections', command: { ...command, effectiveOn: day('2026-01-20') } })
    expect(next(world, '2026-01-26')).toBe('2026-01-31')
  })
})

describe('the room under a limit', () => {
  const says = (world: World, type: string) =>
    reaction(world, creditRoom, type).map((command) =>
      command.type === 'RecordExposure'
        ? `${command.cause} ${command.amountMinor}`
        : command.type === 'RestoreCredit'
          ? `${command.cause} ${command.settledMinor}`
          : command.type,
    )

  const settled = (): World => {
    const world = billed(creditRoom)
    pay(world, 10_000, 'P')
    expect(says(world, 'PaymentApplied')).toEqual(['paid 10000'])
    const [restored] = reaction(world, creditRoom, 'PaymentApplied')
    if (restored?.type !== 'RestoreCredit') throw new Error('not restored')
    world.tell({ room: 'credit', command: restored })
    expect(says(world, 'PaymentApplied')).toEqual([])
    return world
  }

  it('is taken back by a bounce', () => {
    const world = settled()
    const bounce = { changeId: changeId('R'), paymentId: paymentId('P'), reason: null, fee: null }
    world.tell({
      room: 'receivables',
      command: { type: 'ReversePayment', ...about(world), ...bounce },
    })
    expect(says(world, 'PaymentUnapplied')).toEqual(['bounce 10000'])
  })

  it('is taken back by a chargeback, by a correction, and by costs', () => {
    const charged = settled()
    const back = { chargebackId: chargebackId('X'), paymentId: paymentId('P'), reason: null }
    const taken = { ...back, amountMinor: minorUnits(4_000), onChargeback: 'reopen' } as const
    charged.tell({
      room: 'receivables',
      command: { type: 'ChargeBack', ...about(charged), ...taken },
    })
    expect(says(charged, 'PaymentUnapplied')).toEqual(['chargeback 4000'])
    const corrected = settled()
    const [item] = [...corrected.log].flatMap(({ event }) =>
      event.type === 'ItemOpened' ? [event.itemId] : [],
    )
    if (item === undefined) throw new Error('no item')
    const undone = { changeId: changeId('U'), paymentId: paymentId('P'), itemId: item }
    corrected.tell({
      room: 'receivables',
      command: { type: 'UnapplyPayment', ...about(corrected), ...undone },
    })
    expect(says(corrected, 'PaymentUnapplied')).toEqual(['invoice 10000'])
    const costs = {
      itemId: item,
      chargeId: chargeId('C'),
      reason: text('courier'),
      amountMinor: minorUnits(1),
    }
    const dearer = settled()
    dearer.tell({
      room: 'receivables',
      command: { type: 'RecordCharge', ...about(dearer), ...costs },
    })
    expect(says(dearer, 'ChargeRecorded')).toEqual(['fee 1'])
  })
})

describe('a promise that cash had kept', () => {
  it('is open again when that cash goes back, once, and no other is', () => {
    const world = billed(reopenPromises)
    const [item] = items(world)
    if (item === undefined) throw new Error('no item')
    const promise = (id: string, amountMinor: number, byOn: string) => {
      const sums = { amountMinor: minorUnits(amountMinor), openMinor: minorUnits(10_000) }
      const made = { promiseId: promiseId(id), byOn: day(byOn) }
      const rule = { graceDays: 2, maxPerCase: 5, maxDays: 30 }
      const command = { type: 'PromiseToPay', ...about(world), ...made, ...sums, rule } as const
      world.tell({ room: 'collections', command })
    }
    promise('kept', 4_000, '2026-01-01')
    world.walkTo(day('2026-01-03'))
    pay(world, 4_000, 'P')
    world.walkTo(day('2026-01-04'))
    const bounce = { changeId: changeId('R'), paymentId: paymentId('P'), reason: null, fee: null }
    world.tell({
      room: 'receivables',
      command: { type: 'ReversePayment', ...about(world), ...bounce },
    })
    const [asked, ...more] = reaction(world, reopenPromises, 'PaymentReversed')
    expect([asked, ...more]).toMatchObject([
      { type: 'ReopenPromise', promiseId: 'kept', effectiveOn: '2026-01-04' },
    ])
    if (asked?.type !== 'ReopenPromise') throw new Error('not opened')
    world.tell({ room: 'collections', command: asked })
    expect(reaction(world, reopenPromises, 'PaymentReversed')).toEqual([])
  })
})

describe('the way to pay of a confirmed order', () => {
  it('is the first that both its terms and its buyer name, or any', () => {
    const method = (terms: typeof cashInAdvance) => {
      const world = house(creditCheck)
      place(world, 10_000, terms)
      const [command] = reaction(world, creditCheck, 'OrderPlaced')
      return command?.type === 'ConfirmOrder' ? command.method : command?.type
    }
    expect(method({ ...cashInAdvance, methods: [text('cash'), text('card')] })).toBe('card')
    expect(method({ ...cashInAdvance, methods: null })).toBeNull()
    expect(method({ ...cashInAdvance, methods: [text('cash')] })).toBeNull()
    expect(method(net(14))).toBe('ReserveCredit')
  })
})
