import { StoreFailure, type StoreError } from '@tenure/event-store'
import { CommanderError } from 'commander'
import { exitCodes, type ExitCode } from './exit-code.ts'
import { Failure } from './failure.ts'
import { makeProgram } from './program.ts'
import type { Surroundings } from './surroundings.ts'

const isAbort = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || (error instanceof Error && error.name === 'AbortError')

/** What the store says, in one sentence. */
const storeSentence = (error: StoreError): string =>
  'reason' in error ? error.reason : `the database answers ${error.type}.`

/** The one place where a failure becomes a sentence and a code. */
const explain = (error: unknown, { notice, signal }: Surroundings): ExitCode => {
  // Commander has written its own sentence already; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (error instanceof Failure) {
    notice(`tenure: ${error.message}`)
    return error.code
  }
  if (isAbort(error, signal)) {
    notice('tenure: interrupted.')
    return exitCodes.aborted
  }
  if (error instanceof StoreFailure) {
    notice(`tenure: ${storeSentence(error.error)}`)
    return exitCodes.database
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  notice(`tenure: this is a bug, please report it with what follows.\n${trace}`)
  return exitCodes.bug
}

/** Runs one command line to its end; never throws. */
export const run = async (
  args: ReadonlyArray<string>,
  surroundings: Surroundings,
): Promise<ExitCode> => {
  try {
    await makeProgram(surroundings).parseAsync(args, { from: 'user' })
    return exitCodes.ok
  } catch (error) {
    return explain(error, surroundings)
  }
}
