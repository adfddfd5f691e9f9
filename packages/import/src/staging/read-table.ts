import type { CivilDate } from '@tenure/core/shared'
import { ImportStopped } from '../errors.ts'
import { columnsOfMapping } from '../mapping/check.ts'
import type { Column, Mapping } from '../mapping/codec.ts'
import type { RowSetting } from '../facts/read-fact.ts'
import { rowReader, type RowReader } from '../facts/row-reader.ts'
import type { Places } from '../facts/columns.ts'
import { recordsOf, type FileRecord } from '../read/records.ts'
import { textOf, type Opened } from '../read/open.ts'

/** A record with the reader that the header of its file made. */
export interface TableRow {
  readonly record: FileRecord
  readonly reader: RowReader
}

const placesByHeader = (file: string, header: ReadonlyArray<string>): Places => {
  const names = header.map((name) => name.trim())
  return (column: Column) => {
    if (typeof column === 'number') return column - 1
    const place = names.indexOf(column)
    if (place < 0) throw new ImportStopped({ type: 'ColumnMissing', file, column })
    if (names.includes(column, place + 1))
      throw new ImportStopped({ type: 'ColumnNamedTwice', file, column })
    return place
  }
}

const settingOf = (
  file: string,
  mapping: Mapping,
  header: FileRecord | undefined,
  today: CivilDate,
): RowSetting => {
  if (!mapping.format.header) return { places: (column) => Number(column) - 1, width: null, today }
  if (header === undefined) throw new ImportStopped({ type: 'FileEmpty', file })
  if ('broken' in header) {
    const reason = `its header is malformed: ${header.broken}`
    throw new ImportStopped({ type: 'FileUnreadable', file, reason })
  }
  const places = placesByHeader(file, header.cells)
  // Every column is looked for now, so that a wrong header stops the import before its first row.
  for (const column of columnsOfMapping(mapping)) places(column)
  return { places, width: header.cells.length, today }
}

/**
 * The rows of one file, in batches, each with the reader for its columns.
 * Throws `ImportStopped` with the fault of the file.
 */
export async function* tableRows(
  file: string,
  mapping: Mapping,
  today: CivilDate,
  opened: Opened,
): AsyncGenerator<{ readonly reader: RowReader; readonly records: ReadonlyArray<FileRecord> }> {
  let reader: RowReader | undefined
  for await (const records of recordsOf(textOf(file, opened), mapping.format)) {
    const first = reader === undefined
    reader ??= rowReader(mapping, settingOf(file, mapping, records[0], today))
    yield { reader, records: first && mapping.format.header ? records.slice(1) : records }
  }
  // An empty file: `settingOf` says what is missing, if anything is.
  if (reader === undefined) settingOf(file, mapping, undefined, today)
}
