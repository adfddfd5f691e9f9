import { CsvError, parse, type InfoRecord, type Options } from 'csv-parse/sync'
import type { Mapping } from '../mapping/codec.ts'

// A quoted field may hold line ends, but a quote that is never closed must not swallow the file.
export const longestRecord = 1 << 18

type Cells = ReadonlyArray<string>

/**
 * Reads the records of some whole lines: each is told with the place of its end. It stops at the first
 * record that csv-parse cannot read, and answers why.
 */
export type CsvReader = (
  lines: Buffer,
  onRecord: (cells: Cells, end: number) => void,
) => CsvError | undefined

type Format = Mapping['format']

const optionsOf = ({ delimiter, quote }: Format): Options => ({
  delimiter: delimiter === 'blanks' ? [' ', '\t'] : delimiter,
  quote: delimiter === 'blanks' ? null : quote === undefined ? '"' : quote,
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: longestRecord,
})

export const csvReader = (format: Format): CsvReader => {
  const options = optionsOf(format)
  // A run of blanks is one delimiter, and csv-parse sees an empty cell between any two.
  const isCell = (cell: string): boolean => cell !== ''
  const shape = format.delimiter === 'blanks' ? (cells: Cells) => cells.filter(isCell) : undefined
  return (lines, onRecord) => {
    const told = (cells: Cells, { bytes }: InfoRecord): null => {
      onRecord(shape?.(cells) ?? cells, bytes)
      // Null: csv-parse keeps no record of its own.
      return null
    }
    try {
      parse(lines, { ...options, on_record: told })
      return undefined
    } catch (error) {
      if (error instanceof CsvError) return error
      throw error
    }
  }
}

/** Whether the record may be whole once more lines are there. */
export const goesOn = ({ code }: CsvError): boolean => code === 'CSV_QUOTE_NOT_CLOSED'

/** Also said of a quote that would be closed only beyond that length. */
export const whyTooLong = `it is longer than ${longestRecord} bytes, or a quote that opens here is never closed`

/** Why csv-parse could not read a record: the end of a sentence about its row. */
export const whyBroken = ({ code, message, column }: CsvError): string => {
  const field = `field ${Number(column) + 1}`
  switch (String(code)) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote that opens here is never closed'
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `text follows the closing quote of ${field}`
    case 'INVALID_OPENING_QUOTE':
      return `a quote stands inside ${field}, which does not begin with one`
    case 'CSV_MAX_RECORD_SIZE':
      return whyTooLong
    default:
      return message
  }
}
