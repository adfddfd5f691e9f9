import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { Clause } from '../src/agreement/index.ts'

import { feeQuestion } from '../src/policies/fee-evidence.ts'
import { findItem } from '../src/policies/index.ts'
import { lateFees } from '../src/policies/late-fees.ts'
import {
  agreementId,
  changeId,
  disputeId,
  itemId,
  minorUnits,
  net,
  text,
  withLateFee,
  type LateFeeRule,
  type PaymentTerms,
} from '../src/shared/index.ts'
import { rule } from './receivables-words.ts'
import { ada, day, deliver, sofa } from './policies-words.ts'

import {
  about,
  hardship,
  house,
  items,
  placeChairs,
  quiet,
  shipChair,
} from './policies-gaps-words.ts'

// What the house says of an item when it asks which late fees are due.

/** What was agreed for a time, elsewhere. */
const agree = (
  world: World,
  name: string,
  rules: ReadonlyArray<LateFeeRule>,
  endsOn: string,
): void => {
  const agreed = { effectiveOn: world.today(), customerId: ada, agreementId: agreementId(name) }
  const clauses: ReadonlyArray<Clause> = [{ kind: 'late', graceDays: 4, rules }]
  const change = { changeId: changeId(`end ${name}`), endsOn: day(endsOn), reason: null }
  world.tell({
    room: 'agreement',
    command: { type: 'RecordAgreement', ...agreed, version: 1, clauses },
  })
  world.tell({ room: 'agreement', command: { type: 'RecordTermination', ...agreed, ...change } })
}
const ask = (world: World, at: number, on: string) => {
  const id = items(world)[at]
  const found = id === undefined ? undefined : findItem(world.dossier(ada), id)
  if (found === undefined) throw new Error(`no item ${at}`)
  return feeQuestion(world.dossier(ada), quiet, found, day(on))
}
const ruleIds = (world: World, at: number) => {
  const { rules, graceDays } = ask(world, at, '2026-06-01')
  return [rules.map(({ ruleId }) => ruleId), graceDays]
}
describe('the late fees of an item', () => {
  it('are those of its own terms, before any that an agreement names', () => {
    const world = house()
    agree(world, 'A-1', [rule], '2026-12-31')
    placeChairs(world, withLateFee(net(14), { amountMinor: 300, afterDays: 10, maxTimes: 3 }))
    shipChair(world, 'red')
    const { rules, graceDays } = ask(world, 0, '2026-06-01')
    expect([rules.map(({ fee }) => fee), graceDays]).toEqual([
      [{ kind: 'flat', amountMinor: 300 }],
      net(14).graceDays,
    ])
  })

  it('are else those that were in force on the day of the order, whichever agreement has them', () => {
    const world = house()
    agree(world, 'A-1', [], '2026-12-31')
    agree(world, 'A-2', [rule], '2026-01-01')
    placeChairs(world, net(14))
    world.walkTo(day('2026-01-03'))
    shipChair(world, 'red')
    expect(ruleIds(world, 0)).toEqual([['ten percent'], 4])
  })

  it('are those of the day on which an item began that no order stands behind', () => {
    const world = house()
    agree(world, 'A-2', [rule], '2026-01-02')
    for (const [id, on] of [
      ['early', '2026-01-02'],
      ['late', '2026-01-03'],
    ] as const)
      world.tell({
        room: 'receivables',
        command: {
          type: 'OpenItem',
          ...about(world),
          effectiveOn: day(on),
          itemId: itemId(id),
          kind: 'invoice',
          invoiceId: null,
          schedule: [{ instalment: 1, amountMinor: minorUnits(100), dueOn: day('2026-01-20') }],
          earlyPay: [],
        },
      })
    expect(ruleIds(world, 0)).toEqual([['ten percent'], 4])
    expect(ruleIds(world, 1)).toEqual([[], 0])
    expect(ask(world, 0, '2026-06-01').order).toBeNull()
  })
})

describe('the question for late fees', () => {
  const terms = (): PaymentTerms =>
    withLateFee(net(14), { amountMinor: 300, afterDays: 10, maxTimes: 3 })

  it('names the order’s total and what its other items bear, and its own number', () => {
    const world = house()
    placeChairs(world, terms())
    shipChair(world, 'red')
    shipChair(world, 'blue')
    deliver(world, sofa, 'red')
    deliver(world, sofa, 'blue')
    expect(ask(world, 0, '2026-03-01').chargeId).toBe('late fee/sofa~011~1shipment~1red/1')
    world.tell({ room: 'receivables', command: ask(world, 0, '2026-03-01') })
    const after = ask(world, 0, '2026-03-01')
    expect([after.chargeId.split('/').at(-1), after.order]).toEqual([
      '3',
      { totalMinor: 10_000, otherFeesMinor: 0 },
    ])
    expect(ask(world, 1, '2026-03-01').order).toEqual({ totalMinor: 10_000, otherFeesMinor: 600 })
  })

  it('names what is contested, at most what is open', () => {
    const world = house()
    placeChairs(world, terms())
    shipChair(world, 'red')
    const [id] = items(world)
    if (id === undefined) throw new Error('no item')
    const dispute = {
      ...about(world),
      disputeId: disputeId('D'),
      about: { kind: 'item', itemId: id },
      amountMinor: minorUnits(2_500),
      reason: text('scratched'),
      openMinor: minorUnits(6_000),
      standing: null,
    } as const
    world.tell({ room: 'dispute', command: { type: 'OpenDispute', ...dispute } })
    expect(ask(world, 0, '2026-03-01').disputedMinor).toBe(2_500)
  })

  it('joins the times of hardship that meet, and keeps those apart that do not', () => {
    const world = house()
    placeChairs(world, terms())
    shipChair(world, 'red')
    expect(ask(world, 0, '2026-03-01').pauses).toEqual([])
    hardship(world, '2026-02-01', '2026-02-10', '2026-02-05')
    hardship(world, '2026-02-05', '2026-02-08', '2026-02-20')
    hardship(world, '2026-02-10', '2026-02-12', '2026-02-11')
    expect(ask(world, 0, '2026-03-01').pauses).toEqual([
      { from: '2026-02-01', until: '2026-02-08' },
      { from: '2026-02-10', until: '2026-02-10' },
    ])
    hardship(world, '2026-04-01', '2026-04-30')
    hardship(world, '2026-04-10', null)
    expect(ask(world, 0, '2026-03-01').pauses.slice(2)).toEqual([
      { from: '2026-04-01', until: null },
    ])
  })

  it('tells times of hardship in their order, one within another as one', () => {
    const world = house()
    placeChairs(world, terms())
    shipChair(world, 'red')
    hardship(world, '2026-05-01', '2026-05-10')
    hardship(world, '2026-03-01', '2026-03-31')
    hardship(world, '2026-03-10', '2026-03-15')
    hardship(world, '2026-04-02', '2026-04-05')
    expect(ask(world, 0, '2026-06-01').pauses).toEqual([
      { from: '2026-03-01', until: '2026-03-31' },
      { from: '2026-04-02', until: '2026-04-05' },
      { from: '2026-05-01', until: '2026-05-10' },
    ])
  })

  it('is asked again on the day of the next fee, or once the pause is over', () => {
    const next = (world: World, on: string) => lateFees.next?.(day(on), world.dossier(ada), quiet)
    const world = house()
    expect(next(world, '2026-01-01')).toBeNull()
    placeChairs(world, terms())
    shipChair(world, 'red')
    expect(next(world, '2026-01-01')).toBe('2026-01-25')
    expect(next(world, '2026-01-25')).toBe('2026-01-26')
    hardship(world, '2026-01-10', '2026-01-30')
    expect(next(world, '2026-01-28')).toBe('2026-01-31')
    const forGood = house()
    placeChairs(forGood, terms())
    shipChair(forGood, 'red')
    hardship(forGood, '2026-01-10', null)
    expect(next(forGood, '2026-01-28')).toBeNull()
  })
})
