const indented = (text: string): string => text.replaceAll('\n', '\n  ')

const block = (open: string, parts: ReadonlyArray<string>, close: string): string =>
  parts.length === 0 ? open + close : `${open}\n  ${parts.map(indented).join(',\n  ')}\n${close}`

/** A value as a person reads it in a failure message: Maps, Sets, bigints and `undefined` included. */
export const show = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return JSON.stringify(value)
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return block('[', value.map(show), ']')
  if (value instanceof Set) return block('Set {', [...value].map(show), '}')
  if (value instanceof Map)
    return block(
      'Map {',
      [...value].map(([key, held]) => `${show(key)} => ${show(held)}`),
      '}',
    )
  return block(
    '{',
    Object.entries(value).map(([key, held]) => `${key}: ${show(held)}`),
    '}',
  )
}
