import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

describe('the first program of a developer', () => {
  it('says what was overdue as known then and as known now', () => {
    expect(execFileSync(process.execPath, [fileOf('pay-later.ts')], { encoding: 'utf8' })).toBe(
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
