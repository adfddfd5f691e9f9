import { CivilDate } from '@tenure/core/shared'
import { usage } from '../failure.ts'

/**
 * A day of the calendar as written on the command line.
 *
 * The years 1000 to 9998 leave room for the days around it that questions look at.
 */
export const isAskedDay = (text: string): text is CivilDate =>
  CivilDate.is(text) && text >= '1000-01-01' && text < '9999-01-01'

export const parseDay = (text: string, option: string): CivilDate => {
  if (!isAskedDay(text))
    throw usage(`${option} ${JSON.stringify(text)} is no day: write YYYY-MM-DD, as in 2026-03-31.`)
  return text
}
