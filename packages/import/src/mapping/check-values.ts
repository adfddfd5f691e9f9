import type { MappingFault } from './closed.ts'
import type { FactRule, Value } from './codec.ts'
import { fieldsOf, totalOfLines } from './kinds.ts'

/** Lines belong to documents: they say which rows, and add up to what the document would else read. */
export const linesFaults = (fact: FactRule, path: string): ReadonlyArray<MappingFault> => {
  if (fact.lines === undefined) return []
  const total = totalOfLines.get(fact.kind)
  if (total === undefined)
    return [{ path: `${path}.lines`, reason: `is not for ${fact.kind}, which has no lines` }]
  return [
    ...(fact.key === undefined
      ? [
          {
            path: `${path}.key`,
            reason: 'is missing: it says which rows are lines of one document',
          },
        ]
      : []),
    ...(Object.hasOwn(fact.fields, total)
      ? [{ path: `${path}.fields.${total}`, reason: 'is what the lines add up to: it is not read' }]
      : []),
  ]
}

/** Days are counted on, and amounts taken off, only where a day or an amount is read. */
export const valueFaults = (fact: FactRule, path: string): ReadonlyArray<MappingFault> => {
  const fields = fieldsOf(fact.kind)
  const places: ReadonlyArray<readonly [string, Value, unknown]> = [
    [`${path}.effectiveOn`, fact.effectiveOn, 'day'],
    ...(fact.declaredOn === undefined
      ? []
      : [[`${path}.declaredOn`, fact.declaredOn, 'day'] as const]),
    ...Object.entries(fact.fields).map(
      ([name, value]) => [`${path}.fields.${name}`, value, fields.get(name)?.reads] as const,
    ),
  ]
  return places.flatMap(([place, { plusDays, minus }, reads]) => [
    ...(plusDays !== undefined && reads !== 'day'
      ? [{ path: `${place}.plusDays`, reason: 'is only for a day' }]
      : []),
    ...(minus !== undefined && reads !== 'amount'
      ? [{ path: `${place}.minus`, reason: 'is only for an amount' }]
      : []),
  ])
}
