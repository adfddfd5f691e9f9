import { civilDate } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { worklist } from '../src/index.ts'
import { disputed, handedOver, opened, received, rowsOn } from './facts.ts'

const asOf = civilDate('2026-03-02')
type Facts = Parameters<typeof rowsOn>[1]

const listOf = async (facts: Facts) => {
  const [answer] = worklist(await rowsOn(asOf, facts), { asOf })
  if (answer === undefined) throw new Error('there is one currency')
  return answer
}

const owes = (customer: string | null, item: string, amount: number, due: string) =>
  opened('2026-01-01', item, [{ amount, due }], { customer })

describe('whom to ask first', () => {
  it('is who keeps most money for longest, then the oldest, then by id: an order without ties [4-14]', async () => {
    const { entries } = await listOf([
      owes('small and old', 'a', 10, '2026-01-31'),
      owes('large and new', 'b', 5_000, '2026-03-01'),
      owes('z', 'c', 30, '2026-02-20'),
      owes('y', 'd', 30, '2026-02-20'),
      owes('not yet due', 'e', 9_999, '2026-03-02'),
    ])
    expect(entries.map(({ customerId, amountDays }) => [customerId, amountDays])).toEqual([
      ['large and new', 5_000],
      ['small and old', 300],
      ['y', 300],
      ['z', 300],
    ])
  })

  it('is asked for what is overdue, less what is contested, less what we hold for the customer', async () => {
    const { entries } = await listOf([
      owes('ada', 'a', 100, '2026-02-20'),
      owes('ada', 'b', 50, '2026-01-31'),
      owes('ada', 'later', 70, '2026-04-01'),
      disputed('2026-02-25', 'a', 30),
      received('2026-02-26', 'p1', 20),
    ])
    expect(entries).toEqual([
      {
        customerId: 'ada',
        askMinor: 100,
        overdueMinor: 150,
        disputedMinor: 30,
        unappliedCashMinor: 20,
        creditBalanceMinor: 0,
        oldestDueOn: '2026-01-31',
        daysPastDue: 30,
        amountDays: 50 * 30 + 70 * 10,
        items: [
          { itemId: 'b', dueOn: '2026-01-31', daysPastDue: 30, openMinor: 50, disputedMinor: 0 },
          { itemId: 'a', dueOn: '2026-02-20', daysPastDue: 10, openMinor: 100, disputedMinor: 30 },
        ],
      },
    ])
  })

  it('leaves out whom there is nothing to ask, and says why', async () => {
    const { entries, excluded } = await listOf([
      owes(null, 'a', 100, '2026-02-20'),
      owes('ada', 'b', 50, '2026-01-31'),
      received('2026-02-26', 'p1', 50),
      owes('bob', 'c', 50, '2026-01-31'),
      handedOver('2026-02-27', 'c', 'bob'),
    ])
    expect(entries).toEqual([])
    expect(excluded).toEqual({ withoutCustomer: 1, nothingToAsk: 1, withAgency: 1 })
  })
})
