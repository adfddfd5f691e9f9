import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { RowFault } from './faults.ts'
import { ImportStopped } from './errors.ts'

const csvField = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const csvLine = ({ file, line, field, type, reason }: RowFault): string =>
  [file, String(line), field ?? '', type, reason].map(csvField).join(',')

/** Removes the list of an earlier run, where it can be: a list that stays does no harm to what was done. */
export const removeRejects = (file: string): void => {
  try {
    rmSync(file, { force: true })
  } catch {
    return
  }
}

/**
 * Writes one line a fault: file, line, field, type, reason. NDJSON where the name ends in `.ndjson`,
 * else CSV with a header.
 */
export const writeRejects = (file: string, faults: Iterable<RowFault>): void => {
  const asJson = file.endsWith('.ndjson')
  try {
    const handle = openSync(file, 'w')
    try {
      if (!asJson) writeSync(handle, 'file,line,field,type,reason\n')
      for (const fault of faults) {
        const { file: of, line, field, type, reason } = fault
        const text = asJson
          ? JSON.stringify({ file: of, line, field, type, reason })
          : csvLine(fault)
        writeSync(handle, `${text}\n`)
      }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ImportStopped({ type: 'RejectsUnwritable', file, reason })
  }
}
