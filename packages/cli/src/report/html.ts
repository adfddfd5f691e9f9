const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

const blanks: ReadonlySet<string> = new Set(['\t', '\n', '\r'])

/** Text as it may stand between tags and in quoted attributes. Control characters are shown as �. */
export const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) =>
      blanks.has(character) ? character : '\ufffd',
    )
    .replace(/[&<>"']/g, (character) => entities.get(character) ?? character)

export interface TableColumn {
  readonly head: string
  readonly numeric: boolean
}

/** A table with a caption; the first cell of a row names it. */
export const htmlTable = (
  caption: string,
  columns: ReadonlyArray<TableColumn>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): string => {
  const kind = (index: number): string => (columns[index]?.numeric === true ? ' class="n"' : '')
  const heads = columns.map(
    ({ head }, index) => `<th scope="col"${kind(index)}>${escape(head)}</th>`,
  )
  const cell = (text: string, index: number): string =>
    index === 0 ? `<th scope="row">${escape(text)}</th>` : `<td${kind(index)}>${escape(text)}</td>`
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`)
  return (
    `<div class="wide"><table><caption>${escape(caption)}</caption>` +
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
  )
}

/** A picture with its caption. `svg` is markup that was escaped where it was made. */
export const figure = (svg: string, caption: string): string =>
  `<figure>${svg}<figcaption>${escape(caption)}</figcaption></figure>`

/** Something long that opens on demand. */
export const details = (summary: string, markup: string): string =>
  `<details><summary>${escape(summary)}</summary>${markup}</details>`
