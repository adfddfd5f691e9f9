import type { DecimalMark, FactRule, Mapping, Value } from '../mapping/codec.ts'
import { fieldsOf, type Field } from '../mapping/kinds.ts'
import type { DayReader } from '../mapping/dates.ts'
import type { Fault } from '../faults.ts'
import { textReader, type Cells, type TextOf } from './columns.ts'
import { daysOf } from './days.ts'
import type { RowSetting } from './read-fact.ts'
import { readDifference, readText, type FieldValue } from './values.ts'

/** One field of a fact, compiled for the columns of a file. */
export interface FieldReader {
  readonly name: string
  readonly field: Field
  readonly text: TextOf
  /** What is taken off an amount. */
  readonly minus: TextOf | undefined
  readonly days: DayReader
  readonly value: Value
}

/** The fields that the mapping gives. Amounts come last: they are read in the currency of their fact. */
export const fieldReaders = (
  mapping: Mapping,
  rule: FactRule,
  { places, recall }: RowSetting,
): ReadonlyArray<FieldReader> => {
  const given = new Map(Object.entries(rule.fields))
  const constants = new Map(Object.entries(mapping.constants ?? {}))
  const readers = [...fieldsOf(rule.kind)].flatMap(([name, field]) => {
    const constant = constants.get(name)
    const value: Value | undefined =
      given.get(name) ?? (constant === undefined ? undefined : { constant })
    if (value === undefined) return []
    const text = textReader(value, places, recall)
    const minus = value.minus === undefined ? undefined : textReader(value.minus, places, recall)
    return [{ name, field, value, text, minus, days: daysOf(mapping, value) }]
  })
  const isAmount = (reader: FieldReader): number => (reader.field.reads === 'amount' ? 1 : 0)
  return readers.toSorted((a, b) => isAmount(a) - isAmount(b))
}

const whyBlank = (name: string, { remembered, minus, parts = [] }: Value): string =>
  [remembered, minus?.remembered, ...parts.map((part) => part.remembered)].some(
    (one) => one !== undefined,
  )
    ? `The ${name} is blank, or needs what no earlier row of the same key has left.`
    : `The ${name} is blank.`

/** The values of a row; what cannot be read is added to the faults. */
export const readFields = (
  readers: ReadonlyArray<FieldReader>,
  cells: Cells,
  faults: Array<Fault>,
  decimal: DecimalMark,
): ReadonlyMap<string, FieldValue> => {
  const values = new Map<string, FieldValue>()
  for (const { name, field, text, minus, days, value } of readers) {
    const raw = text(cells)
    const less = minus?.(cells)
    if (raw === '' || less === '') {
      if (field.presence === 'optional') values.set(name, null)
      else faults.push({ type: 'MissingValue', field: name, reason: whyBlank(name, value) })
      continue
    }
    const currency = values.get('currency')
    const read =
      field.reads === 'amount'
        ? readDifference(raw, less, typeof currency === 'string' ? currency : null, decimal)
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
