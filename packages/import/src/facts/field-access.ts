import {
  currency,
  customerId,
  minorUnits,
  Text,
  type Currency,
  type CustomerId,
  type MinorUnits,
} from '@tenure/core/shared'
import type { ReadFact } from './read-fact.ts'

// The row reader has checked every value by the table of kinds, so a value of another sort here is a
// bug of that table, and throws.

/** The text of a field, or null where the row or the mapping says nothing. */
export const textOf = (fact: ReadFact, name: string): Text | null => {
  const value = fact.values.get(name) ?? null
  if (value === null || Text.is(value)) return value
  throw new TypeError(`the field ${name} of ${fact.kind} is no text`)
}

/** The text of a field that must be there; `otherwise` where the mapping leaves it to the identity. */
export const neededText = (fact: ReadFact, name: string, otherwise?: string): string => {
  const value = textOf(fact, name) ?? otherwise
  if (value === undefined) throw new TypeError(`the field ${name} of ${fact.kind} is missing`)
  return value
}

/** The text of a field as an id of some sort, or null. */
export const idOrNull = <Id>(
  fact: ReadFact,
  name: string,
  make: (text: string) => Id,
): Id | null => {
  const value = textOf(fact, name)
  return value === null ? null : make(value)
}

export const amountOf = (fact: ReadFact, name: string): MinorUnits => {
  const value = fact.values.get(name)
  if (typeof value === 'number') return minorUnits(value)
  throw new TypeError(`the field ${name} of ${fact.kind} is no amount`)
}

export interface AboutCustomer {
  readonly effectiveOn: ReadFact['effectiveOn']
  readonly customerId: CustomerId
}

export const aboutCustomer = (fact: ReadFact): AboutCustomer => ({
  effectiveOn: fact.effectiveOn,
  customerId: customerId(neededText(fact, 'customerId')),
})

export const about = (fact: ReadFact) => ({
  effectiveOn: fact.effectiveOn,
  customerId: idOrNull(fact, 'customerId', customerId),
})

export const aboutMoney = (
  fact: ReadFact,
): ReturnType<typeof about> & { readonly currency: Currency } => ({
  ...about(fact),
  currency: currency(neededText(fact, 'currency')),
})
