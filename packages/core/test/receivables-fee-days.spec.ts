import { given } from '@tenure/testing'
import { describe, expect, it } from 'vitest'
import { receivablesRoom, type ReceivablesCommand } from '../src/receivables/index.ts'
import {
  chargeId,
  civilDate,
  itemId,
  minorUnits,
  noFeeCaps,
  text,
  type LateFeeRule,
} from '../src/shared/index.ts'
import { life } from './receivables-told.ts'
import { assess, charge, named, open, receive, rule } from './receivables-words.ts'

const accounts = given(receivablesRoom)

describe('a late fee that is not due yet', () => {
  const invoice = open('2026-01-01', 'I-1', [1000, '2026-01-31'])
  const twice: LateFeeRule = { ...rule, afterDays: 10, maxTimes: 2 }
  const once: LateFeeRule = {
    ...rule,
    ruleId: text('once'),
    afterDays: 20,
    repeatEveryDays: null,
    maxTimes: null,
  }
  const ask = (day: string, id: string, more: Parameters<typeof assess>[4] = {}) =>
    assess(day, id, 'I-1', twice, { graceDays: 0, ...more })
  const past = (...commands: ReadonlyArray<ReceivablesCommand>) => accounts(invoice, ...commands)
  const notYet = (dueFrom: string) =>
    ({ type: 'NotYetLate', itemId: itemId('I-1'), dueFrom: civilDate(dueFrom) }) as const
  const capped = { type: 'FeeCapReached', itemId: itemId('I-1') } as const

  it('is named with its day: the first, and then the next', () => {
    past().when(ask('2026-02-09', 'F-1')).thenRejected(notYet('2026-02-10'))
    past(ask('2026-02-10', 'F-1')).when(ask('2026-02-10', 'F-2')).thenRejected(notYet('2026-03-12'))
    past(ask('2026-02-10', 'F-1'), ask('2026-03-12', 'F-2'))
      .when(ask('2026-04-30', 'F-3'))
      .thenRejected(capped)
  })

  it('is the earliest of several rules that have one to come', () => {
    const both = { rules: [once, twice] }
    past()
      .when(ask('2026-02-01', 'F-1', both))
      .thenRejected(notYet('2026-02-10'))
    past(ask('2026-02-10', 'F-1', both))
      .when(ask('2026-02-11', 'F-2', both))
      .thenRejected(notYet('2026-02-20'))
    past(ask('2026-02-10', 'F-1', both), ask('2026-02-20', 'F-2', both))
      .when(ask('2026-02-21', 'F-3', both))
      .thenRejected(notYet('2026-03-12'))
  })

  it('is none where all that were agreed were had, or a cap leaves no room', () => {
    const onlyOnce = { rules: [once] }
    past(ask('2026-02-20', 'F-1', onlyOnce))
      .when(ask('2026-06-01', 'F-2', onlyOnce))
      .thenRejected(capped)
    const little = { rules: [{ ...twice, caps: { ...noFeeCaps, perItemMinor: minorUnits(100) } }] }
    past(ask('2026-02-10', 'F-1', little))
      .when(ask('2026-03-12', 'F-2', little))
      .thenRejected(capped)
  })

  it('is none on an item that was paid in time, and has no day where nothing is due', () => {
    past(receive('2026-01-31', 'P-1', 1000, named('I-1')))
      .when(ask('2026-02-10', 'F-1'))
      .thenRejected({ type: 'NothingOpen', itemId: itemId('I-1') })
    accounts(open('2026-01-01', 'I-1', [1000, null]))
      .when(ask('2026-02-10', 'F-1'))
      .thenRejected({ type: 'NotYetLate', itemId: itemId('I-1'), dueFrom: null })
  })

  it('waits for the end of a pause, its first and its last day included', () => {
    const pauses = [{ from: civilDate('2026-02-10'), until: civilDate('2026-02-20') }]
    const paused = (until: string | null) =>
      ({
        type: 'FeesArePaused',
        itemId: itemId('I-1'),
        until: until === null ? null : civilDate(until),
      }) as const
    for (const day of ['2026-02-10', '2026-02-20'])
      past()
        .when(ask(day, 'F-1', { pauses }))
        .thenRejected(paused('2026-02-20'))
    past()
      .when(ask('2026-02-21', 'F-1', { pauses }))
      .thenRejected(notYet('2026-03-12'))
    past()
      .when(ask('2026-02-10', 'F-1', { pauses: [{ from: civilDate('2026-02-01'), until: null }] }))
      .thenRejected(paused(null))
    past()
      .when(ask('2026-02-09', 'F-1', { pauses }))
      .thenRejected(notYet('2026-02-10'))
  })

  it('passes over a paused day alone, and leaves the room under a cap to the fees after it', () => {
    const often = {
      rules: [
        {
          ...twice,
          repeatEveryDays: 1,
          maxTimes: 6,
          caps: { ...noFeeCaps, perItemMinor: minorUnits(200) },
        },
      ],
      pauses: [{ from: civilDate('2026-02-10'), until: civilDate('2026-02-12') }],
    }
    const { last } = life(invoice, ask('2026-03-31', 'F-1', often))
    expect(last).toEqual([
      '02-13 LateFeeAssessed: I-1 F-1 ten percent 1 4 fees 100 2026-01-31',
      '02-14 LateFeeAssessed: I-1 F-1:2 ten percent 1 5 fees 100 2026-01-31',
    ])
  })

  it('counts the total of the order for its cap, or what was invoiced where no order is known', () => {
    const share = { rules: [{ ...twice, caps: { ...noFeeCaps, percentOfOrderBasisPoints: 500 } }] }
    const amountOf = (more: Parameters<typeof assess>[4]) => {
      const { state } = life(invoice, ask('2026-02-10', 'F-1', { ...share, ...more }))
      return state.charges.get(chargeId('F-1'))?.amountMinor
    }
    const order = (totalMinor: number, otherFeesMinor: number) => ({
      order: { totalMinor: minorUnits(totalMinor), otherFeesMinor: minorUnits(otherFeesMinor) },
    })
    expect([amountOf({}), amountOf(order(400, 0)), amountOf(order(400, 15))]).toEqual([50, 20, 5])
  })

  it('is of an item that is known', () => {
    accounts(charge('2026-01-01', 'C-1', 'I-9', 5))
      .when(ask('2026-02-10', 'F-1'))
      .thenRejected({ type: 'UnknownItem', itemId: itemId('I-1') })
  })
})
