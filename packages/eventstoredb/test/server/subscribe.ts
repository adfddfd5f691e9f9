import { status } from '@grpc/grpc-js'
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { failure, unavailable } from './errors.ts'
import { caughtUp, checkpointResponse, confirmation, readResponse } from './events.ts'
import { takes, type Faults } from './faults.ts'
import type { ServerLog, Stored } from './log.ts'
import { send, type ReadCall } from './outgoing.ts'

const WINDOW = 32
/** What 24.2.0 says where it has looked at nothing: it means "the end", and is no place. */
const NOWHERE = 2n ** 64n - 1n

const matcher = (filter: ReadReq.Options.FilterOptions | undefined) => {
  const [byType, byStream] = [filter?.getEventType(), filter?.getStreamIdentifier()]
  const expression = byType ?? byStream
  if (expression === undefined) return () => true
  const [regex, prefixes] = [expression.getRegex(), expression.getPrefixList()]
  const matches =
    regex === ''
      ? (text: string) => prefixes.some((prefix) => text.startsWith(prefix))
      : (text: string) => new RegExp(regex, 'u').test(text)
  return ({ type, stream }: Stored) => matches(byType === undefined ? stream : type)
}

const startOf = ({ all }: ServerLog, options: ReadReq.Options.AllOptions): number | undefined => {
  if (options.hasStart()) return 0
  if (options.hasEnd()) return all.length
  const place = BigInt(options.getPosition()?.getCommitPosition() ?? '0')
  // Beyond the log nothing fails, and nothing comes until the log has grown past that place.
  if (place > (all.at(-1)?.place ?? 0n)) return Infinity
  // With prepare 0 it is the place before that record, as the server's own checkpoints are while it catches up.
  if (options.getPosition()?.getPreparePosition() === '0')
    return all.findIndex((stored) => stored.place >= place)
  const at = all.findIndex((stored) => stored.place === place)
  return at === -1 ? undefined : at + 1
}

const moved = (call: ReadCall, log: ServerLog): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      log.listeners.delete(wake)
      call.off('cancelled', wake)
      resolve()
    }
    log.listeners.add(wake)
    call.once('cancelled', wake)
  })

/** How the faults end a subscription that has sent so many events; false where they do not. */
const isEnded = (call: ReadCall, faults: Faults, sent: number): boolean => {
  if (faults.resetAfter !== undefined && sent >= faults.resetAfter) {
    call.emit('error', unavailable())
    return true
  }
  if (faults.endAfter !== undefined && sent >= faults.endAfter) {
    call.end()
    return true
  }
  return false
}

/** Confirmation, history, caught up, and then what comes; with a filter, how far the server has looked. */
export const subscribeToAll = async (
  call: ReadCall,
  log: ServerLog,
  options: ReadReq.Options,
  faults: Faults,
): Promise<void> => {
  const all = options.getAll()
  const start = all === undefined ? undefined : startOf(log, all)
  await send(call, confirmation())
  if (start === undefined) {
    const told = 'Trying to read from an invalid position.'
    call.emit('error', failure(status.INVALID_ARGUMENT, told))
    return
  }
  if (takes(faults, 'tooSlow')) {
    const told =
      'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.'
    call.emit('error', failure(status.ABORTED, told))
    return
  }
  const filter = options.getFilter()
  const matches = matcher(filter)
  const window = WINDOW * (filter?.getCheckpointintervalmultiplier() ?? 1)
  let [at, sent, considered, isLive, isMute] = [start, 0, 0, false, filter === undefined]
  let [pageAt, sentAt] = [0n, 0n]
  while (!call.cancelled) {
    for (; at < log.all.length; at += 1) {
      const stored = log.all[at]
      if (stored === undefined) break
      if (isEnded(call, faults, sent)) return
      const isSent = matches(stored)
      if (isSent && !(await send(call, readResponse(stored)))) return
      if (isSent) [sent, sentAt] = [sent + 1, stored.place]
      considered += 1
      if (isMute || considered % window !== 0) continue
      if (isLive) await send(call, checkpointResponse(stored.place))
      else if (sentAt < pageAt || sent === 0) await send(call, checkpointResponse(pageAt, 0n))
      pageAt = stored.place
    }
    if (isEnded(call, faults, sent)) return
    if (!isLive) {
      if (!isMute && sent === 0 && considered < window) {
        await send(call, checkpointResponse(NOWHERE))
        isMute = true
      }
      await send(call, caughtUp())
      isLive = true
    }
    if (!call.cancelled && at >= log.all.length) await moved(call, log)
  }
}
