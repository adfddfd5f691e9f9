/** A line cut into fields; `open`: a quoted field has not ended; `broken`: why it is no record. */
export type Cut =
  | { readonly kind: 'cells'; readonly cells: ReadonlyArray<string> }
  | { readonly kind: 'open' }
  | { readonly kind: 'broken'; readonly reason: string }

/** Cuts one record, or says that it goes on in the next line. */
export type Cutter = (text: string) => Cut

const byBlanks: Cutter = (text) => {
  const inner = text.trim()
  return { kind: 'cells', cells: inner === '' ? [] : inner.split(/[ \t]+/) }
}

/** Where a quoted field that begins at `from` ends, and what it says. */
const quotedField = (
  text: string,
  from: number,
  quote: string,
): { readonly value: string; readonly end: number } | undefined => {
  let value = ''
  let at = from + quote.length
  for (;;) {
    const close = text.indexOf(quote, at)
    if (close < 0) return undefined
    value += text.slice(at, close)
    if (!text.startsWith(quote, close + quote.length)) return { value, end: close + quote.length }
    value += quote
    at = close + 2 * quote.length
  }
}

const quoted = (text: string, delimiter: string, quote: string): Cut => {
  const cells: Array<string> = []
  let at = 0
  for (;;) {
    if (text.startsWith(quote, at)) {
      const field = quotedField(text, at, quote)
      if (field === undefined) return { kind: 'open' }
      cells.push(field.value)
      if (field.end === text.length) return { kind: 'cells', cells }
      if (!text.startsWith(delimiter, field.end))
        return { kind: 'broken', reason: `text follows the closing quote of field ${cells.length}` }
      at = field.end + delimiter.length
    } else {
      const end = text.indexOf(delimiter, at)
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end))
      if (end < 0) return { kind: 'cells', cells }
      at = end + delimiter.length
    }
  }
}

/** `delimiter`: one character, or `blanks` for runs of spaces and tabs, leading ones ignored. */
export const cutterOf = (delimiter: string, quote: string | null): Cutter => {
  if (delimiter === 'blanks') return byBlanks
  return (text) =>
    quote === null || !text.includes(quote)
      ? { kind: 'cells', cells: text.split(delimiter) }
      : quoted(text, delimiter, quote)
}
