import { Text } from '@tenure/core/shared'

/** The text of a field of the fact; the fact's own UUID where the mapping leaves the field out. */
export type Own = (name: string) => string

export const wordOf = (text: string): Text => {
  if (Text.is(text)) return text
  throw new TypeError('a text that is empty')
}
