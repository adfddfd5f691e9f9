import { linesFaults, valueFaults } from './check-values.ts'
import type { MappingFault } from './closed.ts'
import type { Column, FactRule, LinesRule, Mapping, RememberRule, Value } from './codec.ts'
import { factKindNames, fieldsOf, totalOfLines } from './kinds.ts'

/** What the shape of a mapping cannot say: fields belong to kinds, and columns to the format. */
export const checkMapping = (mapping: Mapping): ReadonlyArray<MappingFault> => [
  ...formatFaults(mapping),
  ...constantFaults(mapping),
  ...mapping.facts.flatMap((fact, index) => factFaults(mapping, fact, `facts[${index}]`)),
  ...rememberFaults(mapping),
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
  const summed = fact.lines === undefined ? undefined : totalOfLines.get(fact.kind)
  for (const [name, { presence }] of fields)
    if (presence === 'required' && name !== summed && !given.has(name) && !constants.has(name))
      faults.push({ path: `${path}.fields.${name}`, reason: `is missing: ${fact.kind} needs it` })
  return [
    ...faults,
    ...personalKeyFaults(fact, path),
    ...linesFaults(fact, path),
    ...valueFaults(fact, path),
  ]
}

const recalledBy = ({ remembered, parts = [], minus }: Value): ReadonlyArray<string> =>
  [remembered, minus?.remembered, ...parts.map((part) => part.remembered)].filter(
    (name) => name !== undefined,
  )

const recalledByFact = (fact: FactRule): ReadonlyArray<string> => valuesOf(fact).flatMap(recalledBy)

const rememberFaults = (mapping: Mapping): ReadonlyArray<MappingFault> => {
  const names = (mapping.remember ?? []).map(({ name }) => name)
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...twice.map((name) => ({ path: 'remember', reason: `has two rules named ${name}` })),
    ...mapping.facts.flatMap((fact, index) =>
      recalledByFact(fact)
        .filter((name) => !names.includes(name))
        .map((name) => ({
          path: `facts[${index}]`,
          reason: `recalls "${name}", which no remember rule leaves`,
        })),
    ),
    ...(mapping.remember ?? []).flatMap(({ value }, index) =>
      recalledBy(value).length > 0 || value.minus !== undefined || value.plusDays !== undefined
        ? [{ path: `remember[${index}].value`, reason: 'must be plain text of its own row' }]
        : [],
    ),
  ]
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
  ...(value.minus?.column === undefined ? [] : [value.minus.column]),
  ...(value.parts ?? []).flatMap(({ column }) => (column === undefined ? [] : [column])),
]

const valuesOf = (fact: FactRule): ReadonlyArray<Value> => [
  fact.effectiveOn,
  ...(fact.declaredOn === undefined ? [] : [fact.declaredOn]),
  ...Object.values(fact.fields),
  ...(fact.lines === undefined ? [] : valuesOfLines(fact.lines)),
]

const valuesOfLines = ({ sku, quantity, unitPrice, lineId, details }: LinesRule) => [
  sku,
  quantity,
  unitPrice,
  ...(lineId === undefined ? [] : [lineId]),
  ...Object.values(details ?? {}),
]

/** Every column that a fact reads for its content, in no promised order. */
export const columnsOfFact = (fact: FactRule): ReadonlyArray<Column> =>
  valuesOf(fact).flatMap(columnsOfValue)

const columnsOfRemember = ({ key, value, when = [] }: RememberRule): ReadonlyArray<Column> => [
  ...key,
  ...columnsOfValue(value),
  ...when.map(({ column }) => column),
]

/** Every column that the mapping names, once. */
export const columnsOfMapping = (
  mapping: Mapping,
  remembers: ReadonlyArray<RememberRule> = mapping.remember ?? [],
): ReadonlySet<Column> =>
  new Set([
    ...remembers.flatMap(columnsOfRemember),
    ...mapping.facts
      .flatMap(recalledByFact)
      .flatMap((name) => (mapping.remember ?? []).find((rule) => rule.name === name)?.key ?? []),
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
