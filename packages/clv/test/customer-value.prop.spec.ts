import { runs } from '@tenure/house-rules/runs'
import { modelLaws } from '@tenure/projection/laws'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerValue } from '../src/index.ts'
import { historyOf, replay } from '@tenure/projection'
import { givenCommands, logOf, someDay } from '@tenure/testing/sales'
import { rowsAt } from './rows-at.ts'
import { histories } from './histories.ts'

describe('for every history, the value of customers', () => {
  const numRuns = runs(40)
  for (const { title, check } of modelLaws({
    model: customerValue,
    histories: fc.sample(histories, numRuns),
  }))
    it(title, check)

  it('is the same in whatever order its facts were learned', async () => {
    const shuffled = histories.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([facts, others]) => {
        const last = '9999-12-31'
        expect(await rowsAt(others, last)).toEqual(await rowsAt(facts, last))
      }),
      { numRuns },
    )
  })

  it('at what was known on a day are those of the commands given by then', async () => {
    await fc.assert(
      fc.asyncProperty(givenCommands, someDay, fc.nat(), async (given, asOf, place) => {
        const knownAt = given[place % given.length]?.at
        fc.pre(knownAt !== undefined)
        const cut = await replay(historyOf(logOf(given)), { customerValue }, [{ asOf, knownAt }])
        const short = historyOf(logOf(given.filter(({ at }) => at <= knownAt)))
        expect((await replay(short, { customerValue }, [{ asOf }]))[0]?.rows).toEqual(cut[0]?.rows)
      }),
      { numRuns },
    )
  })
})
