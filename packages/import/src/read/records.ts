import type { Mapping } from '../mapping/codec.ts'
import { csvReader, goesOn, longestRecord, whyBroken, whyTooLong, type CsvReader } from './csv.ts'

/** One record of a file, by the line on which it begins, counted from 1. */
export type FileRecord =
  | { readonly line: number; readonly cells: ReadonlyArray<string> }
  | { readonly line: number; readonly broken: string }

const newline = 0x0a
const carriageReturn = 0x0d

/** How far a text is read. */
interface Place {
  at: number
  line: number
}

const moveTo = (text: Buffer, place: Place, end: number): void => {
  for (let at = place.at; ;) {
    const found = text.indexOf(newline, at)
    if (found === -1 || found >= end) break
    place.line += 1
    at = found + 1
  }
  place.at = end
}

const moveOverBlankLines = (text: Buffer, place: Place): void => {
  for (;;) {
    const end = text[place.at] === carriageReturn ? place.at + 1 : place.at
    if (text[end] !== newline) return
    place.at = end + 1
    place.line += 1
  }
}

const isBlank = (cells: ReadonlyArray<string>, delimiter: string): boolean =>
  (cells.length < 2 || delimiter.trim() === '') && cells.every((cell) => cell.trim() === '')

/** Reads as many whole records as the text holds; at its end: all. Moves the place behind them. */
const readRecords = (
  read: CsvReader,
  delimiter: string,
  text: Buffer,
  place: Place,
  atEnd: boolean,
): Array<FileRecord> => {
  const records: Array<FileRecord> = []
  while (place.at < text.length) {
    const from = place.at
    const error = read(text.subarray(from), (cells, end) => {
      moveOverBlankLines(text, place)
      if (!isBlank(cells, delimiter)) records.push({ line: place.line, cells })
      moveTo(text, place, from + end)
    })
    moveOverBlankLines(text, place)
    if (error === undefined) {
      moveTo(text, place, text.length)
    } else {
      if (goesOn(error) && !atEnd) break
      records.push({ line: place.line, broken: whyBroken(error) })
      const lineEnd = text.indexOf(newline, place.at)
      moveTo(text, place, lineEnd === -1 ? text.length : lineEnd + 1)
    }
  }
  return records
}

/** The text behind its first line; undefined where that line has not ended. */
const behindLine = (text: Buffer): Buffer | undefined => {
  const end = text.indexOf(newline)
  return end === -1 ? undefined : text.subarray(end + 1)
}

/**
 * The records of a text, in batches. Blank lines are left out.
 *
 * Shape: a record that cannot be read is given as `broken`, and reading goes on with the line after the
 * one on which it began, so that one bad quote costs one row. csv-parse has no such way back by itself:
 * it is given whole lines, and begins anew after each broken record.
 */
export async function* recordsOf(
  pieces: AsyncIterable<string>,
  format: Mapping['format'],
): AsyncGenerator<ReadonlyArray<FileRecord>> {
  const read = csvReader(format)
  let line = 1
  let waiting: Buffer = Buffer.alloc(0)
  let inLongLine = false
  for await (const piece of pieces) {
    const bytes = Buffer.concat([waiting, Buffer.from(piece)])
    const text: Buffer | undefined = inLongLine ? behindLine(bytes) : bytes
    if (text === undefined) continue
    const whole = text.subarray(0, text.lastIndexOf(newline) + 1)
    const place = { at: 0, line: inLongLine ? line + 1 : line }
    // What does not end on a line that is too long by itself is not waited for.
    inLongLine = text.length - whole.length > longestRecord
    const records = readRecords(read, format.delimiter, whole, place, inLongLine)
    if (inLongLine) records.push({ line: place.line, broken: whyTooLong })
    line = place.line
    waiting = inLongLine ? Buffer.alloc(0) : text.subarray(place.at)
    if (records.length > 0) yield records
  }
  const last = readRecords(read, format.delimiter, waiting, { at: 0, line }, true)
  if (last.length > 0) yield last
}
