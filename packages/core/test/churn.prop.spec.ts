import { describe, it } from 'vitest'
import { roomLaws } from '@tenure/testing'
import { churnCommand } from '@tenure/testing/arbitraries'
import { churnRoom } from '../src/churn/index.ts'

describe('the churn room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: churnRoom,
    command: churnCommand,
    isQuestion: ({ type }) => type === 'AssessChurn',
  })
  for (const law of laws) it(law.title, law.check)
})
