import { emptyModel, logPrograms } from '@tenure/event-store/programs'
import { runs } from '@tenure/house-rules/runs'
import * as fc from 'fast-check'
import { describe, it } from 'vitest'
import { emptyServer, opened, realUrl } from './server-under-test.ts'

// A real server is started anew for every program, which takes seconds.
const count = realUrl === undefined ? runs(60) : 12

describe('for every program of appends, reads and deletions', () => {
  it('the store on EventStoreDB answers as the plainest model of a log does', async () => {
    await fc.assert(
      fc.asyncProperty(logPrograms({ deleting: true, uniqueIds: false }), async (program) => {
        const store = opened(await emptyServer())
        await fc.asyncModelRun(() => ({ model: emptyModel(), real: { store } }), program)
      }),
      { numRuns: count },
    )
  }, 300_000)
})
