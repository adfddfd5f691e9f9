import { StoreFailure, type StoreError } from '@tenure/event-store'

/** The server did not answer in time: whatever was asked may have been done. */
export class Overdue extends Error {
  override readonly name = 'Overdue'
  readonly type = 'overdue'
  constructor(deadlineMs: number) {
    super(`The server has not answered within ${deadlineMs} ms.`)
  }
}

/** A call that was to go on for ever has ended. */
export class Dropped extends Error {
  override readonly name = 'Dropped'
  readonly type = 'dropped'
}

/** The position to go on from lies beyond the log: this is another log, or an older one. */
export class BeyondTheLog extends StoreFailure {
  constructor(position: string) {
    const reason = `The position ${position} lies beyond the end of this log: it was told by another log, or the log was set back.`
    super({ type: 'StoreUnavailable', outcome: 'notDone', reason })
  }
}

/**
 * What a failure of the client means. `unsent`: it failed before the call was made. `notReady`: the server
 * said that it did nothing. `refused`: nothing was done, and nothing will be. `lost`: who knows.
 */
export type Kind =
  | 'wrongRevision'
  | 'streamDeleted'
  | 'notFound'
  | 'tooLarge'
  | 'denied'
  | 'unsent'
  | 'notReady'
  | 'refused'
  | 'lost'

const KINDS: ReadonlyMap<unknown, Kind> = new Map<unknown, Kind>([
  ['wrong-expected-version', 'wrongRevision'],
  ['stream-deleted', 'streamDeleted'],
  ['stream-not-found', 'notFound'],
  ['maximum-append-size-exceeded', 'tooLarge'],
  ['access-denied', 'denied'],
  ['not-leader', 'notReady'],
  ['invalid-argument', 'refused'],
  ['missing-required-metadata-property', 'refused'],
])

const INVALID_ARGUMENT = 3
const DENIED: ReadonlySet<unknown> = new Set([7, 16])

const field = (thrown: Error, name: 'type' | 'code'): unknown =>
  Object.getOwnPropertyDescriptor(thrown, name)?.value

/** Reads the client's `type` and gRPC's `code`: some failures have only one of them, some none. */
export const kindOf = (thrown: unknown): Kind => {
  // Bugs of this package are not to pass as troubles of the server.
  if (!(thrown instanceof Error) || thrown instanceof TypeError || thrown instanceof RangeError)
    throw thrown
  const [type, code] = [field(thrown, 'type'), field(thrown, 'code')]
  if (thrown.message.includes('Server Is Not Ready')) return 'notReady'
  if (/Maximum Append Size of \d+ Exceeded/.test(thrown.message)) return 'tooLarge'
  if (DENIED.has(code)) return 'denied'
  const kind = KINDS.get(type)
  if (kind !== undefined) return kind
  // The client's own first question and its search for a node are the only ones that fail without a type.
  if (type === undefined) return 'unsent'
  if (code === INVALID_ARGUMENT || /^Could not recognize|InvalidPosition/.test(thrown.message))
    return 'refused'
  return 'lost'
}

/** Whether asking again may help. */
export const mayPass = (kind: Kind): boolean =>
  kind === 'unsent' || kind === 'notReady' || kind === 'lost'

/** Failures as they are told: no text may hold a password. */
export type Redact = (text: string) => string

export const redactor = (connectionString: string): Redact => {
  const [, user = '', password = ''] = /\/\/([^/@:]*):([^/@]*)@/.exec(connectionString) ?? []
  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  }
  const secrets = [`${user}:${password}`, password, decoded(password)].filter(
    (text) => text.length > 1,
  )
  return (text) =>
    secrets
      .reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
      .replaceAll(/\/\/[^/@\s]*@/g, '//***@')
}

export interface Asked {
  /** The stream that was asked about; the log where there is none. */
  readonly stream?: string
  /** What was to be done changes something: where the answer is lost, it may have been done. */
  readonly isChange: boolean
  readonly redact: Redact
}

/** A failure of the client in the words of the port; conflicts and sizes are worded by who appends. */
export const storeErrorOf = (
  thrown: unknown,
  { stream = '$all', isChange, redact }: Asked,
): StoreError => {
  if (thrown instanceof StoreFailure) return thrown.error
  const kind = kindOf(thrown)
  const told = thrown instanceof Error ? thrown.message : ''
  const reason = redact(told === '' ? 'The server refused without a word.' : told)
  if (kind === 'streamDeleted') return { type: 'StreamDeleted', stream }
  if (kind === 'denied') return { type: 'AccessDenied', reason }
  const outcome = isChange && kind === 'lost' ? 'unknown' : 'notDone'
  return { type: 'StoreUnavailable', outcome, reason }
}

export { closedError } from '@tenure/event-store'

export const closedMeanwhile: StoreError = {
  type: 'StoreUnavailable',
  outcome: 'unknown',
  reason: 'The store was closed before the server answered.',
}
