import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { memoryStore } from '../src/memory/index.ts'
import { emptyModel, logPrograms } from '../src/programs/index.ts'

describe('for every program of appends, reads and deletions', () => {
  it('the store in memory answers as the plainest model of a log does', async () => {
    await fc.assert(
      fc.asyncProperty(logPrograms({ deleting: true }), async (program) => {
        const setup = () => ({ model: emptyModel(), real: { store: memoryStore() } })
        await fc.asyncModelRun(setup, program)
      }),
      { numRuns: runs(300) },
    )
  })
})
