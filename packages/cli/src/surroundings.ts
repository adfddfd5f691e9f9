import type { Instant } from '@tenure/core/shared'

/** All that a command sees of the machine. */
export interface Surroundings {
  /** Answers: stdout. Resolves when the reader took them. */
  readonly write: (text: string) => Promise<void>
  /** Notices and failures, a line each: stderr. */
  readonly notice: (line: string) => void
  readonly now: () => Instant
  /** Aborted by SIGINT. */
  readonly signal: AbortSignal
}

const isBrokenPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'

/** A reader such as `head` that has enough is no error: the run ends well, and at once. */
const endOnBrokenPipe = (error: unknown): void => {
  if (!isBrokenPipe(error)) throw error
  process.exit(0)
}

const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined || isBrokenPipe(error)) resolve()
      else reject(error)
    })
  })

/** The first SIGINT asks the work to stop; a second one does not wait for it. */
const onInterrupt = (): AbortSignal => {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    process.once('SIGINT', () => process.exit(130))
    controller.abort()
  })
  return controller.signal
}

/** The process that we are. The only clock and the only streams of the command line. */
export const processSurroundings = (): Surroundings => {
  process.stdout.on('error', endOnBrokenPipe)
  process.stderr.on('error', endOnBrokenPipe)
  return {
    write,
    notice: (line) => void process.stderr.write(`${line}\n`),
    // Date.now is whole milliseconds well inside the range of an Instant.
    now: () => Date.now() as Instant,
    signal: onInterrupt(),
  }
}
