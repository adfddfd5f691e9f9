import { describe, expect, it } from 'vitest'
import { salesImport } from './sales.ts'
import { answerOf, tenure, testFolder } from './tenure.ts'

const hostile = [
  '__proto__',
  'constructor',
  'клиент-7',
  'مشتری',
  '🧾',
  "'; DROP TABLE events; --",
  '\u001b[2J',
]

describe('customers whose ids are anything at all', () => {
  it('are imported, counted and listed like any other', async () => {
    const at = testFolder()
    const rows = hostile.map((id, index) => `${index},2026-01-0${index + 1},${id},1.00,EUR`)
    expect((await tenure(salesImport(at, rows))).code).toBe(0)
    const asked = ['--db', at('shop.db'), '--as-of', '2026-01-31']

    const [table] = (await answerOf(['clv', 'rfm', ...asked])).results
    const customers = table?.['customers'] as ReadonlyArray<{ readonly customerId: string }>
    expect(customers.map(({ customerId }) => customerId)).toEqual(hostile.toSorted())

    const [cohorts] = (await answerOf(['retention', 'cohorts', '--maturity', 'complete', ...asked]))
      .results
    expect(cohorts?.['customers']).toBe(hostile.length)

    for (const id of hostile) {
      const { results } = await answerOf(['events', '--db', at('shop.db'), '--customer', id])
      expect(results.length).toBeGreaterThan(0)
    }
  })

  it('cannot steer the terminal that shows them', async () => {
    const at = testFolder()
    await tenure(salesImport(at, ['1,2026-01-01,\u001b[2J,1.00,EUR']))
    const { stdout } = await tenure(['events', '--db', at('shop.db')])
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('\\u001b[2J')
  })
})
