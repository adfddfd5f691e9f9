import { usage } from '../failure.ts'

/** A whole number of at least `least`. */
export const parseCount = (text: string, option: string, least: number): number => {
  const count = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count) || count < least)
    throw usage(`${option} ${JSON.stringify(text)} is no whole number of at least ${least}.`)
  return count
}
