import { CivilDate } from '@tenure/core/shared'

/** Reads the civil day that a text names; undefined where it names none. */
export type DayReader = (text: string) => CivilDate | undefined

const tokens = /yyyy|MM|M|dd|d/g

/** `iso`, or a pattern that names year, month and day once each. */
export const isDateFormat = (format: string): boolean => {
  if (format === 'iso') return true
  const found = (format.match(tokens) ?? []).map((token) => token.charAt(0))
  return found.toSorted().join('') === 'Mdy' && !/[a-zA-Z]/.test(format.replaceAll(tokens, ''))
}

const widths: ReadonlyMap<string, string> = new Map([
  ['yyyy', '(?<y>\\d{4})'],
  ['MM', '(?<M>\\d{2})'],
  ['M', '(?<M>\\d{1,2})'],
  ['dd', '(?<d>\\d{2})'],
  ['d', '(?<d>\\d{1,2})'],
])

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const patternOf = (format: string): RegExp => {
  // An ISO instant with offset names its civil day in its first ten characters: it is never converted.
  if (format === 'iso') return /^(?<y>\d{4})-(?<M>\d{2})-(?<d>\d{2})(?:[T ].*)?$/
  let pattern = ''
  let from = 0
  for (const match of format.matchAll(tokens)) {
    pattern += literally(format.slice(from, match.index)) + (widths.get(match[0]) ?? '')
    from = match.index + match[0].length
  }
  return new RegExp(`^${pattern}${literally(format.slice(from))}$`)
}

const readerOf = (format: string): DayReader => {
  const pattern = patternOf(format)
  return (text) => {
    const found = pattern.exec(text)?.groups
    if (found === undefined) return undefined
    const { y = '', M = '', d = '' } = found
    const day = `${y}-${M.padStart(2, '0')}-${d.padStart(2, '0')}`
    return CivilDate.is(day) ? day : undefined
  }
}

/** Tries the formats in order. Days repeat from row to row, so what was read once is remembered. */
export const dayReader = (formats: ReadonlyArray<string>): DayReader => {
  const readers = formats.map(readerOf)
  const known = new Map<string, CivilDate>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    for (const read of readers) {
      const day = read(text)
      if (day === undefined) continue
      if (known.size >= 20_000) known.clear()
      known.set(text, day)
      return day
    }
    return undefined
  }
}
