import { describe, expect, it } from 'vitest'
import { callOff, decided, sale } from '@tenure/testing/sales'
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
})
