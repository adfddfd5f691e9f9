import type { Mapping, RememberRule } from '../mapping/codec.ts'
import { cellAt, testOf, textReader, type Cells, type Places, type TextOf } from './columns.ts'

/** What rows have left for later ones, by the name of the rule and the text of its key columns. */
export interface Memory {
  readonly keep: (name: string, key: string, text: string) => void
  /** `''` where nothing was left. */
  readonly recall: (name: string, key: string) => string
}

const keyReader = ({ key }: RememberRule, places: Places): TextOf => {
  const at = key.map(places)
  return (cells) => JSON.stringify(at.map((place) => cellAt(cells, place)))
}

/** The text that an earlier row with the same key left under a name. */
export type Recall = (name: string) => TextOf

export const recallIn =
  (mapping: Mapping, places: Places, memory: Memory): Recall =>
  (name) => {
    const rule = (mapping.remember ?? []).find((one) => one.name === name)
    if (rule === undefined) throw new TypeError(`no remember rule ${name}`)
    const key = keyReader(rule, places)
    return (cells) => memory.recall(name, key(cells))
  }

/** Leaves what a row has for later rows; a blank leaves nothing, and a later text replaces an earlier. */
export const rememberer = (
  rules: ReadonlyArray<RememberRule>,
  places: Places,
  memory: Memory,
  recall: Recall,
): ((cells: Cells) => void) => {
  const readers = rules.map((rule) => ({
    name: rule.name,
    applies: testOf(rule.when ?? [], places),
    key: keyReader(rule, places),
    text: textReader(rule.value, places, recall),
  }))
  return (cells) => {
    for (const { name, applies, key, text } of readers) {
      if (!applies(cells)) continue
      const left = text(cells)
      if (left !== '') memory.keep(name, key(cells), left)
    }
  }
}
