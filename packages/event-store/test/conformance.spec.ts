import { describe, it } from 'vitest'
import { conformanceCases } from '../src/conformance/index.ts'
import { memoryStore } from '../src/memory/index.ts'

// One instance in memory is all there is: what needs a second one is asked of stores on a disk.
const asked = conformanceCases.filter(({ needs }) => !needs.includes('secondInstance'))

describe('the store in memory owes what every store owes:', () => {
  it.each(asked)('$id $title', ({ run }) =>
    run(async (options) => ({ store: memoryStore(options) })),
  )
})
