import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { streamDeleted, unavailable, unexpected } from './errors.ts'
import { notFound, readResponse } from './events.ts'
import type { Faults } from './faults.ts'
import { endOf, visible, type ServerLog, type Stored } from './log.ts'
import { send, type ReadCall } from './outgoing.ts'
import { textOf } from './protocol.ts'

const BACKWARDS = 1

const ofStream = (
  log: ServerLog,
  options: ReadReq.Options.StreamOptions,
  isBackwards: boolean,
  stream: string,
): ReadonlyArray<Stored> => {
  const all = visible(log, stream)
  if (isBackwards) {
    if (options.hasStart()) return all.slice(0, 1)
    const from = options.hasEnd() ? undefined : BigInt(options.getRevision())
    return all.filter(({ revision }) => from === undefined || revision <= from).toReversed()
  }
  const from = options.hasStart() ? 0n : BigInt(options.getRevision())
  return all.filter(({ revision }) => revision >= from)
}

/** Undefined: no record stands at that place. */
const ofLog = (
  { all }: ServerLog,
  options: ReadReq.Options.AllOptions,
  isBackwards: boolean,
): ReadonlyArray<Stored> | undefined => {
  if (options.hasEnd()) return isBackwards ? all.toReversed() : []
  if (options.hasStart()) return isBackwards ? [] : all
  const place = BigInt(options.getPosition()?.getCommitPosition() ?? '0')
  const isBeyond = place > (all.at(-1)?.place ?? 0n)
  const isBefore = options.getPosition()?.getPreparePosition() === '0'
  if (!isBeyond && !isBefore && !all.some((stored) => stored.place === place)) return undefined
  return isBackwards
    ? all.filter((stored) => stored.place < place).toReversed()
    : all.filter((stored) => stored.place >= place)
}

const chosen = (
  log: ServerLog,
  options: ReadReq.Options,
): ReadonlyArray<Stored> | Error | { readonly missing: string } => {
  const isBackwards = options.getReadDirection() === BACKWARDS
  const all = options.getAll()
  if (all !== undefined)
    return ofLog(log, all, isBackwards) ?? unexpected('Unexpected ReadAllResult: InvalidPosition')
  const ofOne = options.getStream()
  const stream = textOf(ofOne?.getStreamIdentifier()?.getStreamName())
  const { last, isSoftDeleted, isTombstoned } = endOf(log, stream)
  if (isTombstoned) return streamDeleted(stream)
  if (last < 0n || isSoftDeleted || ofOne === undefined) return { missing: stream }
  return ofStream(log, ofOne, isBackwards, stream)
}

/** A read that ends. A count of 0 is never answered, as the real server never does. */
export const readOnce = async (
  call: ReadCall,
  log: ServerLog,
  options: ReadReq.Options,
  faults: Faults,
): Promise<void> => {
  const count = Number(options.getCount())
  if (count === 0) return
  const found = chosen(log, options)
  if (found instanceof Error) {
    call.emit('error', found)
    return
  }
  if ('missing' in found) {
    await send(call, notFound(found.missing))
    call.end()
    return
  }
  const { after, times } = faults.brokenReads
  for (const [at, stored] of found.slice(0, count).entries()) {
    if (times > 0 && at === after) {
      faults.brokenReads = { after, times: times - 1 }
      call.emit('error', unavailable())
      return
    }
    if (!(await send(call, readResponse(stored)))) return
  }
  call.end()
}
