import { catalogue } from '@tenure/core/catalogue'
import {
  makeRegistry,
  numberOfPosition,
  openLog,
  type EventLog,
  type Log,
} from '@tenure/event-store'
import { openSqliteStore, type SqliteOpenError } from '@tenure/event-store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { DatabaseOptions } from './arguments/shared-options.ts'
import { databaseFault, type Failure } from './failure.ts'
import type { Surroundings } from './surroundings.ts'

export interface OpenDatabase {
  readonly store: Log
  readonly log: EventLog
  /** The zone in which days of knowledge end. */
  readonly zone: string
  /** About as many as there are: for progress. */
  readonly eventCount: number
  readonly close: () => Promise<void>
}

const hint = 'Import something with `tenure import`, or name another file with --db.'

export const openFailure = ({ type, reason }: SqliteOpenError): Failure =>
  databaseFault(type === 'Missing' ? `${reason} ${hint}` : reason)

/** Opens a database for reading; its zone is that of its history unless another is asked for. */
export const openDatabase = async (
  { notice }: Surroundings,
  { db, zone }: DatabaseOptions,
): Promise<OpenDatabase> => {
  const opened = await openSqliteStore(db, { readOnly: true, mustExist: true })()
  if (E.isLeft(opened)) throw openFailure(opened.left)
  const store = opened.right
  const historyZone = store.zone() ?? 'UTC'
  if (zone !== undefined && zone !== historyZone)
    notice(`Days of knowledge end in ${zone} here; the history of ${db} is one of ${historyZone}.`)
  const head = await store.head()()
  return {
    store,
    log: openLog(store, makeRegistry(catalogue)),
    zone: zone ?? historyZone,
    eventCount: E.isLeft(head) || head.right === undefined ? 0 : numberOfPosition(head.right),
    close: store.close,
  }
}
