import { text, type Text } from '../shared/index.ts'

/** JSON with the keys of every object in order, so that equal values have one text. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

/**
 * A short name for what was quoted: 16 hexadecimal digits, FNV-1a over the canonical text. Another quote
 * has another hash; the hash is no seal against somebody who forges one.
 */
export const quoteHash = (quoted: unknown): Text => {
  const content = canonical(quoted)
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < content.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(content.charCodeAt(at))) * 0x100000001b3n)
  return text(hash.toString(16).padStart(16, '0'))
}
