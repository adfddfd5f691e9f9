import type { Position } from '@tenure/event-store'

/** Where a record stands in the server's log: byte offsets, without any meaning in between. */
export interface LogPosition {
  readonly commit: bigint
  readonly prepare: bigint
}

/** As many digits as the largest offset has, so that the order of texts is the order of the log. */
const WIDTH = 20
const TOKEN = /^(\d{20})\.(\d{20})$/
/** Offsets from here on are no places: the server means "none" by them. */
const BEYOND = 2n ** 63n

const digits = (offset: bigint): string => String(offset).padStart(WIDTH, '0')

/** The token of a place that the server told. */
export const tokenOf = ({ commit, prepare }: LogPosition): Position =>
  // Two offsets of fixed width are a token by the definition above; nobody else makes them.
  `${digits(commit)}.${digits(prepare)}` as Position

/** The place behind a token. A text that this store never made is a bug of the caller and throws. */
export const placeOf = (position: Position): LogPosition => {
  const [, commit, prepare] = TOKEN.exec(position) ?? []
  if (commit === undefined || prepare === undefined)
    throw new TypeError(`not a position of this store: ${position}`)
  return { commit: BigInt(commit), prepare: BigInt(prepare) }
}

/** False of the place that some servers tell where they have looked at nothing yet. */
export const isPlace = ({ commit, prepare }: LogPosition): boolean =>
  commit < BEYOND && prepare < BEYOND
