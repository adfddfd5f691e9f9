import { describe, it } from 'vitest'
import { roomLaws } from '@tenure/testing'
import { orderCommand } from '@tenure/testing/arbitraries'
import { orderRoom } from '../src/order/index.ts'

describe('the order room, for every history its rules can produce,', () => {
  for (const law of roomLaws({ room: orderRoom, command: orderCommand })) it(law.title, law.check)
})
