import { conformanceCases, type Need } from '@tenure/event-store/conformance'
import { describe, it } from 'vitest'
import { emptyServer, opened, realUrl } from './server-under-test.ts'

// What EventStoreDB does not do: docs/reference/eventstoredb.md.
const lacking: ReadonlyArray<Need> = ['clock', 'uniqueIds', 'livePositions']
const owed = conformanceCases.filter(({ needs }) => !needs.some((need) => lacking.includes(need)))
const server = realUrl === undefined ? 'a stand-in' : 'a real server'

describe(`the store on EventStoreDB, on ${server}, owes what every store owes:`, () => {
  it.each(owed)(
    '$id $title',
    ({ run }) =>
      run(async () => {
        const url = await emptyServer()
        return { store: opened(url), reopen: async () => opened(url) }
      }),
    90_000,
  )
})
