import { Text } from '@tenure/core/shared'

/** Text from a literal: an empty one is a bug. */
export const text = (value: string): Text => {
  if (!Text.is(value)) throw new RangeError(`not a text: ${JSON.stringify(value)}`)
  return value
}
