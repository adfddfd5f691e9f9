import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import { denied, streamDeleted, unavailable, wrongRevision } from './errors.ts'
import { takes, type Faults } from './faults.ts'
import { DELETED, endOf, writeCut, writeTombstone, type ServerLog } from './log.ts'
import { pb, textOf } from './protocol.ts'

const [ANY, NO_STREAM] = [-2n, -1n]

const expectationOf = (options: DeleteReq.Options | TombstoneReq.Options): bigint => {
  if (options.hasAny()) return ANY
  return options.hasNoStream() ? NO_STREAM : BigInt(options.getRevision())
}

/** Undefined where it was deleted. */
const refusal = (
  log: ServerLog,
  faults: Faults,
  options: DeleteReq.Options | TombstoneReq.Options | undefined,
  isSoft: boolean,
) => {
  if (takes(faults, 'unavailable') || options === undefined) return unavailable()
  if (faults.isDenied) return denied()
  const stream = textOf(options.getStreamIdentifier()?.getStreamName())
  const expected = expectationOf(options)
  const { last, hasMetadata, isTombstoned, isSoftDeleted } = endOf(log, stream)
  if (isTombstoned) return streamDeleted(stream)
  const isMet = expected === ANY || expected === last || (expected === NO_STREAM && isSoftDeleted)
  const isNothing = isSoft && last < 0n && !hasMetadata
  if (!isMet || isNothing) return wrongRevision(stream, expected, last)
  if (isSoft) writeCut(log, stream, DELETED)
  else writeTombstone(log, stream)
  return undefined
}

export const softDelete =
  (log: ServerLog, faults: Faults) =>
  ({ request }: ServerUnaryCall<DeleteReq, DeleteResp>, done: sendUnaryData<DeleteResp>): void =>
    done(refusal(log, faults, request.getOptions(), true) ?? null, new pb.DeleteResp())

export const tombstone =
  (log: ServerLog, faults: Faults) =>
  (
    { request }: ServerUnaryCall<TombstoneReq, TombstoneResp>,
    done: sendUnaryData<TombstoneResp>,
  ): void =>
    done(refusal(log, faults, request.getOptions(), false) ?? null, new pb.TombstoneResp())
