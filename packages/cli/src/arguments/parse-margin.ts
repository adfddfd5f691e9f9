import { usage } from '../failure.ts'

/** Percent with at most two decimals, as whole basis points: `30` is 3000. */
export const parseMargin = (text: string): number => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null)
    throw usage(`--margin ${JSON.stringify(text)} is no percentage: write 30 or 12.5.`)
  const [, whole = '', decimals = ''] = match
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}
