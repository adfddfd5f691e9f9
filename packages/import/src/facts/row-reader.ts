import type { FactKind } from '../mapping/kinds.ts'
import type { Mapping } from '../mapping/codec.ts'
import type { Fault } from '../faults.ts'
import { columnsOfMapping } from '../mapping/check.ts'
import { testOf, type Cells } from './columns.ts'
import { factReader } from './fact-reader.ts'
import { rememberer } from './memory.ts'
import type { ReadFact, RowSetting } from './read-fact.ts'

/** What became of a row. A row with a fault makes no fact at all. */
export type RowOutcome =
  | { readonly kind: 'ignored'; readonly rule: string }
  | {
      readonly kind: 'faulty'
      readonly faults: ReadonlyArray<Fault>
      /** The documents that are not whole without the row, by their identities' names. */
      readonly documents: ReadonlyArray<string>
    }
  | {
      readonly kind: 'facts'
      readonly facts: ReadonlyArray<ReadFact>
      /** Facts whose day is blank still: a later export may add them. */
      readonly notYet: ReadonlyArray<FactKind>
    }

export type RowReader = (cells: Cells) => RowOutcome

const shortFault = (cells: Cells, needed: number): Fault => ({
  type: 'MissingColumn',
  field: String(needed),
  reason: `The row has ${cells.length} columns, and the mapping reads column ${needed}.`,
})

const widthFault = (cells: Cells, width: number): Fault => ({
  type: 'MalformedRow',
  field: null,
  reason: `The row has ${cells.length} fields where the header names ${width}.`,
})

/** Compiles a mapping for the columns of one file. */
export const rowReader = (mapping: Mapping, setting: RowSetting): RowReader => {
  const { places, width } = setting
  const ignores = (mapping.ignore ?? []).map(({ name, when }) => ({
    name,
    test: testOf(when, places),
  }))
  const readers = mapping.facts.map((rule, index) => factReader(mapping, rule, index, setting))
  const remember = rememberer(setting.remembers, places, setting.memory, setting.recall)
  const needed = Math.max(...[...columnsOfMapping(mapping, setting.remembers)].map(places)) + 1
  return (cells) => {
    for (const { name, test } of ignores) if (test(cells)) return { kind: 'ignored', rule: name }
    if (width !== null && cells.length !== width)
      return { kind: 'faulty', faults: [widthFault(cells, width)], documents: [] }
    if (cells.length < needed)
      return { kind: 'faulty', faults: [shortFault(cells, needed)], documents: [] }
    const faults: Array<Fault> = []
    const facts: Array<ReadFact> = []
    const notYet: Array<FactKind> = []
    const documents: Array<string> = []
    for (const read of readers) read(cells, { faults, facts, notYet, documents })
    if (faults.length > 0) return { kind: 'faulty', faults, documents }
    remember(cells)
    return { kind: 'facts', facts, notYet }
  }
}
