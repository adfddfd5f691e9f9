import { knownAtOf, type CivilDate } from '@tenure/core/shared'
import type { Recorded } from '@tenure/event-store'
import type { Fault } from '../faults.ts'
import type { StagedCommand, Statements } from './line-up.ts'
import type { RehearsalRun } from './rehearsal-run.ts'

/**
 * Deals with facts that were declared for a time before the last event of their stream; answers whether
 * there are any. Other streams that they touch are to be rehearsed again.
 */
export const sortOutLate = (
  { late, learnedAt, faults, reject }: RehearsalRun,
  statements: Statements,
  commands: ReadonlyArray<StagedCommand>,
  tail: Recorded,
  again: Set<string>,
): boolean => {
  const lastKnown = knownAtOf({ recordedAt: tail.recordedAt, ...tail.metadata })
  const tooLate = commands.filter((c) => c.late === 0 && learnedAt(c.declared) < lastKnown)
  for (const { fact, file, line, declared, stream } of tooLate) {
    if (late === 'now') {
      statements.markLate.run(fact)
      for (const touched of statements.streamsOfFact.all(fact))
        if (touched !== stream) again.add(touched)
    } else {
      faults.add(file, line, lateFault(declared, stream))
      for (const touched of reject(file, line)) if (touched !== stream) again.add(touched)
    }
  }
  return tooLate.length > 0
}

const lateFault = (declared: CivilDate, stream: string): Fault => ({
  type: 'DeclaredTooLate',
  field: 'declaredOn',
  reason: `The fact was learned on ${declared}, and ${stream} already holds an event learned later.`,
})
