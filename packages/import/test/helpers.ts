import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recorded } from '@tenure/event-store'
import { openSqliteStore, type SqliteStore } from '@tenure/event-store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { explainImportError, importFiles } from '../src/index.ts'
import type { ImportError, ImportOptions, ImportResult } from '../src/index.ts'
import { testNow } from './test-now.ts'

/** A folder of its own for one test; removed by `Symbol.dispose`. */
export interface Bench extends Disposable {
  readonly folder: string
  readonly database: string
  readonly path: (name: string) => string
  readonly write: (name: string, content: string | Buffer) => string
  readonly read: (name: string) => string
  readonly names: () => ReadonlyArray<string>
}

export const bench = (): Bench => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-import-'))
  const path = (name: string): string => join(folder, name)
  return {
    folder,
    database: path('history.db'),
    path,
    write: (name, content) => {
      writeFileSync(path(name), content)
      return path(name)
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    names: () => readdirSync(folder).toSorted(),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** An import that could be begun; its result. */
export const imported = async (
  database: string,
  mapping: string | undefined,
  files: ReadonlyArray<string>,
  options: ImportOptions = {},
): Promise<ImportResult> => {
  const request = { database, files, options: { clock: () => testNow, ...options } }
  const result = await importFiles(mapping === undefined ? request : { ...request, mapping })()
  if (E.isLeft(result)) throw new Error(explainImportError(result.left))
  return result.right
}

/** An import that could not be begun; its error. */
export const stopped = async (
  database: string,
  mapping: string,
  files: ReadonlyArray<string>,
): Promise<ImportError> => {
  const result = await importFiles({ database, mapping, files })()
  if (E.isRight(result)) throw new Error(`it went through: ${JSON.stringify(result.right)}`)
  return result.left
}

export const openStore = async (database: string): Promise<SqliteStore> => {
  const store = await openSqliteStore(database)()
  if (E.isLeft(store)) throw new Error(store.left.reason)
  return store.right
}

/** Everything in the log but the moment of recording, in its order. */
export const logOf = async (
  database: string,
): Promise<ReadonlyArray<Omit<Recorded, 'recordedAt'>>> => {
  const store = await openStore(database)
  try {
    const events: Array<Omit<Recorded, 'recordedAt'>> = []
    for await (const { recordedAt: _, ...event } of store.readAll()) events.push(event)
    return events
  } finally {
    await store.close()
  }
}

/** The log by stream, without the places in the whole, and without the run that brought an event. */
export const streamsOf = async (
  database: string,
): Promise<ReadonlyMap<string, ReadonlyArray<unknown>>> => {
  const streams = new Map<string, Array<unknown>>()
  for (const { position: _, stream, metadata, ...event } of await logOf(database)) {
    const { correlationId: __, ...told } = metadata
    const events = streams.get(stream) ?? []
    events.push({ ...event, metadata: told })
    streams.set(stream, events)
  }
  return streams
}

/** A mapping of invoices and their payments, as JSON that a test may change. */
export const ledgerMapping = {
  source: 'ledger',
  zone: 'UTC',
  format: { kind: 'csv', delimiter: ',', header: true },
  dates: ['yyyy-MM-dd'],
  constants: { currency: 'EUR' },
  facts: [
    {
      kind: 'invoice',
      key: ['number'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        invoiceId: { column: 'number' },
        total: { column: 'amount' },
        dueOn: { column: 'due' },
      },
    },
    {
      kind: 'payment',
      key: ['number'],
      effectiveOn: { column: 'paid' },
      fields: {
        customerId: { column: 'customer' },
        amount: { column: 'amount' },
        paysInvoice: { column: 'number' },
      },
    },
  ],
} as const

export const ledgerHeader = 'number,customer,day,due,amount,paid\n'

/** Writes the mapping and one file of ledger rows, and imports them. */
export const importLedger = (
  at: Bench,
  rows: string,
  options: ImportOptions = {},
): Promise<ImportResult> =>
  imported(
    at.database,
    at.write('map.json', JSON.stringify(ledgerMapping)),
    [at.write('ledger.csv', ledgerHeader + rows)],
    options,
  )
