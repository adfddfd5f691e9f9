import { wrapAt } from './wrap-at.ts'

/** The definitions of the figures above them, one a line, each named. */
export const footNotes = (definitions: Readonly<Record<string, string>>): string => {
  const named = Object.entries(definitions)
  if (named.length === 0) return ''
  return `${named.map(([name, meaning]) => wrapAt(`${name}: ${meaning}`, 96, '    ')).join('\n')}\n\n`
}
