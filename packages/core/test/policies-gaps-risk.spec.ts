import { describe, expect, it } from 'vitest'
import type { World } from '@tenure/testing/world'
import type { RiskRule } from '../src/credit/index.ts'
import { paymentTrouble } from '../src/policies/payment-trouble.ts'
import { riskWatch } from '../src/policies/risk-watch.ts'
import {
  changeId,
  itemId,
  minorUnits,
  paymentId,
  text,
  ticketId,
  writeOffId,
} from '../src/shared/index.ts'
import { ada, day } from './policies-words.ts'
import { about, house, quiet, reaction } from './policies-gaps-words.ts'

const owe = (world: World, id: string, dueOn: string, amountMinor = 100): void => {
  const part = { instalment: 1, amountMinor: minorUnits(amountMinor), dueOn: day(dueOn) }
  const opened = { itemId: itemId(id), kind: 'invoice', invoiceId: null, schedule: [part] } as const
  const command = { type: 'OpenItem', ...about(world), ...opened, earlyPay: [] } as const
  world.tell({ room: 'receivables', command })
}
const payFor = (world: World, id: string, on: string, amountMinor = 100): void => {
  const cash = { paymentId: paymentId(`${id} on ${on}`), amountMinor: minorUnits(amountMinor) }
  const days = { method: null, initiatedOn: null, settledOn: null, forItemId: itemId(id) }
  const command = { type: 'RecordPayment', ...about(world), ...cash, ...days } as const
  world.tell({ room: 'receivables', command: { ...command, effectiveOn: day(on) } })
}

describe('a payment that came late', () => {
  const rule: RiskRule = { ruleId: text('two'), version: 1, lateCount: 2, outOf: 3, lateDays: 5 }
  const rules = { ...quiet, risk: rule }
  const asked = (world: World) =>
    reaction(world, riskWatch, 'PaymentApplied', rules).map((command) =>
      command.type === 'AssessRisk'
        ? command.payments.map((paid) => `${paid.itemId} ${paid.daysLate}`)
        : command.type,
    )

  it('asks for a review when it fills the count, by the last payments in their order', () => {
    const world = house(riskWatch)
    for (const [id, dueOn] of [
      ['a', '2026-01-10'],
      ['b', '2026-01-11'],
      ['c', '2026-01-12'],
      ['d', '2026-01-13'],
    ] as const)
      owe(world, id, dueOn)
    payFor(world, 'b', '2026-02-20')
    expect(asked(world)).toEqual([])
    payFor(world, 'd', '2026-01-18')
    expect(asked(world)).toEqual([])
    payFor(world, 'a', '2026-01-16')
    expect(asked(world)).toEqual([['a 6', 'd 5', 'b 40']])
    payFor(world, 'c', '2026-01-10')
    expect(asked(world)).toEqual([])
  })

  it('is no payment where the item was given up, or is open yet', () => {
    const world = house(riskWatch)
    owe(world, 'a', '2026-01-10')
    owe(world, 'b', '2026-01-10')
    owe(world, 'c', '2026-01-10')
    const loss = {
      type: 'WriteOff',
      ...about(world),
      writeOffId: writeOffId('L'),
      reason: null,
    } as const
    world.tell({ room: 'receivables', command: { ...loss, itemId: itemId('c') } })
    payFor(world, 'a', '2026-02-01', 99)
    payFor(world, 'b', '2026-02-02')
    expect(asked(world)).toEqual([])
    payFor(world, 'a', '2026-02-03', 1)
    expect(asked(world)).toEqual([['b 23', 'a 24']])
    expect(reaction(world, riskWatch, 'PaymentApplied')).toEqual([])
  })
})

describe('a ticket about trouble with paying', () => {
  const open = (world: World, id = 'T') => {
    const asked = {
      topic: 'paymentTrouble',
      category: 'problem',
      channel: 'email',
      party: 'customer',
    } as const
    const ticket = { ticketId: ticketId(id), changeId: changeId(`open ${id}`) }
    const facts = { effectiveOn: world.today(), customerId: ada, orderId: null, words: null }
    world.tell({ room: 'support', command: { type: 'OpenTicket', ...facts, ...ticket, ...asked } })
  }
  const rules = { ...quiet, ticketPauseDays: 14 }
  const due = (world: World, on: string) =>
    (paymentTrouble.due?.(day(on), world.dossier(ada), rules) ?? []).map(({ command }) =>
      command.type === 'PauseDunning'
        ? `${command.effectiveOn} to ${command.untilOn}`
        : command.type,
    )
  const next = (world: World, on: string) =>
    paymentTrouble.next?.(day(on), world.dossier(ada), rules)

  it('pauses what is owed, up to its last day, and no longer', () => {
    const world = house(paymentTrouble)
    open(world)
    expect([due(world, '2026-01-01'), next(world, '2026-01-01')]).toEqual([[], null])
    owe(world, 'a', '2026-01-10', 1)
    expect(due(world, '2026-01-01')).toEqual(['2026-01-01 to 2026-01-15'])
    expect(next(world, '2026-01-01')).toBe('2026-01-02')
    expect(due(world, '2026-01-15')).toEqual(['2026-01-15 to 2026-01-15'])
    expect(next(world, '2026-01-14')).toBe('2026-01-15')
    expect([due(world, '2026-01-16'), next(world, '2026-01-15')]).toEqual([[], null])
    const [pause] = paymentTrouble.due?.(day('2026-01-02'), world.dossier(ada), rules) ?? []
    if (pause === undefined) throw new Error('no pause')
    world.tell(pause)
    expect([due(world, '2026-01-03'), next(world, '2026-01-03')]).toEqual([[], null])
    const closed = { ticketId: ticketId('T'), changeId: changeId('close'), resolved: true }
    const facts = { effectiveOn: day('2026-01-04'), customerId: ada, refund: 'notAsked' } as const
    world.tell({ room: 'support', command: { type: 'CloseTicket', ...facts, ...closed } })
    const [resume] = reaction(world, paymentTrouble, 'TicketClosed', rules)
    expect(resume).toMatchObject({ type: 'ResumeDunning', effectiveOn: '2026-01-04' })
    if (resume?.type !== 'ResumeDunning') throw new Error('no end of the pause')
    world.tell({ room: 'collections', command: resume })
    expect(reaction(world, paymentTrouble, 'TicketClosed', rules)).toEqual([])
  })
})
