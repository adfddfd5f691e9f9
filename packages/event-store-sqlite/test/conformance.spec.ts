import { conformanceCases } from '@tenure/event-store/conformance'
import { describe, it } from 'vitest'
import { newFile, opened } from './new-file.ts'

describe('the store in an SQLite file owes what every store owes:', () => {
  it.each(conformanceCases)('$id $title', ({ run }) => {
    const file = newFile()
    return run(async (options) => ({
      store: await opened(file, options),
      reopen: () => opened(file, options),
    }))
  })
})
