import { describe, expect, it } from 'vitest'
import {
  daysPaidLate,
  firstOpenDueOn,
  itemOf,
  receivablesRoom,
  type ReceivablesCommand,
} from '../src/receivables/index.ts'
import { changeId, civilDate, fold, invoiceId, itemId } from '../src/shared/index.ts'
import { recordItem } from './receivables-elsewhere-words.ts'

import { book, life } from './receivables-told.ts'
import { about, charge, fixDue, open } from './receivables-words.ts'

const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])
const dueOn = (...commands: ReadonlyArray<ReceivablesCommand>) => book(life(...commands).state)

describe('a due day that was fixed before its item was opened', () => {
  const charged = [
    charge('2026-01-05', 'C-1', 'I-1', 10),
    fixDue('2026-02-01', 'D-1', 'I-1', 1, '2026-02-10'),
  ]
  const due = (...commands: ReadonlyArray<ReceivablesCommand>) =>
    dueOn(...charged, ...commands).map((line) => line.slice(line.indexOf('due'), line.indexOf(':')))
  const opened = (on: string, day: string | null) => recordItem(on, 'I-1', 'invoice', [100, day])

  it('holds against an opening of an earlier day, and one that names none', () => {
    expect(due(opened('2026-01-15', '2026-01-31'))).toEqual(['due 2026-02-10'])
    expect(due(opened('2026-02-01', '2026-01-31'))).toEqual(['due 2026-01-31'])
    expect(due(opened('2026-03-01', null))).toEqual(['due 2026-02-10'])
    expect(due(opened('2026-03-01', '2026-03-31'))).toEqual(['due 2026-03-31'])
  })

  it('holds since its own day, and an opening that replaced it since the day of that', () => {
    const between = fixDue('2026-01-20', 'D-2', 'I-1', 1, '2026-05-01')
    expect(due(opened('2026-01-15', '2026-01-31'), between)).toEqual(['due 2026-02-10'])
    const later = fixDue('2026-02-15', 'D-2', 'I-1', 1, '2026-05-01')
    expect(due(opened('2026-03-01', '2026-03-31'), later)).toEqual(['due 2026-03-31'])
    const sameDay = fixDue('2026-03-01', 'D-2', 'I-1', 1, '2026-05-01')
    expect(due(opened('2026-03-01', '2026-03-31'), sameDay)).toEqual(['due 2026-05-01'])
  })

  it('makes a part of nothing where only the day is known of it', () => {
    const alone = fold(receivablesRoom.decider, [
      {
        type: 'DueDateFixed',
        ...about('2026-02-01'),
        itemId: itemId('I-9'),
        changeId: changeId('D-9'),
        instalment: 2,
        dueOn: civilDate('2026-02-10'),
      },
    ])
    expect(book(alone)).toEqual([
      'I-9 0 (costs 0 fees 0 interest 0 principal 0) due 2026-02-10: 2=0@2026-02-10',
    ])
  })
})

describe('an item', () => {
  it('says of which invoice it is', () => {
    const { state } = life({ ...invoice, invoiceId: invoiceId('INV-7') })
    expect(itemOf(state, itemId('I-1'))?.invoiceId).toBe('INV-7')
  })

  it('without any part has no day on which it is due', () => {
    expect(firstOpenDueOn({ parts: [], overshootMinor: 0 })).toBeNull()
  })
})

describe('a payment', () => {
  it('is late by the days beyond the grace', () => {
    const days = { effectiveOn: civilDate('2026-02-10'), initiatedOn: null, settledOn: null }
    const late = (graceDays: number) =>
      daysPaidLate('valueDate', days, civilDate('2026-01-31'), graceDays)
    expect([late(0), late(3), late(10), late(11)]).toEqual([10, 7, 0, 0])
  })
})
