import { formatInstant } from '@tenure/core/shared'
import { listBatches, reverseImport } from '@tenure/import'
import * as E from 'fp-ts/lib/Either.js'
import { formatVersion } from '../output/document.ts'
import { count } from '../output/figures.ts'
import { number, text, titled } from '../output/table.ts'
import type { Surroundings } from '../surroundings.ts'
import { importFailure } from './import-failure.ts'

interface Options {
  readonly db: string
  readonly json?: boolean
}

const document = (command: string, result: unknown): string =>
  `${JSON.stringify({ formatVersion, command, result }, null, 2)}\n`

/** `tenure import --batches`: what was imported, and what was taken back. */
export const listBack = async ({ write }: Surroundings, { db, json }: Options): Promise<void> => {
  const listed = await listBatches(db)()
  if (E.isLeft(listed)) throw importFailure(listed.left)
  const batches = listed.right.map(({ importedAt, reversedAt, ...batch }) => ({
    ...batch,
    importedAt: formatInstant(importedAt),
    reversedAt: reversedAt === null ? null : formatInstant(reversedAt),
  }))
  if (json === true) return write(document('import batches', { batches }))
  await write(
    titled(
      'Imports, oldest first',
      [text('batch'), text('imported at'), number('facts'), text('taken back at')],
      batches.map(({ batch, importedAt, facts, reversedAt }) => [
        batch,
        importedAt,
        count(facts),
        reversedAt ?? '',
      ]),
    ),
  )
}

/** `tenure import --reverse BATCH`: a wrong import goes, whole or not at all. */
export const takeBack = async (
  { write, signal, now }: Surroundings,
  { db, json, batch }: Options & { readonly batch: string },
): Promise<void> => {
  const reversed = await reverseImport({ database: db, batch, clock: now, signal })()
  if (E.isLeft(reversed)) throw importFailure(reversed.left)
  const { outcome, facts, events, corrections } = reversed.right
  if (json === true) return write(document('import reverse', reversed.right))
  await write(
    outcome === 'alreadyTakenBack'
      ? `The import ${batch} was taken back before: nothing was changed.\n`
      : `The import ${batch} was taken back: ${facts} facts, ${events} events, by ${corrections} events that correct them.\n`,
  )
}
