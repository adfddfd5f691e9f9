import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { dayOf, type CivilDate, type Currency } from '@tenure/core/shared'
import { badInput } from '../failure.ts'
import { openDatabase } from '../open-database.ts'
import { startProgress } from '../progress.ts'
import type { Surroundings } from '../surroundings.ts'
import { reportData, type ReportData } from './data.ts'
import { renderReport } from './render-report.ts'

export interface ReportOptions {
  readonly db: string
  /** The page that is written. */
  readonly out: string
  /** Absent: today in the zone. */
  readonly asOf?: CivilDate
  readonly zone?: string
  /** Absent: the one in which most was paid. */
  readonly currency?: Currency
}

const writePage = async (file: string, page: string): Promise<void> => {
  try {
    await writeFile(file, page)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw badInput(`the report could not be written to ${file}: ${reason}`)
  }
}

/** Asks a database everything that a report says, in one pass, and writes the page. Gives what it says. */
export const report = async (
  { db, out, asOf, zone, currency }: ReportOptions,
  surroundings: Surroundings,
): Promise<ReportData> => {
  const database = await openDatabase(surroundings, { db, ...(zone !== undefined && { zone }) })
  const bar = startProgress({ label: 'reading', unit: 'events', total: database.eventCount })
  try {
    const data = await reportData(
      database.log,
      {
        source: basename(db),
        zone: database.zone,
        asOf: asOf ?? dayOf(surroundings.now(), database.zone),
        ...(currency !== undefined && { currency }),
      },
      { onProgress: bar.at, signal: surroundings.signal },
    )
    await writePage(out, renderReport(data))
    return data
  } finally {
    bar.end()
    await database.close()
  }
}
