import { describe, expect, it } from 'vitest'
import { packed, unpacked } from '../src/receivables/closed-item.ts'
import { emptyItem, type Item } from '../src/receivables/item.ts'
import { civilDate, itemId, paymentId, text } from '../src/shared/index.ts'
import { offer } from './receivables-more-words.ts'
import { schedule } from './receivables-words.ts'

const [first] = schedule([100, '2026-01-31'])
if (first === undefined) throw new Error('one instalment')
const on = civilDate('2026-01-10')
const plain: Item = {
  ...emptyItem(itemId('I-1')),
  kind: 'invoice',
  openedOn: civilDate('2026-01-01'),
  amountMinor: 100,
  chargedMinor: 7,
  interestMinor: 3,
  creditedMinor: 9,
  writtenOffMinor: 2,
  assignedMinor: 1,
  paidMinor: 98,
  schedule: [{ ...first, since: civilDate('2026-01-01') }],
  room: [{ on: civilDate('2026-01-01'), amountMinor: 100 }],
  course: [{ on, addedMinor: 100, settledMinor: 98, creditedMinor: 9 }],
}
const rare: ReadonlyArray<Partial<Item>> = [
  { paidBeside: { costsMinor: 1, feesMinor: 2, interestMinor: 3 } },
  { dueFixed: true },
  { freedOn: on },
  {
    fees: [{ ruleId: text('ten'), instalment: null, lastIndex: 2, amountMinor: 20 }],
    feesMinor: 20,
  },
  { earlyPay: [offer(200, 100, '2026-01-11')] },
  {
    discountedMinor: 2,
    discounts: [{ instalment: 1, paymentId: paymentId('P-1'), amountMinor: 2, on }],
  },
]

describe('a closed item', () => {
  it('is kept as one line, and comes back from it as it was, whatever it had', () => {
    for (const one of [{}, ...rare, Object.assign({}, ...rare)]) {
      const item: Item = { ...plain, ...one }
      expect(unpacked(item.itemId, packed(item))).toEqual(item)
    }
  })

  it('says nothing in its line of what most items never have', () => {
    const rareOf = (item: Item): unknown => {
      const line: unknown = JSON.parse(packed(item))
      return Array.isArray(line) ? line.at(-1) : line
    }
    expect(rareOf(plain)).toBeNull()
    for (const one of rare) expect(rareOf({ ...plain, ...one })).not.toBeNull()
  })
})
