/** What the shell learns of a run. Documented in docs/reference/cli.md; never renumbered. */
export const exitCodes = {
  ok: 0,
  /** A bug of ours: the only case in which a stack trace is shown. */
  bug: 1,
  /** The command line cannot be understood or answered as asked. */
  usage: 2,
  /** A file to import has faults, or cannot be read. */
  badInput: 3,
  /** The database is missing, locked, read-only, of a newer version, or none at all. */
  database: 4,
  /** Interrupted by the user, as shells number SIGINT. */
  aborted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
