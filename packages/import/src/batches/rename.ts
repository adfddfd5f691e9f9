import type { ReadFact } from '../facts/read-fact.ts'
import type { FieldValue } from '../facts/values.ts'
import { firstGeneration, type Generations } from './generations.ts'
import { scopeOf, thingOf } from './things.ts'

const textOr = (value: FieldValue | undefined): string | null =>
  typeof value === 'string' ? value : null

/** A fact with the ids that its things have now. */
export const inGeneration = (fact: ReadFact, generations: Generations): ReadFact => {
  if (generations === firstGeneration) return fact
  const [customerId, currency] = [
    textOr(fact.values.get('customerId')),
    textOr(fact.values.get('currency')),
  ]
  const values = new Map<string, FieldValue>()
  for (const [field, value] of fact.values) {
    const thing = thingOf(field)
    const scope = thing === undefined ? '' : scopeOf(thing, customerId, currency)
    const named = thing !== undefined && typeof value === 'string'
    values.set(field, named ? generations.thing(thing, scope, value) : value)
  }
  return { ...fact, values }
}
