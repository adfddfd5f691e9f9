import { EventStoreDBClient } from '@eventstore/db-client'
import { redactor, type Redact } from './failure.ts'
import type { Closing } from './patience.ts'

/** How long closing waits for calls to end: the client may wait for ever. */
const DISPOSE_MS = 1_000

export interface Connection extends Closing {
  readonly client: () => EventStoreDBClient
  /** After a failure that the client would remember for ever: the next call is made by a new one. */
  readonly renew: (failed: EventStoreDBClient) => void
  readonly close: () => Promise<void>
  readonly redact: Redact
}

/**
 * The clients of the process. All stores of one address share one: the package keeps its pending appends in
 * one table for all clients, and a client that is closed fails those of the others.
 */
interface Shared {
  client: EventStoreDBClient
  readonly spent: Set<EventStoreDBClient>
  users: number
}
const clients = new Map<string, Shared>()

/** With it the client answers conflicts as successes, at a revision that it makes up. */
const MADE_UP = /throw_?on_?append_?failure=false/i

const connected = (connectionString: string, redact: Redact): EventStoreDBClient => {
  if (MADE_UP.test(connectionString))
    throw new TypeError('this store needs the client to throw where an append fails')
  try {
    return EventStoreDBClient.connectionString(connectionString)
  } catch (thrown) {
    const told = thrown instanceof Error ? thrown.message : String(thrown)
    // oxlint-disable-next-line preserve-caught-error -- the cause holds the whole text, password and all
    throw new TypeError(`not a connection string of EventStoreDB: ${redact(told)}`)
  }
}

const dispose = async (client: EventStoreDBClient): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((give) => {
    timer = setTimeout(give, DISPOSE_MS)
  })
  await Promise.race([client.dispose().catch(() => {}), patience])
  clearTimeout(timer)
}

const leave = async (connectionString: string, shared: Shared): Promise<void> => {
  shared.users -= 1
  if (shared.users > 0) return
  clients.delete(connectionString)
  await Promise.all([shared.client, ...shared.spent].map(dispose))
}

export const connect = (connectionString: string): Connection => {
  const redact = redactor(connectionString)
  const shared: Shared = clients.get(connectionString) ?? {
    client: connected(connectionString, redact),
    spent: new Set(),
    users: 0,
  }
  shared.users += 1
  clients.set(connectionString, shared)
  const waiting = new Set<() => void>()
  let closed: Promise<void> | undefined
  return {
    redact,
    client: () => shared.client,
    renew: (failed) => {
      if (failed !== shared.client || closed !== undefined) return
      shared.spent.add(failed)
      shared.client = connected(connectionString, redact)
    },
    isClosed: () => closed !== undefined,
    onClose: (call) => {
      waiting.add(call)
      return () => waiting.delete(call)
    },
    close: () => {
      if (closed !== undefined) return closed
      closed = leave(connectionString, shared)
      for (const call of waiting) call()
      return closed
    },
  }
}
