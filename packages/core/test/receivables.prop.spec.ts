import { describe, it } from 'vitest'
import { roomLaws } from '@tenure/testing'
import { receivablesCommand } from '@tenure/testing/arbitraries'
import { receivablesRoom } from '../src/receivables/index.ts'
import { receivablesInvariants } from './receivables-invariants.ts'

describe('the receivables room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: receivablesRoom,
    command: receivablesCommand,
    invariants: receivablesInvariants,
    maxCommands: 50,
  })
  for (const law of laws) it(law.title, law.check)
})
