import { CivilDate } from '@tenure/core/shared'
import type { FactRule, Mapping, Value } from '../mapping/codec.ts'
import type { FactKind, Field } from '../mapping/kinds.ts'
import { fieldsOf } from '../mapping/kinds.ts'
import { dayReader, type DayReader } from '../mapping/dates.ts'
import type { Fault } from '../faults.ts'
import { testOf, textReader, type Cells, type Places, type TextOf } from './columns.ts'
import { identityReader } from './identity.ts'
import type { ReadFact, RowSetting } from './row-reader.ts'
import { readAmount, readDay, readText, type FieldValue } from './values.ts'

/** Where a fact reader puts what it finds in a row. */
export interface RowFindings {
  readonly faults: Array<Fault>
  readonly facts: Array<ReadFact>
  readonly notYet: Array<FactKind>
}

interface FieldReader {
  readonly name: string
  readonly field: Field
  readonly text: TextOf
  readonly days: DayReader
}

const daysOf = (mapping: Mapping, value: Value): DayReader =>
  dayReader(value.format === undefined ? (mapping.dates ?? ['iso']) : [value.format])

/** Amounts come last: they are read in the currency of their fact. */
const fieldReaders = (
  mapping: Mapping,
  rule: FactRule,
  places: Places,
): ReadonlyArray<FieldReader> => {
  const given = new Map(Object.entries(rule.fields))
  const constants = new Map(Object.entries(mapping.constants ?? {}))
  const readers = [...fieldsOf(rule.kind)].flatMap(([name, field]) => {
    const constant = constants.get(name)
    const value = given.get(name) ?? (constant === undefined ? undefined : { constant })
    if (value === undefined) return []
    return [{ name, field, text: textReader(value, places), days: daysOf(mapping, value) }]
  })
  const isAmount = (reader: FieldReader): number => (reader.field.reads === 'amount' ? 1 : 0)
  return readers.toSorted((a, b) => isAmount(a) - isAmount(b))
}

const readFields = (
  readers: ReadonlyArray<FieldReader>,
  cells: Cells,
  faults: Array<Fault>,
): ReadonlyMap<string, FieldValue> => {
  const values = new Map<string, FieldValue>()
  for (const { name, field, text, days } of readers) {
    const raw = text(cells)
    if (raw === '') {
      if (field.presence === 'optional') values.set(name, null)
      else faults.push({ type: 'MissingValue', field: name, reason: `The ${name} is blank.` })
      continue
    }
    const currency = values.get('currency')
    const read =
      field.reads === 'amount'
        ? readAmount(raw, typeof currency === 'string' ? currency : null)
        : readText(raw, field.reads, days)
    if ('value' in read) values.set(name, read.value)
    else
      faults.push({
        type: read.fault,
        field: name,
        reason: `The ${name} is wrong: ${read.reason}.`,
      })
  }
  return values
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

const dayFaults = (
  effectiveOn: CivilDate,
  declaredOn: CivilDate,
  today: CivilDate,
): ReadonlyArray<Fault> => {
  if (declaredOn > today)
    return [
      {
        type: 'FromTheFuture',
        field: 'declaredOn',
        reason: `The fact says it was learned on ${declaredOn}, and today is ${today}.`,
      },
    ]
  if (effectiveOn > declaredOn)
    return [
      {
        type: 'EffectiveAfterDeclared',
        field: 'effectiveOn',
        reason: `The fact was true on ${effectiveOn}, after the day on which it was learned (${declaredOn}).`,
      },
    ]
  return []
}

/** Compiles one fact of the mapping. It adds to the findings of a row. */
export const factReader = (
  mapping: Mapping,
  rule: FactRule,
  index: number,
  { places, today }: RowSetting,
): ((cells: Cells, findings: RowFindings) => void) => {
  const applies = testOf(rule.when ?? [], places)
  const fields = fieldReaders(mapping, rule, places)
  const identity = identityReader(mapping, rule, places)
  const effective = dayField(mapping, rule.effectiveOn, places, 'effectiveOn')
  const declared =
    rule.declaredOn === undefined
      ? undefined
      : dayField(mapping, rule.declaredOn, places, 'declaredOn')
  return (cells, { faults, facts, notYet }) => {
    if (!applies(cells)) return
    const effectiveOn = effective(cells, faults)
    if (effectiveOn === 'blank') return void notYet.push(rule.kind)
    const stated = declared?.(cells, faults)
    const declaredOn = stated === undefined || stated === 'blank' ? effectiveOn : stated
    const values = readFields(fields, cells, faults)
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
    })
  }
}

type DayField = (cells: Cells, faults: Array<Fault>) => CivilDate | 'blank' | 'faulty'

const dayField = (mapping: Mapping, value: Value, places: Places, field: string): DayField => {
  const text = textReader(value, places)
  const days = daysOf(mapping, value)
  return (cells, faults) => {
    const raw = text(cells)
    if (raw === '') return 'blank'
    const read = readDay(raw, days)
    if ('value' in read) return CivilDate.is(read.value) ? read.value : 'faulty'
    faults.push({ type: read.fault, field, reason: `The ${field} is wrong: ${read.reason}.` })
    return 'faulty'
  }
}
