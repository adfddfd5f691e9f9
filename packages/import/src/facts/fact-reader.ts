import type { CivilDate } from '@tenure/core/shared'
import type { FactRule, Mapping } from '../mapping/codec.ts'
import { fieldsOf, type FactKind } from '../mapping/kinds.ts'
import type { Fault } from '../faults.ts'
import { testOf, type Cells } from './columns.ts'
import { dayFaults, dayField } from './days.ts'
import { fieldReaders, readFields } from './fields.ts'
import { identityReader } from './identity.ts'
import { lineReader } from './line-reader.ts'
import type { ReadFact, RowSetting } from './read-fact.ts'
import type { FieldValue } from './values.ts'

/** Where a fact reader puts what it finds in a row. */
export interface RowFindings {
  readonly faults: Array<Fault>
  readonly facts: Array<ReadFact>
  readonly notYet: Array<FactKind>
  /** The documents of lines that the row belongs to, whatever else is wrong with it. */
  readonly documents: Array<string>
}

const contentOf = (
  rule: FactRule,
  days: readonly [CivilDate, CivilDate],
  values: ReadonlyMap<string, FieldValue>,
): string => {
  const fields = fieldsOf(rule.kind)
  const told = [...values]
    .filter(([name, value]) => value !== null && fields.get(name)?.reads !== 'personal')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([rule.kind, ...days, told])
}

/** Compiles one fact of the mapping. It adds to the findings of a row. */
export const factReader = (
  mapping: Mapping,
  rule: FactRule,
  index: number,
  setting: RowSetting,
): ((cells: Cells, findings: RowFindings) => void) => {
  const { places, today } = setting
  const decimal = mapping.decimal ?? '.'
  const applies = testOf(rule.when ?? [], places)
  const fields = fieldReaders(mapping, rule, setting)
  const identity = identityReader(mapping, rule, places)
  const effective = dayField(mapping, rule.effectiveOn, setting, 'effectiveOn')
  const declared =
    rule.declaredOn === undefined
      ? undefined
      : dayField(mapping, rule.declaredOn, setting, 'declaredOn')
  const readLine = rule.lines === undefined ? undefined : lineReader(mapping, rule.lines, setting)
  return (cells, { faults, facts, notYet, documents }) => {
    if (!applies(cells)) return
    if (readLine !== undefined) documents.push(identity.nameOf(cells))
    const effectiveOn = effective(cells, faults)
    if (effectiveOn === 'blank') return void notYet.push(rule.kind)
    const stated = declared?.(cells, faults)
    const declaredOn = stated === undefined || stated === 'blank' ? effectiveOn : stated
    const values = readFields(fields, cells, faults, decimal)
    const line = readLine?.(cells, values.get('currency'), faults)
    if (effectiveOn === 'faulty' || declaredOn === 'faulty') return
    faults.push(...dayFaults(effectiveOn, declaredOn, today))
    if (identity.isBlank(cells))
      faults.push({
        type: 'MissingValue',
        field: 'key',
        reason: 'Every column of the key is blank.',
      })
    facts.push({
      rule: index,
      kind: rule.kind,
      effectiveOn,
      declaredOn,
      values,
      identityName: identity.nameOf(cells),
      byOrdinal: identity.byOrdinal,
      content: contentOf(rule, [effectiveOn, declaredOn], values),
      ...(line && { line }),
    })
  }
}
