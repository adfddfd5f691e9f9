import { conformanceCases, type Need } from '@tenure/event-store/conformance'
import { describe, it } from 'vitest'
import { opened, started } from './server-under-test.ts'

// What EventStoreDB does not do: see docs/reference/eventstoredb.md.
const lacking: ReadonlyArray<Need> = ['clock', 'uniqueIds', 'livePositions']
const owed = conformanceCases.filter(({ needs }) => !needs.some((need) => lacking.includes(need)))

describe('the store on EventStoreDB owes what every store owes:', () => {
  it.each(owed)('$id $title', ({ run }) =>
    run(async () => {
      const { url } = await started()
      return { store: opened(url), reopen: async () => opened(url) }
    }),
  )
})
