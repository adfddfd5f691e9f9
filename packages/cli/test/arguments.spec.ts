import { describe, expect, it } from 'vitest'
import { parseCount } from '../src/arguments/parse-count.ts'
import { parseCurrency } from '../src/arguments/parse-currency.ts'
import { parseDay } from '../src/arguments/parse-day.ts'
import { parseZone } from '../src/arguments/parse-zone.ts'

describe('an argument that is none', () => {
  it('is refused with what was written and what to write', () => {
    expect(() => parseDay('2026-02-30', '--as-of')).toThrow(
      '--as-of "2026-02-30" is no day: write YYYY-MM-DD, as in 2026-03-31.',
    )
    expect(() => parseZone('Mars/Olympus')).toThrow(
      '--zone "Mars/Olympus" is no time zone: write a name such as Europe/Rome.',
    )
    expect(() => parseCurrency('eur')).toThrow(
      '--currency "eur" is no ISO 4217 code: write three capitals, as in EUR.',
    )
    for (const text of ['0', '-1', '1.5', '1e3', '', '9007199254740993'])
      expect(() => parseCount(text, '--limit', 1)).toThrow(
        `--limit ${JSON.stringify(text)} is no whole number of at least 1.`,
      )
  })

  it('is taken as written where it is one', () => {
    expect(parseDay('2024-02-29', '--as-of')).toBe('2024-02-29')
    expect(parseZone('America/St_Johns')).toBe('America/St_Johns')
    expect(parseCurrency('JPY')).toBe('JPY')
    expect(parseCount('20', '--limit', 1)).toBe(20)
  })
})
