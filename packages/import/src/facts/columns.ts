import type { Column, Condition, Value } from '../mapping/codec.ts'
import type { Recall } from './memory.ts'

/** One row of a file. */
export type Cells = ReadonlyArray<string>

/** The places of columns in the rows of one file. */
export type Places = (column: Column) => number

/** Blanks around a value are no part of it. A row that is too short has blanks. */
export const cellAt = (cells: Cells, place: number): string => (cells[place] ?? '').trim()

export type TextOf = (cells: Cells) => string

/** The text of a value in a row; `''` where a column that it needs is blank. */
export const textReader = (value: Value, places: Places, recall: Recall): TextOf => {
  const strip = suffixStripper(value.stripSuffix)
  if (value.remembered !== undefined) {
    const recalled = recall(value.remembered)
    return (cells) => strip(recalled(cells))
  }
  if (value.constant !== undefined) {
    const constant = value.constant
    return () => constant
  }
  if (value.column !== undefined) {
    const place = places(value.column)
    return (cells) => strip(cellAt(cells, place))
  }
  const parts = (value.parts ?? []).map((part) => textReader(part, places, recall))
  return (cells) => {
    const texts = parts.map((part) => part(cells))
    return texts.includes('') ? '' : strip(texts.join(''))
  }
}

const suffixStripper = (suffix: string | undefined) =>
  suffix === undefined
    ? (text: string) => text
    : (text: string) => (text.endsWith(suffix) ? text.slice(0, -suffix.length) : text)

export type Test = (cells: Cells) => boolean

/** Whether all conditions hold; a condition with several tests needs all of them. */
export const testOf = (conditions: ReadonlyArray<Condition>, places: Places): Test => {
  const tests = conditions.map((condition) => oneTest(condition, places))
  return (cells) => tests.every((test) => test(cells))
}

const oneTest = (condition: Condition, places: Places): Test => {
  const { equals, oneOf, startsWith, blank, not = false } = condition
  const place = places(condition.column)
  return (cells) => {
    const text = cellAt(cells, place)
    const holds =
      (equals === undefined || text === equals) &&
      (oneOf === undefined || oneOf.includes(text)) &&
      (startsWith === undefined || text.startsWith(startsWith)) &&
      (blank === undefined || (text === '') === blank)
    return holds !== not
  }
}
