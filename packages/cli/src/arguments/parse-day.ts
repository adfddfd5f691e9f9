import { CivilDate } from '@tenure/core/shared'
import { usage } from '../failure.ts'

/** A day of the calendar as written on the command line. */
export const parseDay = (text: string, option: string): CivilDate => {
  if (!CivilDate.is(text))
    throw usage(`${option} ${JSON.stringify(text)} is no day: write YYYY-MM-DD, as in 2026-03-31.`)
  return text
}
