import type { ServerDuplexStream } from '@grpc/grpc-js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import { commit, type Expectation, type Verdict } from './commit.ts'
import { takes, type Faults } from './faults.ts'
import type { NewRecord, ServerLog } from './log.ts'
import { Any, Empty, identifier, pb, shared, status, textOf, uuid } from './protocol.ts'

export type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>

const MAX_APPEND_BYTES = 1_048_576
const SECOND_REPLY_MS = 50
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The parts of one append, until the last one has come. */
interface Pending {
  readonly stream: string
  readonly expected: Expectation
  readonly records: Array<NewRecord>
}

const expectationOf = (options: BatchAppendReq.Options): Expectation => {
  if (options.hasAny()) return 'any'
  if (options.hasNoStream()) return 'noStream'
  return options.hasStreamExists() ? 'exists' : BigInt(options.getStreamPosition())
}

const recordOf = (message: BatchAppendReq.ProposedMessage): NewRecord => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
})

const detail = (bytes: Uint8Array, name: string) => {
  const any = new Any()
  any.pack(Uint8Array.from(bytes), `event_store.client.${name}`)
  return any
}

const error = (code: number, message: string, bytes: Uint8Array = new Uint8Array()) =>
  new status.Status()
    // A number of the enumeration of codes.
    .setCode(code as Parameters<InstanceType<typeof status.Status>['setCode']>[0])
    .setMessage(message)
    .setDetails(detail(bytes, message))

const wrong = (expected: Expectation, actual: bigint) => {
  const told = new shared.WrongExpectedVersion()
  if (actual < 0n) told.setCurrentNoStream(new Empty())
  else told.setCurrentStreamRevision(String(actual))
  if (expected === 'any') told.setExpectedAny(new Empty())
  else if (expected === 'noStream') told.setExpectedNoStream(new Empty())
  else if (expected === 'exists') told.setExpectedStreamExists(new Empty())
  else told.setExpectedStreamPosition(String(expected))
  return error(6, 'WrongExpectedVersion', told.serializeBinary())
}

const answered = (response: BatchAppendResp, pending: Pending, verdict: Verdict): void => {
  if (verdict.type === 'deleted') {
    const told = new shared.StreamDeleted().setStreamIdentifier(identifier(pending.stream))
    response.setError(error(5, 'StreamDeleted', told.serializeBinary()))
    return
  }
  if (verdict.type === 'wrong') {
    response.setError(wrong(pending.expected, verdict.actual))
    return
  }
  const success = new pb.BatchAppendResp.Success().setCurrentRevision(String(verdict.revision))
  if (verdict.place !== undefined) {
    const place = String(verdict.place)
    const position = new shared.AllStreamPosition()
    position.setCommitPosition(place)
    position.setPreparePosition(place)
    success.setPosition(position)
  }
  response.setSuccess(success)
}

const answer = (call: BatchCall, log: ServerLog, faults: Faults, id: string, pending: Pending) => {
  const reply = () =>
    new pb.BatchAppendResp()
      .setCorrelationId(uuid(id))
      .setStreamIdentifier(identifier(pending.stream))
  const { records } = pending
  const response = reply()
  if (takes(faults, 'notReady')) {
    call.write(response.setError(error(9, 'Server Is Not Ready')))
    return
  }
  if (faults.isDenied) {
    call.write(response.setError(error(7, 'AccessDenied')))
    return
  }
  if (
    records.some((record) => !ID.test(record.id) || /^[0-]*$/.test(record.id) || record.type === '')
  ) {
    call.write(response.setError(error(3, 'BadRequest')))
    // The real server replies once more, and the client dies of it.
    setTimeout(() => call.write(reply().setError(error(4, 'Timeout'))), SECOND_REPLY_MS)
    return
  }
  if (records.reduce((sum, { data }) => sum + data.length, 0) > MAX_APPEND_BYTES) {
    const told = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES)
    call.write(response.setError(error(3, 'MaximumAppendSizeExceeded', told.serializeBinary())))
    return
  }
  answered(response, pending, commit(log, pending.stream, pending.expected, records))
  if (takes(faults, 'swallowedReplies')) return
  if (faults.replyAfterMs === 0) call.write(response)
  else setTimeout(() => call.write(response), faults.replyAfterMs)
}

/** One call for many appends, each by its correlation id and perhaps in parts. */
export const batchAppend =
  (log: ServerLog, faults: Faults) =>
  (call: BatchCall): void => {
    const pending = new Map<string, Pending>()
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? ''
      const options = request.getOptions()
      if (options !== undefined)
        pending.set(id, {
          stream: textOf(options.getStreamIdentifier()?.getStreamName()),
          expected: expectationOf(options),
          records: [],
        })
      const append = pending.get(id)
      if (append === undefined) return
      append.records.push(...request.getProposedMessagesList().map(recordOf))
      if (!request.getIsFinal()) return
      pending.delete(id)
      answer(call, log, faults, id, append)
    })
    call.on('end', () => call.end())
    call.on('error', () => {})
  }
