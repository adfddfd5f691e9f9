import { changeId } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { callOff, decided, reopen, sale } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'

describe('the purchases of one customer', () => {
  it('stand by day, and their money by month and currency', async () => {
    const rows = await rowsAt(
      decided([
        sale('__proto__', '2026-01-10', 1000, { id: 'one' }),
        sale('__proto__', '2026-01-10', 5, { id: 'two' }),
        sale('__proto__', '2026-01-11', 7, { in: 'JPY' }),
        sale('__proto__', '2026-02-01', 0),
      ]),
      '2026-12-31',
    )
    expect(rows).toEqual(
      new Map([
        [
          '__proto__',
          {
            orders: new Map([
              ['2026-01-10', 2],
              ['2026-01-11', 1],
              ['2026-02-01', 1],
            ]),
            netMinor: new Map([
              ['EUR', new Map([['2026-01', 1005]])],
              ['JPY', new Map([['2026-01', 7]])],
            ]),
          },
        ],
      ]),
    )
  })

  it('leave nothing behind when they are called off', async () => {
    const commands = [
      sale('ada', '2026-01-10', 1000, { id: 'one' }),
      callOff('ada', '2026-03-01', 'one'),
    ]
    const rows = await rowsAt(decided(commands), '2026-03-01')
    expect(rows.get('ada')).toEqual({ orders: new Map(), netMinor: new Map() })
  })

  it('stand on their day again when they are reopened, from the day of the reopening', async () => {
    const facts = decided([
      sale('ada', '2026-01-10', 1000, { id: 'one' }),
      callOff('ada', '2026-03-01', 'one'),
      reopen('ada', '2026-03-09', 'one'),
    ])
    const before = await rowsAt(facts, '2026-03-08')
    expect(before.get('ada')).toEqual({ orders: new Map(), netMinor: new Map() })
    const after = await rowsAt(facts, '2026-03-09')
    expect(after.get('ada')).toEqual({
      orders: new Map([['2026-01-10', 1]]),
      netMinor: new Map([['EUR', new Map([['2026-01', 1000]])]]),
    })
  })

  it('are not counted twice where an order was closed and reopened: it was never taken off', async () => {
    const one = sale('ada', '2026-01-10', 1000, { id: 'one' })
    const { effectiveOn, customerId, orderId } = one
    const about = { effectiveOn, customerId, orderId, changeId: changeId('closed'), reason: null }
    const closed = { type: 'CloseOrder' as const, ...about }
    const facts = decided([one, closed, reopen('ada', '2026-03-09', 'one')])
    expect(facts.map(({ body }) => body.type)).toEqual([
      'OrderPlaced',
      'OrderClosed',
      'OrderReopened',
    ])
    expect((await rowsAt(facts, '2026-12-31')).get('ada')?.orders).toEqual(
      new Map([['2026-01-10', 1]]),
    )
  })
})
