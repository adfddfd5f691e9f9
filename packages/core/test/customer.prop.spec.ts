import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { customerCommand } from '@tenure/testing/arbitraries'
import { customerRoom, type Customer, type CustomerEvent } from '../src/customer/index.ts'

type Told = Invariant<Customer, CustomerEvent>

const isRegisteredOnce: Told = {
  title: 'is registered once, before anything else is known',
  holds: (_, history) =>
    history.every(({ type }, index) => (type === 'CustomerRegistered') === (index === 0)),
}

const endsWithTheMerge: Told = {
  title: 'takes no change after it was merged',
  holds: (_, history) => {
    const merged = history.findIndex(({ type }) => type === 'CustomerMerged')
    return merged < 0 || merged === history.length - 1
  },
}

describe('the customer room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: customerRoom,
    command: customerCommand,
    numRuns: runs(100),
    invariants: [isRegisteredOnce, endsWithTheMerge],
  })
  for (const law of laws) it(law.title, law.check)
})
