import type { ServerWritableStream } from '@grpc/grpc-js'
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js'

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>

/** Resolves with false when the call is over; no listener outlives it. */
const drained = (call: ReadCall): Promise<boolean> =>
  new Promise((resolve) => {
    const done = (isOpen: boolean) => (): void => {
      call.off('drain', onDrain)
      call.off('cancelled', onCancelled)
      resolve(isOpen)
    }
    const [onDrain, onCancelled] = [done(true), done(false)]
    call.once('drain', onDrain)
    call.once('cancelled', onCancelled)
  })

/** Sends as fast as the reader takes it. False: nobody reads any more. */
export const send = async (call: ReadCall, response: ReadResp): Promise<boolean> => {
  if (call.cancelled) return false
  return call.write(response) || (await drained(call))
}
