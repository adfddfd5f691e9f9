import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { disputeCommand } from '@tenure/testing/arbitraries'
import { disputeRoom, type DisputeEvent, type DisputeFile } from '../src/dispute/index.ts'

type Told = Invariant<DisputeFile, DisputeEvent>

const partsAddUp: Told = {
  title: 'accepts and rejects together what was contested',
  holds: ({ opened, decided }) =>
    decided === null ||
    (opened !== null && decided.acceptedMinor + decided.rejectedMinor === opened.amountMinor),
}

const oneOpening: Told = {
  title: 'opens a file once and decides it once, in that order',
  holds: (_, history) => {
    const types = history.map(({ type }) => type).filter((type) => type !== 'EvidenceAdded')
    return ['', 'DisputeOpened', 'DisputeOpened DisputeDecided'].includes(types.join(' '))
  },
}

const nothingAfterwards: Told = {
  title: 'takes no evidence after the decision, and none before the opening',
  holds: (_, history) => {
    const first = history[0]?.type
    const ended = history.findIndex(({ type }) => type === 'DisputeDecided')
    return (
      (first === undefined || first === 'DisputeOpened') &&
      (ended < 0 || ended === history.length - 1)
    )
  },
}

describe('the dispute room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: disputeRoom,
    command: disputeCommand,
    numRuns: runs(100),
    invariants: [partsAddUp, oneOpening, nothingAfterwards],
  })
  for (const law of laws) it(law.title, law.check)
})
