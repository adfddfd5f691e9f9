import type { RecordedEvent } from '@eventstore/db-client'
import { StoreFailure } from '@tenure/event-store'
import { pulled, resuming, type Reading } from './pulled.ts'

/** What of a stream can be seen: its last revision, or why there is none. */
export type StreamState = bigint | 'none' | 'hidden' | 'tombstoned'

/** The last event that can be read; throws where the stream was deleted for good. */
export const lastOf = async (
  reading: Reading,
  name: string,
): Promise<RecordedEvent | undefined> => {
  const attempt = () =>
    pulled(
      reading.connection
        .client()
        .readStream(name, { fromRevision: 'end', direction: 'backwards', maxCount: 1 }),
      reading,
    )
  let last: RecordedEvent | undefined
  for await (const { event } of resuming({ ...reading, stream: name }, attempt)) last = event
  return last
}

const isTombstone = (thrown: unknown): boolean =>
  thrown instanceof StoreFailure && thrown.error.type === 'StreamDeleted'

/** The revision that readers are told. */
export const revisionOf = async (reading: Reading, name: string): Promise<bigint | 'noStream'> => {
  try {
    return (await lastOf(reading, name))?.revision ?? 'noStream'
  } catch (thrown) {
    if (isTombstone(thrown)) return 'noStream'
    throw thrown
  }
}

/** Tells a stream that was deleted from one that never was: the deletion stands in its metadata. */
export const stateOf = async (reading: Reading, name: string): Promise<StreamState> => {
  try {
    const last = await lastOf(reading, name)
    if (last !== undefined) return last.revision
    const metadata = (await lastOf(reading, `$$${name}`))?.data
    const isCut = typeof metadata === 'object' && metadata !== null && '$tb' in metadata
    return isCut ? 'hidden' : 'none'
  } catch (thrown) {
    if (isTombstone(thrown)) return 'tombstoned'
    throw thrown
  }
}
