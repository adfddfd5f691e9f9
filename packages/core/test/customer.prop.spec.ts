import { describe, it } from 'vitest'
import { roomLaws } from '@tenure/testing'
import { customerCommand } from '@tenure/testing/arbitraries'
import { customerRoom } from '../src/customer/index.ts'

describe('the customer room, for every history its rules can produce,', () => {
  for (const law of roomLaws({ room: customerRoom, command: customerCommand }))
    it(law.title, law.check)
})
