import { catalogue } from '@tenure/core/catalogue'
import { makeRegistry, StoreFailure, type Log } from '@tenure/event-store'
import { checkFile, type FileCheck } from '@tenure/event-store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { Command } from 'commander'
import { databaseOption, jsonOption } from '../../arguments/shared-options.ts'
import { databaseFault } from '../../failure.ts'
import { openDatabase, openFailure } from '../../open-database.ts'
import { formatVersion } from '../../output/document.ts'
import { number, table, text } from '../../output/table.ts'
import { startProgress } from '../../progress.ts'
import type { Surroundings } from '../../surroundings.ts'

interface CheckOptions {
  readonly db: string
  readonly json?: boolean
}

/** An event that stands well in the file, and that the codecs of this program refuse. */
interface Unread {
  readonly stream: string
  readonly revision: string
  readonly reason: string
}

const shownAtMost = 20

const unreadIn = async (store: Log): Promise<{ first: ReadonlyArray<Unread>; count: number }> => {
  const registry = makeRegistry(catalogue)
  const first: Array<Unread> = []
  let count = 0
  for await (const recorded of store.readAll()) {
    try {
      registry.decode(recorded)
    } catch (thrown) {
      if (!(thrown instanceof StoreFailure) || thrown.error.type !== 'EventUnreadable') throw thrown
      const { stream, revision, reason } = thrown.error
      count += 1
      if (first.length < shownAtMost) first.push({ stream, revision: String(revision), reason })
    }
  }
  return { first, count }
}

const checked = async (surroundings: Surroundings, db: string): Promise<FileCheck> => {
  const progress = startProgress({ label: 'checking', unit: 'events', total: 0 })
  try {
    const { signal } = surroundings
    const answer = await checkFile(db, { signal, onEvents: (done) => progress.at(done) })()
    if (E.isLeft(answer)) throw openFailure(answer.left)
    return answer.right
  } finally {
    progress.end()
  }
}

const summary = (file: FileCheck, unread: number): string =>
  table(
    [text('what'), number('figure')],
    [
      ['events', file.events.toLocaleString('en')],
      ['streams', file.streams.toLocaleString('en')],
      ['streams deleted', file.deletions.toLocaleString('en')],
      ['damages', file.damageCount.toLocaleString('en')],
      ['events this program cannot read', unread.toLocaleString('en')],
      ['format version', String(file.formatVersion)],
    ],
  )

const check = async (surroundings: Surroundings, { db, json }: CheckOptions): Promise<void> => {
  const file = await checked(surroundings, db)
  // What is damaged is not read on: a store trusts its own rows.
  let unread: Awaited<ReturnType<typeof unreadIn>> = { first: [], count: 0 }
  if (file.damageCount === 0) {
    const database = await openDatabase(surroundings, { db })
    try {
      unread = await unreadIn(database.store)
    } finally {
      await database.close()
    }
  }
  if (json === true) {
    const result = { ...file, unread: unread.first, unreadCount: unread.count }
    const document = { formatVersion, command: 'db check', result }
    await surroundings.write(`${JSON.stringify(document, null, 2)}\n`)
  } else {
    await surroundings.write(
      `${summary(file, unread.count)}\nDigest of all events: ${file.digest}\n`,
    )
    for (const { place, reason } of file.damages.slice(0, shownAtMost))
      surroundings.notice(`${place}: ${reason}.`)
    for (const { stream, revision, reason } of unread.first)
      surroundings.notice(`revision ${revision} of ${JSON.stringify(stream)}: ${reason}.`)
  }
  if (file.damageCount > 0)
    throw databaseFault(
      `${db} is damaged in ${file.damageCount} ${file.damageCount === 1 ? 'place' : 'places'}: go back to a backup, or ask for help before you write to it.`,
    )
  if (unread.count > 0)
    throw databaseFault(
      `${db} is whole, and holds ${unread.count} ${unread.count === 1 ? 'event' : 'events'} that this version of tenure cannot read.`,
    )
}

/** `tenure db check`: is the file whole, and can all of it be read? */
export const addCheckCommand = (db: Command, surroundings: Surroundings): void => {
  const command = db
    .command('check')
    .summary('verify the file')
    .description(
      'Verifies pages and indexes, positions and revisions without gaps, and that every event can be read. Changes nothing; others may write meanwhile. Ends with 4 where something is wrong.',
    )
  databaseOption(command)
  jsonOption(command)
    .addHelpText(
      'after',
      `
The digest is one of all events in order: a file and its backup have the same.

Examples:
  tenure db check
  tenure db check --db copy.db --json`,
    )
    .action((options: CheckOptions) => check(surroundings, options))
}
