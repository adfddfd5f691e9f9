import { usage } from '../failure.ts'

/** A whole number of at least `least`. */
export const parseCount = (text: string, option: string, least: number): number => {
  const count = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count) || count < least)
    throw usage(`${option} ${JSON.stringify(text)} is no whole number of at least ${least}.`)
  return count
}

/** A whole number of days: a hundred years at most. */
export const parseDays = (text: string, option: string): number => {
  const days = parseCount(text, option, 1)
  if (days > 36_500) throw usage(`${option} ${text} is more than a hundred years: 36500 at most.`)
  return days
}
