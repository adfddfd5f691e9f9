import { ascending, text, type Text } from '../shared/index.ts'
import { sha256 } from './sha-256.ts'

/** One text for equal contents: JSON with the keys of every object in order and without blanks. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) {
    const written = JSON.stringify(value)
    if (written === undefined) throw new TypeError(`no JSON value: ${typeof value}`)
    return written
  }
  const members = Object.entries(value)
    .toSorted(([a], [b]) => ascending(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** The name of a content: SHA-256 over its canonical JSON, so that no other content bears it. */
export const contentHash = (value: unknown): Text => text(sha256(canonicalJson(value)))
