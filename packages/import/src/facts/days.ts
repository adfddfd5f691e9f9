import { addDays, CivilDate } from '@tenure/core/shared'
import type { Mapping, Value } from '../mapping/codec.ts'
import { dayReader, type DayReader } from '../mapping/dates.ts'
import type { Fault } from '../faults.ts'
import { textReader, type Cells } from './columns.ts'
import type { RowSetting } from './read-fact.ts'
import { readDay } from './values.ts'

/**
 * Reads days in the format of the value, or else in those of the mapping, and counts on from there
 * where the value says so.
 */
export const daysOf = (mapping: Mapping, value: Value): DayReader => {
  const read = dayReader(value.format === undefined ? (mapping.dates ?? ['iso']) : [value.format])
  const { plusDays } = value
  if (plusDays === undefined) return read
  return (text) => {
    const day = read(text)
    return day === undefined ? undefined : addDays(day, plusDays)
  }
}

/** The day of a row, or why there is none. */
export type DayField = (cells: Cells, faults: Array<Fault>) => CivilDate | 'blank' | 'faulty'

export const dayField = (
  mapping: Mapping,
  value: Value,
  { places, recall }: RowSetting,
  field: string,
): DayField => {
  const text = textReader(value, places, recall)
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

/** What is wrong with two days that can be read. */
export const dayFaults = (
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
