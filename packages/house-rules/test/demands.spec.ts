import { describe, expect, it } from 'vitest'
import { faultsOfCoverage } from '../src/demands/check.ts'
import { coveragePage } from '../src/demands/page.ts'
import { sections } from '../src/demands/rows.ts'
import { shownBy, type RunReport } from '../src/demands/shown-by.ts'

const root = '/house/'
const report = (title: string, status: string): RunReport => ({
  testResults: [
    {
      name: '/house/packages/core/test/terms.spec.ts',
      assertionResults: [{ title, fullName: `terms ${title}`, status }],
    },
  ],
})
const rows = sections.flatMap(([, of]) => of)

describe('the demands of the trade', () => {
  it('are 138 practices, 82 edge cases and 49 invariants, each with its own id', () => {
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => /^\d-\d\d$/.test(id)).length).toBe(138)
    expect(ids.filter((id) => id.startsWith('edge ')).length).toBe(82)
    expect(ids.filter((id) => id.startsWith('inv ')).length).toBe(49)
  })

  it('are shown by tests that passed and name them', () => {
    const passed = shownBy(report('pays in time [0-01] [edge 12]', 'passed'), root)
    expect([...passed.keys()]).toEqual(['0-01', 'edge 12'])
    expect(passed.get('0-01')).toEqual([
      { file: 'packages/core/test/terms.spec.ts', title: 'pays in time' },
    ])
    expect(coveragePage(passed)).toMatch(/\| 0-01 .*`core\/test\/terms\.spec\.ts`/)
  })

  it('are not shown by a test that failed or did not run', () => {
    expect(shownBy(report('pays in time [0-01]', 'failed'), root).size).toBe(0)
    expect(shownBy(report('pays in time [0-01]', 'skipped'), root).size).toBe(0)
  })

  it('have no row without a test, a later capability or a reason', () => {
    const faults = faultsOfCoverage(shownBy(report('pays in time [0-01]', 'passed'), root))
    expect(faults.some((fault) => fault.startsWith('no test shows 0-01:'))).toBe(false)
    expect(faults.some((fault) => fault.startsWith('no test shows 0-02:'))).toBe(true)
    expect(faults.some((fault) => fault.startsWith('no test shows 0-06:'))).toBe(false)
  })

  it('know every id that a test names', () => {
    const faults = faultsOfCoverage(shownBy(report('does more [9-99]', 'passed'), root))
    expect(faults).toContain('a test names 9-99, which is no row')
  })
})
