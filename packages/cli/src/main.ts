import { run } from './run.ts'
import { processSurroundings } from './surroundings.ts'

/**
 * Runs `tenure` as this process, with the arguments after the program's name.
 *
 * The exit code is set rather than exited with, so that a slow reader still gets the whole answer.
 */
export const main = async (args: ReadonlyArray<string>): Promise<void> => {
  process.exitCode = await run(args, processSurroundings())
}
