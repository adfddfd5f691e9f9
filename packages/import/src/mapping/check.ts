import type { MappingFault } from './closed.ts'
import type { Column, FactRule, Mapping, Value } from './codec.ts'
import { factKindNames, fieldsOf } from './kinds.ts'

/** What the shape of a mapping cannot say: fields belong to kinds, and columns to the format. */
export const checkMapping = (mapping: Mapping): ReadonlyArray<MappingFault> => [
  ...formatFaults(mapping),
  ...constantFaults(mapping),
  ...mapping.facts.flatMap((fact, index) => factFaults(mapping, fact, `facts[${index}]`)),
  ...columnFaults(mapping),
  ...(mapping.facts.length === 0 ? [{ path: 'facts', reason: 'must list at least one fact' }] : []),
]

const formatFaults = ({ format }: Mapping): ReadonlyArray<MappingFault> =>
  format.quote !== undefined && format.quote !== null && format.quote === format.delimiter
    ? [{ path: 'format.quote', reason: 'must differ from the delimiter' }]
    : []

const constantFaults = (mapping: Mapping): ReadonlyArray<MappingFault> => {
  const known = new Set(factKindNames.flatMap((kind) => [...fieldsOf(kind).keys()]))
  return Object.keys(mapping.constants ?? {})
    .filter((name) => !known.has(name))
    .map((name) => ({ path: `constants.${name}`, reason: 'is not a field of any kind of fact' }))
}

const factFaults = (
  mapping: Mapping,
  fact: FactRule,
  path: string,
): ReadonlyArray<MappingFault> => {
  const fields = fieldsOf(fact.kind)
  const given = new Map(Object.entries(fact.fields))
  const faults: Array<MappingFault> = []
  for (const name of given.keys())
    if (!fields.has(name))
      faults.push({
        path: `${path}.fields.${name}`,
        reason: `is not a field of ${fact.kind} (known: ${[...fields.keys()].join(', ')})`,
      })
  const constants = new Set(Object.keys(mapping.constants ?? {}))
  for (const [name, { presence }] of fields)
    if (presence === 'required' && !given.has(name) && !constants.has(name))
      faults.push({ path: `${path}.fields.${name}`, reason: `is missing: ${fact.kind} needs it` })
  return [...faults, ...personalKeyFaults(fact, path)]
}

const personalKeyFaults = (fact: FactRule, path: string): ReadonlyArray<MappingFault> => {
  const personal = personalColumns(fact)
  return (fact.key ?? [])
    .filter((column) => personal.has(column))
    .map((column) => ({
      path: `${path}.key`,
      reason: `names the column ${column}, which holds personal data and may be part of no identity`,
    }))
}

/** The columns that hold personal data, as far as this fact reads them. */
export const personalColumns = (fact: FactRule): ReadonlySet<Column> => {
  const fields = fieldsOf(fact.kind)
  return new Set(
    Object.entries(fact.fields)
      .filter(([name]) => fields.get(name)?.reads === 'personal')
      .flatMap(([, value]) => columnsOfValue(value)),
  )
}

export const columnsOfValue = (value: Value): ReadonlyArray<Column> => [
  ...(value.column === undefined ? [] : [value.column]),
  ...(value.parts ?? []).flatMap(({ column }) => (column === undefined ? [] : [column])),
]

/** Every column that a fact reads for its content, in no promised order. */
export const columnsOfFact = (fact: FactRule): ReadonlyArray<Column> => [
  ...columnsOfValue(fact.effectiveOn),
  ...(fact.declaredOn === undefined ? [] : columnsOfValue(fact.declaredOn)),
  ...Object.values(fact.fields).flatMap(columnsOfValue),
]

/** Every column that the mapping names, once. */
export const columnsOfMapping = (mapping: Mapping): ReadonlySet<Column> =>
  new Set([
    ...(mapping.ignore ?? []).flatMap(({ when }) => when.map(({ column }) => column)),
    ...mapping.facts.flatMap((fact) => [
      ...columnsOfFact(fact),
      ...(fact.key ?? []),
      ...(fact.when ?? []).map(({ column }) => column),
    ]),
  ])

const columnFaults = (mapping: Mapping): ReadonlyArray<MappingFault> =>
  mapping.format.header
    ? []
    : [...columnsOfMapping(mapping)]
        .filter((column) => typeof column === 'string')
        .map((column) => ({
          path: 'format.header',
          reason: `is false, so the column "${column}" must be given by its number`,
        }))
