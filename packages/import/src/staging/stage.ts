import type { CivilDate } from '@tenure/core/shared'
import type { Mapping } from '../mapping/codec.ts'
import type { Memory } from '../facts/memory.ts'
import type { FileRecord } from '../read/records.ts'
import type { RowReader } from '../facts/row-reader.ts'
import { ImportStopped } from '../errors.ts'
import { countOf, type Tally } from '../tally.ts'
import type { FaultBook } from './fault-book.ts'
import type { FactShelf } from './fact-shelf.ts'
import { tableRows } from './read-table.ts'

export interface StagingRun {
  readonly mapping: Mapping
  readonly files: ReadonlyArray<string>
  readonly today: CivilDate
  readonly memory: Memory
  readonly shelf: FactShelf
  readonly faults: FaultBook
  readonly tally: Tally
  readonly onBytes: (more: number) => void
  /** Told after each batch of rows. */
  readonly onRows: () => void
  readonly signal?: AbortSignal
}

/** Reads every file once, and puts its facts on the shelf and its faults in the book. */
export const stage = async (run: StagingRun): Promise<void> => {
  const { mapping, files, today, memory, onBytes, signal } = run
  for (const [index, file] of files.entries()) {
    const opened = { onBytes, ...(signal && { signal }) }
    for await (const { reader, records } of tableRows(file, mapping, { today, memory }, opened)) {
      if (signal?.aborted === true) throw new ImportStopped({ type: 'Aborted' })
      for (const record of records) stageRow(run, index, record, reader)
      run.onRows()
    }
  }
}

const stageRow = (run: StagingRun, file: number, record: FileRecord, reader: RowReader): void => {
  const { tally, faults, shelf } = run
  tally.rows += 1
  const { line } = record
  if ('broken' in record) {
    const reason = `The row is malformed: ${record.broken}.`
    return faults.add(file, line, { type: 'MalformedRow', field: null, reason })
  }
  const outcome = reader(record.cells)
  switch (outcome.kind) {
    case 'ignored':
      return void tally.ignored.set(outcome.rule, (tally.ignored.get(outcome.rule) ?? 0) + 1)
    case 'faulty':
      for (const fault of outcome.faults) faults.add(file, line, fault)
      for (const document of outcome.documents) shelf.spoil(file, line, document)
      return
    case 'facts': {
      const put = shelf.put(file, line, outcome.facts)
      if (put.kind === 'conflict') return faults.add(file, line, put.fault)
      for (const kind of put.repeated) countOf(tally, kind).alreadyThere += 1
      for (const kind of outcome.notYet) countOf(tally, kind).notYet += 1
    }
  }
}
