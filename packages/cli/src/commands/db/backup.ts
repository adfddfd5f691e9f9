import { openSqliteStore } from '@tenure/event-store-sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { Command } from 'commander'
import { databaseOption } from '../../arguments/shared-options.ts'
import { databaseFault, Failure } from '../../failure.ts'
import { exitCodes } from '../../exit-code.ts'
import { openFailure } from '../../open-database.ts'
import { startProgress } from '../../progress.ts'
import type { Surroundings } from '../../surroundings.ts'

const backUp = async (
  { signal, write }: Surroundings,
  destination: string,
  { db }: { readonly db: string },
): Promise<void> => {
  const opened = await openSqliteStore(db, { readOnly: true, mustExist: true })()
  if (E.isLeft(opened)) throw openFailure(opened.left)
  const progress = startProgress({ label: 'copying', unit: 'pages', total: 0 })
  const onPages = (done: number, total: number): void => progress.at(done, total)
  const copied = await opened.right.backup(destination, { signal, onPages })()
  progress.end()
  await opened.right.close()
  if (E.isRight(copied)) return write(`${db} was copied to ${destination}, whole.\n`)
  const error = copied.left
  if (error.type === 'Aborted')
    throw new Failure(exitCodes.aborted, 'Interrupted: no copy was made.')
  throw databaseFault('reason' in error ? error.reason : error.type)
}

/** `tenure db backup`: a copy, while others write. */
export const addBackupCommand = (db: Command, surroundings: Surroundings): void => {
  const command = db
    .command('backup')
    .argument('<file>', 'where the copy goes; nothing may stand there')
    .summary('copy the file while it is in use')
    .description(
      'Copies the database as it stands at one moment, while others read and write it. The copy appears under its name when it is whole.',
    )
  databaseOption(command)
    .addHelpText(
      'after',
      `
Examples:
  tenure db backup 2026-11-24.db && tenure db check --db 2026-11-24.db`,
    )
    .action((file: string, options: { readonly db: string }) => backUp(surroundings, file, options))
}
