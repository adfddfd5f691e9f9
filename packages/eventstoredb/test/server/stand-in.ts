import { Server, ServerCredentials, status } from '@grpc/grpc-js'
import { batchAppend } from './batch-append.ts'
import { softDelete, tombstone } from './delete.ts'
import { denied, failure, unavailable } from './errors.ts'
import { noFaults, takes, type Faults } from './faults.ts'
import { newLog, type ServerLog } from './log.ts'
import type { ReadCall } from './outgoing.ts'
import { features, ServerFeaturesService, StreamsService } from './protocol.ts'
import { readOnce } from './read.ts'
import { subscribeToAll } from './subscribe.ts'

/** As a real server allows on one connection. */
const MAX_CALLS = 100

/** A server that speaks EventStoreDB's protocol as 24.2.0 does, and keeps its log in memory. */
export interface StandIn {
  readonly url: string
  readonly log: ServerLog
  readonly faults: Faults
  /** Reads and subscriptions that are open now. */
  readonly openReads: () => number
  readonly stop: () => void
  /** On the same port, with the same log, and with nothing in memory of ids. */
  readonly restart: () => Promise<void>
}

const supported = () => {
  const methods = new features.SupportedMethods().setEventStoreServerVersion('24.2.0')
  for (const name of ['read', 'append', 'delete', 'tombstone', 'batchappend'])
    methods.addMethods(
      new features.SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(name),
    )
  return methods
}

interface Shared {
  readonly log: ServerLog
  readonly faults: Faults
  readonly reads: Set<ReadCall>
}

const read =
  ({ log, faults, reads }: Shared) =>
  (call: ReadCall): void => {
    reads.add(call)
    call.on('cancelled', () => reads.delete(call))
    call.on('finish', () => reads.delete(call))
    // Where it fails by a fault, the call is over too.
    call.on('error', () => reads.delete(call))
    const options = call.request.getOptions()
    if (takes(faults, 'unavailable') || options === undefined) call.emit('error', unavailable())
    else if (faults.isDenied) call.emit('error', denied())
    else if (!faults.isSilent)
      void (options.hasSubscription() ? subscribeToAll : readOnce)(call, log, options, faults)
  }

const listen = async (shared: Shared, port: number): Promise<readonly [Server, number]> => {
  const { log, faults } = shared
  const server = new Server({ 'grpc.max_concurrent_streams': MAX_CALLS })
  server.addService(StreamsService, {
    read: read(shared),
    batchAppend: batchAppend(log, faults),
    delete: softDelete(log, faults),
    tombstone: tombstone(log, faults),
    append: (_: unknown, done: (error: Error) => void) =>
      done(failure(status.UNIMPLEMENTED, 'only batches are taken')),
  })
  server.addService(ServerFeaturesService, {
    getSupportedMethods: (_: unknown, done: (error: Error | null, value?: object) => void) =>
      takes(faults, 'brokenFeatures')
        ? done(failure(status.INTERNAL, 'out of order'))
        : done(null, supported()),
  })
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, number) =>
      error === null ? resolve(number) : reject(error),
    )
  })
  return [server, bound]
}

export const startStandIn = async (): Promise<StandIn> => {
  const shared: Shared = { log: newLog(), faults: noFaults(), reads: new Set() }
  let [server, port] = await listen(shared, 0)
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    log: shared.log,
    faults: shared.faults,
    openReads: () => shared.reads.size,
    stop: () => server.forceShutdown(),
    restart: async () => {
      shared.log.known.clear()
      ;[server, port] = await listen(shared, port)
    },
  }
}
