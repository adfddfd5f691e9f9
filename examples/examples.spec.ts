import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const printedBy = (name: string): string =>
  execFileSync(process.execPath, [fileOf(name)], { encoding: 'utf8' })

describe('the first program of a developer', () => {
  it('says what was overdue as known then and as known now', () => {
    expect(printedBy('pay-later.ts')).toBe(
      'overdue on 2026-04-09, as known then: EUR 1000.00\n' +
        'overdue on 2026-04-09, as known now: EUR 600.00\n',
    )
  })

  it('fits on a page: at most 60 lines', () => {
    expect(readFileSync(fileOf('pay-later.ts'), 'utf8').trimEnd().split('\n').length).toBeLessThan(
      61,
    )
  })
})

describe('one day asked as known then and as known now', () => {
  it('is open before the house hears of the payment, and paid afterwards', () => {
    expect(printedBy('as-of-and-known-at.ts')).toBe('then: 10000\nnow: 0\n')
  })
})
