import { openSqliteStore } from '@tenure/event-store-sqlite'
import type { CompanyOptions } from '@tenure/testing/company'
import { isLeft } from 'fp-ts/lib/Either.js'

export const smallCompany: CompanyOptions = { seed: 7, customers: 15, days: 240 }

/** All that stands in a database but the store's own clock, in the order of its log. */
export const contentsOf = async (file: string) => {
  const opened = await openSqliteStore(file, { readOnly: true, mustExist: true })()
  if (isLeft(opened)) throw new Error(opened.left.reason)
  const events = []
  for await (const { recordedAt: _, ...event } of opened.right.readAll()) events.push(event)
  await opened.right.close()
  return events
}
