import * as fc from 'fast-check'
import { addDays, type CivilDate } from '../src/shared/index.ts'
import { day } from './policies-words.ts'

// Houses that look on some days only.

/** Silences between looks, of up to five weeks, one after the other and then from the first again. */
export const silences: fc.Arbitrary<ReadonlyArray<number>> = fc.array(
  fc.integer({ min: 1, max: 35 }),
  { minLength: 1, maxLength: 20 },
)

/** The first looks of such a house from the first of January on. */
export const looksAfter = (
  gaps: ReadonlyArray<number>,
  count: number,
): ReadonlyArray<CivilDate> => {
  const looks: CivilDate[] = []
  let on = day('2026-01-01')
  for (let at = 0; looks.length < count; at += 1)
    looks.push((on = addDays(on, gaps[at % gaps.length] ?? 1)))
  return looks
}
