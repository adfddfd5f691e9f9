import type { FactRule, Mapping } from '../mapping/codec.ts'
import { fieldsOf, type Field } from '../mapping/kinds.ts'
import type { DayReader } from '../mapping/dates.ts'
import type { Fault } from '../faults.ts'
import { textReader, type Cells, type Places, type TextOf } from './columns.ts'
import { daysOf } from './days.ts'
import { readAmount, readText, type FieldValue } from './values.ts'

/** One field of a fact, compiled for the columns of a file. */
export interface FieldReader {
  readonly name: string
  readonly field: Field
  readonly text: TextOf
  readonly days: DayReader
}

/** The fields that the mapping gives. Amounts come last: they are read in the currency of their fact. */
export const fieldReaders = (
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

/** The values of a row; what cannot be read is added to the faults. */
export const readFields = (
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
