import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Format } from '../src/mapping/codec.ts'
import { recordsOf, type FileRecord } from '../src/read/records.ts'

const commas: Format = { kind: 'csv', delimiter: ',', header: false }
const blanks: Format = { kind: 'csv', delimiter: 'blanks', header: false }

async function* given(pieces: ReadonlyArray<string>): AsyncGenerator<string> {
  yield* pieces
}

const read = async (
  pieces: ReadonlyArray<string>,
  format = commas,
): Promise<ReadonlyArray<FileRecord>> => {
  const records: Array<FileRecord> = []
  for await (const batch of recordsOf(given(pieces), format)) records.push(...batch)
  return records
}

/** The text in pieces of that many whole characters, as a decoder gives them. */
const inPieces = (text: string, size: number): ReadonlyArray<string> => {
  const characters = [...text]
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, i) =>
    characters.slice(i * size, (i + 1) * size).join(''),
  )
}

describe('the records of a text', () => {
  it('begin on lines that are counted in every text: blank ones, quoted ones, ended by CRLF', async () => {
    const text = 'a,b\r\n\r\n"x\r\n""y""",2\r\n \n3,4\n\n\n"5\n6\n7",8'
    expect(await read([text])).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x\r\n"y"', '2'] },
      { line: 6, cells: ['3', '4'] },
      { line: 9, cells: ['5\n6\n7', '8'] },
    ])
  })

  it('are cut at runs of blanks, where leading ones and quotes mean nothing', async () => {
    expect(await read(['  1 \t 2\n\t \n"3"  4 \r\n'], blanks)).toEqual([
      { line: 1, cells: ['1', '2'] },
      { line: 3, cells: ['"3"', '4'] },
    ])
  })

  it('keep a quote as it is where the format quotes nothing', async () => {
    expect(await read(['5" pipe,"a\n'], { ...commas, quote: null })).toEqual([
      { line: 1, cells: ['5" pipe', '"a'] },
    ])
  })
})

describe('a broken record', () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => `${i},C${i % 10},2026-01-05,1.00\n`)
  const withRow = (line: number, row: string): string =>
    rows.map((good, i) => (i + 1 === line ? row : good)).join('')
  const broken = async (text: string) => {
    const records = await read(inPieces(text, 1 << 16))
    const bad = records.filter((record) => 'broken' in record)
    return { good: records.length - bad.length, bad }
  }

  it.each([
    [
      'with a quote that is never closed',
      '2,"C1,2026-01-05,1\n',
      'it is longer than 262144 bytes, or a quote that opens here is never closed',
    ],
    ['with text after a quote', '2,"C1"x,1,1\n', 'text follows the closing quote of field 2'],
    [
      'with a quote inside a field',
      '2,5" pipe,1,1\n',
      'a quote stands inside field 2, which does not begin with one',
    ],
  ])('%s costs its own row and no other', async (_, row, reason) => {
    expect(await broken(withRow(3, row))).toEqual({
      good: 29_999,
      bad: [{ line: 3, broken: reason }],
    })
  })

  it('costs its own row where the quote of a later row closes what it left open', async () => {
    const text = withRow(3, '2,"C1,1,1\n').replace('\n20000,C0,', '\n20000,"C0",')
    expect((await broken(text)).bad.map(({ line }) => line)).toEqual([3])
  })

  it('is a line that never seems to end; what follows it is read', async () => {
    const records = await read([
      '1\n',
      ...inPieces(`2${' '.repeat(600_000)}`, 1 << 16),
      '\n3\n4"x\n5',
    ])
    expect(records.map((record) => [record.line, 'broken' in record])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false],
    ])
  })
})

const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '7', ' ', ',', '"', '\n', '\r\n', '𝄞') })
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('for every table', () => {
  it('what was written is read, on its lines, however the text comes in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (table, end, size) => {
          let line = 1
          const wanted = table.map((cells) => {
            const begun = line
            line += cells.join('').split('\n').length
            return { line: begun, cells }
          })
          const text = table.map((cells) => cells.map(quoted).join(',') + end).join('')
          expect(await read([text])).toEqual(wanted)
          expect(await read(inPieces(text, size))).toEqual(wanted)
        },
      ),
    )
  })
})
