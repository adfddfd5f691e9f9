import { pb, identifier, uuid } from './protocol.ts'
import type { Stored } from './log.ts'

const TICKS_PER_MS = 10_000n

/** An event as it is given to readers. */
export const readResponse = (stored: Stored) => {
  const place = String(stored.place)
  const recorded = new pb.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(stored.id))
    .setStreamIdentifier(identifier(stored.stream))
    .setStreamRevision(String(stored.revision))
    .setCommitPosition(place)
    .setPreparePosition(place)
    .setData(stored.data)
    .setCustomMetadata(stored.metadata)
  recorded
    .getMetadataMap()
    .set('type', stored.type)
    .set('content-type', stored.contentType)
    .set('created', String(BigInt(stored.createdMs) * TICKS_PER_MS))
  const event = new pb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(place)
  return new pb.ReadResp().setEvent(event)
}

export const checkpointResponse = (commit: bigint, prepare = commit) =>
  new pb.ReadResp().setCheckpoint(
    new pb.ReadResp.Checkpoint()
      .setCommitPosition(String(commit))
      .setPreparePosition(String(prepare)),
  )

export const confirmation = () => {
  const told = new pb.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID())
  return new pb.ReadResp().setConfirmation(told)
}

export const caughtUp = () => new pb.ReadResp().setCaughtUp(new pb.ReadResp.CaughtUp())

export const notFound = (stream: string) =>
  new pb.ReadResp().setStreamNotFound(
    new pb.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
  )
