import { ImportStopped } from '../errors.ts'
import { columnsOfMapping } from '../mapping/check.ts'
import { mappingOfFile, rememberedOf } from '../mapping/files.ts'
import type { Column, Mapping } from '../mapping/codec.ts'
import type { RowSetting } from '../facts/read-fact.ts'
import { rowReader, type RowReader } from '../facts/row-reader.ts'
import type { Places } from '../facts/columns.ts'
import { recallIn } from '../facts/memory.ts'
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
  common: Pick<RowSetting, 'today' | 'memory' | 'remembers'>,
): RowSetting => {
  const setting = (places: Places, width: number | null): RowSetting => ({
    ...common,
    places,
    width,
    recall: recallIn(mapping, places, common.memory),
  })
  if (!mapping.format.header) return setting((column) => Number(column) - 1, null)
  if (header === undefined) throw new ImportStopped({ type: 'FileEmpty', file })
  if ('broken' in header) {
    const reason = `its header is malformed: ${header.broken}`
    throw new ImportStopped({ type: 'FileUnreadable', file, reason })
  }
  const places = placesByHeader(file, header.cells)
  // Every column is looked for now, so that a wrong header stops the import before its first row.
  for (const column of columnsOfMapping(mapping, common.remembers)) places(column)
  return setting(places, header.cells.length)
}

/**
 * The rows of one file, in batches, each with the reader for its columns.
 * Throws `ImportStopped` with the fault of the file.
 */
export async function* tableRows(
  file: string,
  whole: Mapping,
  { today, memory }: Pick<RowSetting, 'today' | 'memory'>,
  opened: Opened,
): AsyncGenerator<{ readonly reader: RowReader; readonly records: ReadonlyArray<FileRecord> }> {
  const mapping = mappingOfFile(whole, file)
  if (mapping === undefined) throw new ImportStopped({ type: 'FileUnmapped', file })
  const common = { today, memory, remembers: rememberedOf(whole, file) }
  let reader: RowReader | undefined
  for await (const records of recordsOf(textOf(file, opened), mapping.format)) {
    const first = reader === undefined
    reader ??= rowReader(mapping, settingOf(file, mapping, records[0], common))
    yield { reader, records: first && mapping.format.header ? records.slice(1) : records }
  }
  // An empty file: `settingOf` says what is missing, if anything is.
  if (reader === undefined) settingOf(file, mapping, undefined, common)
}
