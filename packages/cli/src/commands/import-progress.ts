import type { ImportProgress } from '@tenure/import'
import { startProgress, type Progress } from '../progress.ts'
import type { Surroundings } from '../surroundings.ts'

export interface ImportBars {
  readonly at: (progress: ImportProgress) => void
  readonly end: () => void
  readonly sayRate: (rows: number) => void
}

/** A bar for each phase, and the rate in the end. */
export const importProgress = ({ notice, now }: Surroundings): ImportBars => {
  const startedAt = now()
  let phase: ImportProgress['phase'] | undefined
  let bar: Progress | undefined
  const end = (): void => {
    bar?.end()
    bar = undefined
  }
  return {
    at: (progress) => {
      if (progress.phase !== phase) {
        end()
        phase = progress.phase
        const staging = phase === 'staging'
        bar = startProgress({
          label: staging ? 'reading' : 'recording',
          unit: staging ? 'rows' : 'facts',
          total: progress.total ?? 0,
        })
      }
      const { done, bytes } = progress
      // Nobody knows how many rows a file holds before its end: they are guessed from its bytes.
      const guess =
        bytes === undefined || bytes.done === 0
          ? undefined
          : Math.max(done, Math.round((done * bytes.total) / bytes.done))
      bar?.at(done, progress.total ?? guess)
    },
    end,
    sayRate: (rows) => {
      const seconds = (now() - startedAt) / 1000
      const rate = seconds > 0 ? Math.round(rows / seconds).toLocaleString('en') : '–'
      notice(`${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${rate} rows/s`)
    },
  }
}
