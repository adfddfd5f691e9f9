import type { Draft } from 'immer'
import { newLine, type Line } from './line.ts'

/** The line of an item, made where no event named the item before. */
export const lineOf = (lines: Map<string, Draft<Line>>, itemId: string): Draft<Line> => {
  const held = lines.get(itemId)
  if (held !== undefined) return held
  const made = newLine()
  lines.set(itemId, made)
  return made
}
