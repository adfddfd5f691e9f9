import { runs } from '@tenure/house-rules/runs'
import { modelLaws } from '@tenure/projection/laws'
import { civilDate } from '@tenure/core/shared'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerStanding, mergedCustomers, purchaseMonths, survivorsOf } from '../src/index.ts'
import { historyOf, replay } from '@tenure/projection'
import { rowsAt } from './rows-at.ts'
import { givenCommands, logOf, purchases, someDay } from '@tenure/testing/sales'
import { marks, merges } from './histories.ts'

describe('for every history, the models of retention', () => {
  const numRuns = runs(40)
  for (const { title, check } of [
    ...modelLaws({ model: purchaseMonths, histories: fc.sample(purchases, numRuns) }),
    ...modelLaws({ model: customerStanding, histories: fc.sample(marks, numRuns) }),
    ...modelLaws({ model: mergedCustomers, histories: fc.sample(merges, numRuns) }),
  ])
    it(title, check)

  it('hold the same purchases in whatever order they were learned [inv 43]', async () => {
    const shuffled = purchases.chain((facts) =>
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

  it('lead every merged id in one step to an id that nobody merged away', async () => {
    await fc.assert(
      fc.asyncProperty(merges, async (facts) => {
        const cuts = [{ asOf: civilDate('9999-12-31') }]
        const [answer] = await replay(historyOf(facts), { mergedCustomers }, cuts)
        const survivors = survivorsOf(answer?.rows.mergedCustomers ?? new Map())
        for (const survivor of survivors.values()) expect(survivors.has(survivor)).toBe(false)
      }),
      { numRuns },
    )
  })

  it('at what was known on a day are those of the commands given by then', async () => {
    await fc.assert(
      fc.asyncProperty(givenCommands, someDay, fc.nat(), async (given, asOf, place) => {
        const knownAt = given[place % given.length]?.at
        fc.pre(knownAt !== undefined)
        const cut = await replay(historyOf(logOf(given)), { purchaseMonths }, [{ asOf, knownAt }])
        const short = historyOf(logOf(given.filter(({ at }) => at <= knownAt)))
        expect((await replay(short, { purchaseMonths }, [{ asOf }]))[0]?.rows).toEqual(cut[0]?.rows)
      }),
      { numRuns },
    )
  })
})
