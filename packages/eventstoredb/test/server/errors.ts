import { Metadata, status, type ServiceError } from '@grpc/grpc-js'

/** A failed call as it travels: a status, and what the server says of it in its trailers. */
export const failure = (
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError => {
  const metadata = new Metadata()
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, encodeURI(value))
  return Object.assign(new Error(details), { code, details, metadata })
}

export const unavailable = (): ServiceError => failure(status.UNAVAILABLE, 'Connection dropped')
export const denied = (): ServiceError => failure(status.PERMISSION_DENIED, 'Access Denied')

export const streamDeleted = (stream: string): ServiceError =>
  failure(status.FAILED_PRECONDITION, 'Event stream is deleted.', {
    exception: 'stream-deleted',
    'stream-name': stream,
  })

export const wrongRevision = (stream: string, expected: bigint, actual: bigint): ServiceError =>
  failure(status.FAILED_PRECONDITION, 'Delete failed due to WrongExpectedVersion.', {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  })

export const unexpected = (what: string): ServiceError => failure(status.UNKNOWN, what)
