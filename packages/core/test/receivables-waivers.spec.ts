import { describe, expect, it } from 'vitest'
import { toNone } from '../src/receivables/index.ts'
import { changeId } from '../src/shared/index.ts'
import { recordItem, fee } from './receivables-elsewhere-words.ts'

import { courseOf, life } from './receivables-told.ts'
import { allocate, charge, credit, named, open, receive, waive } from './receivables-words.ts'

const invoice = open('2026-01-01', 'I-1', [100, '2026-01-31'])

describe('a waiver of a fee', () => {
  it('that a credit note had paid leaves the note that much, and the item as it was', () => {
    const waived = [
      invoice,
      ...fee(10),
      credit('2026-01-20', 'N-1', 'I-1', 110),
      receive('2026-01-20', 'P-1', 20, toNone),
      waive('2026-02-24', 'W-1', 'I-1', 'BF-1'),
      charge('2026-02-01', 'C-1', 'I-1', 5),
    ]
    expect(courseOf(life(...waived).state, 'I-1')).toEqual([
      '1: 01-01 100, 01-20 0, 02-01 0, 02-24 5',
    ])
    const { state, last } = life(...waived, allocate('2026-02-02', 'A-1', 'P-1', named('I-1')))
    expect(last).toEqual([
      '02-24 PaymentApplied: P-1 I-1 A-1 named 5 (costs:5,fees:0,interest:0,principal:0)',
    ])
    expect(courseOf(state, 'I-1')).toEqual(['1: 01-01 100, 01-20 0, 02-01 0, 02-24 0'])
    expect([...state.open.keys()]).toEqual([])
  })

  it('takes the latest cash back first, whatever its name, and none of a payment on another item', () => {
    const { last } = life(
      invoice,
      open('2026-01-01', 'I-2', [50, '2026-01-31']),
      ...fee(10),
      receive('2026-01-19', 'P-3', 50, named('I-2')),
      receive('2026-01-20', 'P-2', 60, named('I-1')),
      receive('2026-01-21', 'P-1', 50, named('I-1')),
      waive('2026-02-24', 'W-1', 'I-1', 'BF-1'),
    )
    expect(last).toEqual([
      '02-24 PaymentUnapplied: P-1 I-1 W-1 waiver 10 (costs:0,fees:10,interest:0,principal:0) 2026-01-31',
      '02-24 LateFeeWaived: I-1 BF-1 W-1 10',
    ])
  })

  it('of all that is open closes the item', () => {
    const { state } = life(
      recordItem('2026-01-01', 'I-1', 'invoice', [0, '2026-01-31']),
      ...fee(10),
      waive('2026-02-24', 'W-1', 'I-1', 'BF-1'),
    )
    expect([...state.open.keys()]).toEqual([])
    expect(state.changes.get(changeId('W-1'))).toBe('["waive","I-1","BF-1"]')
  })
})
