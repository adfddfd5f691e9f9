import { eventIds, type Expected, type NewEvent } from '@tenure/event-store'

// The commands of the fault proof, by number: which stream, at which revision, with which events. All of it
// follows from the number, so that whoever comes after a kill can send the very same command again.

const streams = 7
export const streamOf = (n: number): string => `fault-${n % streams}`
const sizeOf = (n: number): number => 1 + (n % 3)

/** The events of command n: their ids, and a body long enough to fill pages. */
export const eventsOf = (n: number): ReadonlyArray<NewEvent> => {
  const commandId = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  return eventIds(commandId, sizeOf(n)).map((id, index) => ({
    id,
    type: 'Noted',
    data: { n, index, text: 'x'.repeat((n * 37) % 900) },
    metadata: { schemaVersion: 1, commandId },
  }))
}

/** The revision that the stream has come to before command n. */
export const expectedOf = (n: number): Expected => {
  let events = 0
  for (let before = n % streams; before < n; before += streams) events += sizeOf(before)
  return events === 0 ? 'noStream' : BigInt(events - 1)
}
