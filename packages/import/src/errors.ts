import type { SqliteOpenError } from '@tenure/event-store-sqlite'
import type { MappingFault } from './mapping/closed.ts'
import { unreachable } from '@tenure/core/shared'

/** What stops an import before anything is written. */
export type ImportError =
  | { readonly type: 'NoFiles' }
  | { readonly type: 'MappingUnreadable'; readonly file: string; readonly reason: string }
  | {
      readonly type: 'MappingWrong'
      readonly file: string
      readonly faults: ReadonlyArray<MappingFault>
    }
  | {
      readonly type:
        | 'FileMissing'
        | 'FileUnmapped'
        | 'FileIsDirectory'
        | 'FileEmpty'
        | 'FileTruncated'
        | 'FileNotUtf8'
      readonly file: string
    }
  | { readonly type: 'FileUnreadable'; readonly file: string; readonly reason: string }
  | {
      readonly type: 'ColumnMissing' | 'ColumnNamedTwice'
      readonly file: string
      readonly column: string
    }
  | { readonly type: 'UnknownZone'; readonly zone: string }
  | {
      readonly type: 'DatabaseUnusable'
      readonly database: string
      readonly error: SqliteOpenError
    }
  | { readonly type: 'RejectsUnwritable'; readonly file: string; readonly reason: string }
  | {
      readonly type: 'UnknownBatch'
      readonly batch: string
      readonly known: ReadonlyArray<string>
    }
  | {
      readonly type: 'CannotTakeBack'
      readonly batch: string
      readonly reasons: ReadonlyArray<string>
    }
  | { readonly type: 'Aborted' }

/** One sentence in plain English. */
export const explainImportError = (error: ImportError): string => {
  switch (error.type) {
    case 'NoFiles':
      return 'No file was named to import from.'
    case 'MappingUnreadable':
      return `The mapping ${error.file} cannot be read: ${error.reason}.`
    case 'MappingWrong':
      return `The mapping ${error.file} is wrong: ${error.faults
        .map(({ path, reason }) => `${path} ${reason}`)
        .join('; ')}.`
    case 'FileMissing':
      return `There is no file ${error.file}.`
    case 'FileUnmapped':
      return `No fact of the mapping reads a file named like ${error.file}.`
    case 'FileIsDirectory':
      return `${error.file} is a directory, not a file.`
    case 'FileEmpty':
      return `${error.file} is empty: not even a header stands in it.`
    case 'FileTruncated':
      return `${error.file} ends in the middle of its compressed data: it was cut off on its way here.`
    case 'FileNotUtf8':
      return `${error.file} is not UTF-8 text.`
    case 'FileUnreadable':
      return `${error.file} cannot be read: ${error.reason}.`
    case 'ColumnMissing':
      return `${error.file} has no column ${error.column} in its header, and the mapping reads it.`
    case 'ColumnNamedTwice':
      return `${error.file} names the column ${error.column} twice in its header, and the mapping reads it.`
    case 'UnknownZone':
      return `${error.zone} is not a time zone that this computer knows.`
    case 'DatabaseUnusable':
      return error.error.reason
    case 'RejectsUnwritable':
      return `The rejects file ${error.file} cannot be written: ${error.reason}.`
    case 'UnknownBatch':
      return error.known.length === 0
        ? `There is no import ${error.batch}: nothing was imported that could be taken back.`
        : `There is no import ${error.batch}; there are ${error.known.join(', ')}.`
    case 'CannotTakeBack':
      return `The import ${error.batch} stays as it is, since not all of it can be taken back: ${error.reasons.join('; ')}.`
    case 'Aborted':
      return 'The import was stopped before anything was written.'
    default:
      return unreachable(error)
  }
}

/** Carries an `ImportError` out of a stream to the one place that turns it into a value. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
  readonly error: ImportError
  constructor(error: ImportError) {
    super(error.type)
    this.error = error
  }
}
