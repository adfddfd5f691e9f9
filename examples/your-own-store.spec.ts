// #region conformance
import { conformanceCases } from '@tenure/event-store/conformance'
import { memoryStore } from '@tenure/event-store/memory'
import { describe, it } from 'vitest'

// Stands for your own store: a new one each time, empty, by the clock that it is given.
const yourStore = memoryStore

describe('your store owes what every store owes:', () => {
  // A store that lives in one process has no second instance on the same storage: those cases are left out.
  const owed = conformanceCases.filter(({ needs }) => !needs.includes('secondInstance'))
  for (const { id, title, run } of owed)
    it(`${id} ${title}`, () => run(async (options) => ({ store: yourStore(options) })))
})
// #endregion
