import type { NewEvent } from '@tenure/event-store'

const ZERO = '00000000-0000-0000-0000-000000000000'

/**
 * What this server keeps to itself, beyond what no store takes. It refuses the id of zeros in a way that ends
 * the process; names with a `$` are its own, and this store would never give them back.
 */
export const checkOurs = (stream: string, batch: ReadonlyArray<NewEvent>): void => {
  if (stream.startsWith('$'))
    throw new TypeError(`names of streams that begin with $ are EventStoreDB's own: ${stream}`)
  for (const { id, type } of batch) {
    if (id === ZERO) throw new TypeError('EventStoreDB takes no event whose id is all zeros')
    if (type.startsWith('$'))
      throw new TypeError(`types that begin with $ are EventStoreDB's own: ${type}`)
  }
}
