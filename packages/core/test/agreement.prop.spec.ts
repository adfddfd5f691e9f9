import { describe, it } from 'vitest'
import { runs } from '@tenure/house-rules/runs'
import { roomLaws, type Invariant } from '@tenure/testing'
import { agreementCommand } from '@tenure/testing/arbitraries'
import {
  agreementRoom,
  mandatoryClauses,
  type Agreement,
  type AgreementEvent,
} from '../src/agreement/index.ts'

type Told = Invariant<Agreement, AgreementEvent>

const neverChangesWhatIsSigned: Told = {
  title: 'adds no clause to a version that one of the parties signed',
  holds: (_, history) =>
    history.every(
      (event, index) =>
        event.type !== 'ClauseAdded' ||
        !history
          .slice(0, index)
          .some(
            (before) =>
              (before.type === 'AgreementSigned' || before.type === 'AgreementTookEffect') &&
              before.version === event.version,
          ),
    ),
}

const signsOnlyWhatIsComplete: Told = {
  title: 'puts a version into force after both signatures only, with every clause that is needed',
  holds: (_, history) =>
    history.every((event, index) => {
      if (event.type !== 'AgreementTookEffect') return true
      const signatures = history
        .slice(0, index)
        .filter((before) => before.type === 'AgreementSigned' && before.version === event.version)
      // One that was signed elsewhere has whatever clauses it has.
      if (signatures.length < 2) return true
      const kinds = event.clauses.map(({ kind }) => kind)
      return (
        signatures.every(({ effectiveOn }) => effectiveOn <= event.effectiveOn) &&
        mandatoryClauses.every((kind) => kinds.includes(kind))
      )
    }),
}

const countsItsVersions: Told = {
  title: 'numbers its versions from 1 without a gap, each from a day not before the last',
  holds: ({ versions }) =>
    versions.every(
      ({ version, since }, index) =>
        version === index + 1 && since >= (versions[index - 1]?.since ?? since),
    ),
}

const endsOnce: Told = {
  title: 'is terminated once, and nothing is agreed after that',
  holds: (_, history) => {
    const end = history.findIndex(({ type }) => type === 'AgreementTerminated')
    return (
      end < 0 || history.slice(end + 1).every(({ type }) => type === 'EarlyTerminationFeeIncurred')
    )
  },
}

describe('the agreement room, for every history its rules can produce,', () => {
  const laws = roomLaws({
    room: agreementRoom,
    command: agreementCommand,
    numRuns: runs(100),
    maxCommands: 40,
    invariants: [neverChangesWhatIsSigned, signsOnlyWhatIsComplete, countsItsVersions, endsOnce],
  })
  for (const law of laws) it(law.title, law.check)
})
