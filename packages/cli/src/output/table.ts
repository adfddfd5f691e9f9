import Table from 'cli-table3'

/** A column of a readable table. Numbers stand to the right. */
export interface Column {
  readonly head: string
  readonly align: 'left' | 'right'
}

export const text = (head: string): Column => ({ head, align: 'left' })
export const number = (head: string): Column => ({ head, align: 'right' })

/** Control characters of data would move the cursor or hide text of a terminal: they are shown instead. */
const hidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

const printable = (cell: string): string =>
  cell.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A table without frame: heads, one line below them, rows. Ends with a line break. */
export const table = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): string => {
  const drawn = new Table({
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ align }) => align),
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  })
  drawn.push(...rows.map((row) => row.map(printable)))
  return `${drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`
}

/** A title, the table below it, and a blank line. */
export const titled = (
  title: string,
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): string => `${title}\n${table(columns, rows)}\n`
