import { linesOf, withoutReturn } from './lines.ts'
import type { Cutter } from './fields.ts'

/** One record of a file, by the line on which it begins, counted from 1. */
export type FileRecord =
  | { readonly line: number; readonly cells: ReadonlyArray<string> }
  | { readonly line: number; readonly broken: string }

// A quoted field may hold line ends, but a quote that is never closed must not swallow the file.
const longestRecord = 1 << 18

/**
 * The records of a text, in batches. Blank lines are left out.
 *
 * Shape: a record that cannot be cut is given as `broken`, and reading goes on with the line after the
 * one on which it began, so that one bad quote costs one row.
 */
export async function* recordsOf(
  pieces: AsyncIterable<string>,
  cut: Cutter,
): AsyncGenerator<ReadonlyArray<FileRecord>> {
  let line = 0
  let waiting: Array<string> = []
  for await (const lines of linesOf(pieces)) {
    const batch: Array<FileRecord> = []
    const all = waiting.length === 0 ? lines : [...waiting, ...lines]
    const used = cutAll(all, line, cut, false, batch)
    line += used
    waiting = all.slice(used)
    if (batch.length > 0) yield batch
  }
  const last: Array<FileRecord> = []
  cutAll(waiting, line, cut, true, last)
  if (last.length > 0) yield last
}

/** Cuts as many lines as make whole records; answers how many. At the end of the file: all. */
const cutAll = (
  lines: ReadonlyArray<string>,
  before: number,
  cut: Cutter,
  atEnd: boolean,
  out: Array<FileRecord>,
): number => {
  let at = 0
  while (at < lines.length) {
    const taken = cutOne(lines, at, before + at + 1, cut, atEnd)
    if (taken === undefined) return at
    if (taken.record !== undefined) out.push(taken.record)
    at += taken.lines
  }
  return at
}

interface Taken {
  readonly lines: number
  readonly record?: FileRecord
}

const cutOne = (
  lines: ReadonlyArray<string>,
  at: number,
  line: number,
  cut: Cutter,
  atEnd: boolean,
): Taken | undefined => {
  let text = lines[at] ?? ''
  if (text === '' || text.trim() === '') return { lines: 1 }
  for (let end = at + 1; ; end += 1) {
    const found = cut(withoutReturn(text))
    if (found.kind === 'cells') return { lines: end - at, record: { line, cells: found.cells } }
    if (found.kind === 'broken') return { lines: 1, record: { line, broken: found.reason } }
    const next = lines[end]
    if (text.length > longestRecord || (next === undefined && atEnd))
      return { lines: 1, record: { line, broken: 'a quote that opens here is never closed' } }
    if (next === undefined) return undefined
    text += `\n${next}`
  }
}
