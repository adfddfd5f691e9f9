import { civilDate, customerId } from '@tenure/core/shared'
import { historyOf, replay } from '@tenure/projection'
import { describe, expect, it } from 'vitest'
import { mergedCustomers, survivorsOf } from '../src/index.ts'
import { known } from '@tenure/testing/sales'

const survivors = async (...pairs: ReadonlyArray<readonly [string, string, string]>) => {
  const facts = known(
    pairs.map(([id, into, on]) => ({
      type: 'CustomerMerged',
      effectiveOn: civilDate(on),
      customerId: customerId(id),
      into: customerId(into),
    })),
  )
  const cuts = [{ asOf: civilDate('2026-12-31') }]
  const [answer] = await replay(historyOf(facts), { mergedCustomers }, cuts, { guard: true })
  return survivorsOf(answer?.rows.mergedCustomers ?? new Map())
}

describe('customers who were merged', () => {
  it('survive at the end of the chain, whatever their names are', async () => {
    expect(
      await survivors(['a', '__proto__', '2026-01-01'], ['__proto__', 'constructor', '2026-01-02']),
    ).toEqual(
      new Map([
        ['a', 'constructor'],
        ['__proto__', 'constructor'],
      ]),
    )
  })

  it('follow the later of two merges of one id', async () => {
    expect(await survivors(['a', 'c', '2026-02-01'], ['a', 'b', '2026-01-01'])).toEqual(
      new Map([['a', 'c']]),
    )
  })

  it('survive as the least where they were merged in a circle', async () => {
    expect(
      await survivors(['b', 'c', '2026-01-01'], ['c', 'b', '2026-01-01'], ['a', 'c', '2026-01-01']),
    ).toEqual(
      new Map([
        ['c', 'b'],
        ['a', 'b'],
      ]),
    )
  })
})
