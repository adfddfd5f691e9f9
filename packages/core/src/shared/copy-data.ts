import type { Draft } from 'immer'

/**
 * A copy of plain data, as codecs know it, that shares nothing with it: for a state that keeps a whole value
 * of an event. Its keys are a codec's, so that none of them is hostile.
 */
export const copyData = <A>(value: A): Draft<A> => {
  // A copy of the same shape has the same type.
  if (typeof value !== 'object' || value === null) return value as Draft<A>
  if (Array.isArray(value)) return value.map((member: unknown) => copyData(member)) as Draft<A>
  const copy = Object.entries(value).map(([key, member]: [string, unknown]) => [
    key,
    copyData(member),
  ])
  return Object.fromEntries(copy) as Draft<A>
}
