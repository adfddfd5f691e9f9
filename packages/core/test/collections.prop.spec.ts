import { describe, it } from 'vitest'
import { roomLaws } from '@tenure/testing'
import { collectionsCommand } from '@tenure/testing/arbitraries'
import { collectionsRoom } from '../src/collections/index.ts'

describe('the collections room, for every history its rules can produce,', () => {
  for (const law of roomLaws({ room: collectionsRoom, command: collectionsCommand }))
    it(law.title, law.check)
})
