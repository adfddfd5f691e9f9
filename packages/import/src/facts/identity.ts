import { hash } from 'node:crypto'
import { parse, v5 } from 'uuid'
import type { FactRule, Mapping } from '../mapping/codec.ts'
import { columnsOfFact, personalColumns } from '../mapping/check.ts'
import { cellAt, type Cells, type Places } from './columns.ts'

// Fixed for ever: another namespace would make every history that was imported before look new.
const namespace = parse('6f0b1d52-8a35-5c2e-9d0e-0f1b7c4e2a61')

/**
 * The name of a fact's identity in a row: (source, kind, key columns), whatever their order.
 *
 * `byOrdinal`: the mapping declares no key, so the name holds all mapped columns that are not personal,
 * and equal rows of one file are told apart by counting them.
 */
export interface IdentityReader {
  readonly byOrdinal: boolean
  readonly nameOf: (cells: Cells) => string
  /** Whether every key column of the row is blank, so that it identifies nothing. */
  readonly isBlank: (cells: Cells) => boolean
}

export const identityReader = (
  mapping: Mapping,
  rule: FactRule,
  places: Places,
): IdentityReader => {
  const personal = personalColumns(rule)
  const columns = rule.key ?? columnsOfFact(rule).filter((column) => !personal.has(column))
  const ordered = [...new Set(columns)]
    .map((column) => ({ name: String(column), place: places(column) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const what = rule.key === undefined ? 'row' : 'key'
  return {
    byOrdinal: rule.key === undefined,
    isBlank: (cells) => ordered.every(({ place }) => cellAt(cells, place) === ''),
    nameOf: (cells) =>
      JSON.stringify([
        mapping.source,
        rule.kind,
        what,
        ...ordered.map(({ name, place }) => [name, cellAt(cells, place)]),
      ]),
  }
}

/** The UUID of a fact: the command id of its first command. The same name gives the same UUID for ever. */
export const factIdOf = (name: string, ordinal?: number): string =>
  v5(ordinal === undefined ? name : `${name}#${ordinal}`, namespace)

/** The command ids of a fact: its own UUID, then one named after it for each further command. */
export const commandIdOf = (factId: string, nth: number): string =>
  nth === 0 ? factId : v5(String(nth), factId)

/** A digest of content: equal content, equal digest. Personal fields are left out before it is taken. */
export const digestOf = (content: string): string => hash('sha256', content)
