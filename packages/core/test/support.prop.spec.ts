import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { supportCommand } from '@tenure/testing/arbitraries'
import { supportRoom, type SupportEvent, type Ticket } from '../src/support/index.ts'

type Told = Invariant<Ticket, SupportEvent>

const namesEveryStepOnce: Told = {
  title: 'gives every step an id of its own, so that a notice is sent once a step',
  holds: ({ steps }, history) =>
    new Set(history.map(({ changeId }) => changeId)).size === history.length &&
    steps.size === history.length,
}

const isAnsweredFirstOnce: Told = {
  title: 'has one first answer of all, and one by a person',
  holds: (_, history) => {
    const answers = history.filter((event) => event.type === 'TicketAnswered')
    const people = answers.filter(({ by }) => by === 'person')
    return (
      answers.every(({ isFirst }, index) => isFirst === (index === 0)) &&
      people.every(({ isFirstByPerson }, index) => isFirstByPerson === (index === 0)) &&
      answers.every(({ by, isFirstByPerson }) => by === 'person' || !isFirstByPerson)
    )
  },
}

const opensAndClosesInTurn: Told = {
  title: 'is opened first, and closes and reopens in turn',
  holds: (_, history) => {
    let status = 'unknown'
    for (const { type } of history) {
      if (type === 'TicketOpened' && status !== 'unknown') return false
      if (type === 'TicketReopened' && status !== 'closed') return false
      if (type !== 'TicketOpened' && type !== 'TicketReopened' && status !== 'open') return false
      status = type === 'TicketClosed' ? 'closed' : 'open'
    }
    return true
  },
}

const goesUp: Told = {
  title: 'goes to the same level or up, never down',
  holds: ({ level }, history) => {
    const ups = history.filter((event) => event.type === 'TicketEscalated')
    return (
      ups.every(({ fromLevel, toLevel }) => fromLevel <= toLevel) &&
      level === (ups.at(-1)?.toLevel ?? 1)
    )
  },
}

describe('the support room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: supportRoom,
    command: supportCommand,
    numRuns: runs(100),
    invariants: [namesEveryStepOnce, isAnsweredFirstOnce, opensAndClosesInTurn, goesUp],
  })
  for (const law of laws) it(law.title, law.check)
})
