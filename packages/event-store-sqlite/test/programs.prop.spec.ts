import { emptyModel, logPrograms } from '@tenure/event-store/programs'
import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { newFile, opened } from './new-file.ts'

describe('for every program of appends, reads and deletions', () => {
  it('the store in a file answers as the plainest model of a log does', async () => {
    await fc.assert(
      fc.asyncProperty(logPrograms({ deleting: true }), async (program) => {
        const store = await opened(newFile())
        await fc.asyncModelRun(() => ({ model: emptyModel(), real: { store } }), program)
      }),
      { numRuns: runs(60) },
    )
  })
})
