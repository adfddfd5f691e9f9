import { formatInstant } from '@tenure/core/shared'
import type { Recorded } from '@tenure/event-store'

/** An event with its whole envelope, as it stands in JSON. Absent fields stay absent. */
export const eventLine = (recorded: Recorded) => {
  const { id, stream, revision, position, type, data, recordedAt } = recorded
  const { schemaVersion, declaredAt, ...metadata } = recorded.metadata
  return {
    id,
    stream,
    // A stream's revisions stay far below the safe integers.
    revision: Number(revision),
    position,
    recordedAt: formatInstant(recordedAt),
    ...(declaredAt === undefined ? {} : { declaredAt: formatInstant(declaredAt) }),
    type,
    schemaVersion,
    ...metadata,
    data,
  }
}
