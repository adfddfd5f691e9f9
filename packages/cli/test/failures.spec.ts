import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { run } from '../src/run.ts'
import { fewSales, header, salesDatabase, salesImport } from './sales.ts'
import { tenure, testFolder, writeLines } from './tenure.ts'

/** The code and the words of a run that answers nothing. */
const refused = async (...args: ReadonlyArray<string>) => {
  const { code, stdout, stderr } = await tenure(args)
  expect(stdout).toBe('')
  expect(stderr).not.toMatch(/\n\s+at /)
  return { code, stderr }
}

describe('a command line that cannot be understood', () => {
  it.each([
    [
      ['overdue', '--as-of', '2026-02-30'],
      '--as-of "2026-02-30" is no day: write YYYY-MM-DD, as in 2026-03-31.',
    ],
    [
      ['overdue', '--as-of', '9999-12-31'],
      '--as-of "9999-12-31" is no day: write YYYY-MM-DD, as in 2026-03-31.',
    ],
    [
      ['overdue', '--known-at', 'yesterday'],
      '--known-at "yesterday" is neither a day (2026-03-31) nor an instant (2026-03-31T18:00:00Z).',
    ],
    [
      ['overdue', '--zone', 'Mars/Olympus'],
      '--zone "Mars/Olympus" is no time zone: write a name such as Europe/Rome.',
    ],
    [
      ['overdue', '--currency', 'EURO'],
      '--currency "EURO" is no ISO 4217 code: write three capitals, as in EUR.',
    ],
    [
      ['overdue', 'dso', '--boundaries', '30,60'],
      '--boundaries says nothing to the view dso: it is for ageing.',
    ],
    [
      ['overdue', 'ageing', '--boundaries', '60,30'],
      '--boundaries "60,30" are no rising whole days: write them as 30,60,90.',
    ],
    [
      ['retention', 'rates', '--as-of', '2026-01-31'],
      'a rate is asked over a period: give --from and --to, or two and more times --as-of, and not both.',
    ],
    [
      ['retention', 'rates', '--from', '2026-02-01', '--to', '2026-01-31'],
      'a period cannot end on 2026-01-31, before it starts.',
    ],
    [['retention', 'cohorts'], "required option '--maturity <complete|observed>' not specified"],
    [
      ['clv', 'rfm', '--calibration-end', '2026-03-31', '--holdout-end', '2026-01-31'],
      'a holdout cannot end on 2026-01-31, before calibration does on 2026-03-31.',
    ],
    [['clv', 'simple', '--margin', '1/3'], '--margin "1/3" is no percentage: write 30 or 12.5.'],
    [['events', '--after', '7'], '--after "7" is no position of a log: copy one that it shows.'],
    [
      ['events', '--type', 'invoiceissued'],
      '--type "invoiceissued" names no event: did you mean InvoiceIssued?',
    ],
  ])('%j ends with 2 and says what is wrong', async (args, sentence) => {
    expect(await refused(...args)).toEqual({ code: 2, stderr: `tenure: ${sentence}\n` })
  })

  it.each([
    [['overdeu'], "tenure: unknown command 'overdeu'\n(Did you mean overdue?)\n"],
    [
      ['overdue', '--asof', '2026-01-31'],
      "tenure: unknown option '--asof'\n(Did you mean --as-of?)\n",
    ],
  ])('%j is told what was probably meant', async (args, stderr) => {
    expect(await refused(...args)).toEqual({ code: 2, stderr })
  })

  it('names the views where there is no such view', async () => {
    const { code, stderr } = await refused('overdue', 'aging')
    expect(code).toBe(2)
    expect(stderr).toMatch(/Allowed choices are book, ageing, dso, cei, days-late, worklist/)
  })

  it('is told how many days and moments of knowledge do not pair up', async () => {
    const db = await salesDatabase(testFolder())
    const days = ['2026-01-31', '2026-02-28', '2026-03-31'].flatMap((day) => ['--as-of', day])
    const known = ['2026-01-31', '2026-02-28'].flatMap((day) => ['--known-at', day])
    expect(await refused('overdue', '--db', db, ...days, ...known)).toEqual({
      code: 2,
      stderr:
        'tenure: 3 times --as-of and 2 times --known-at do not pair up: give as many of each, or one of either.\n',
    })
  })
})

describe('a database that cannot be used', () => {
  it('is missing', async () => {
    const file = testFolder()('none.db')
    expect(await refused('overdue', '--db', file)).toEqual({
      code: 4,
      stderr: `tenure: There is no file ${file}. Import something with \`tenure import\`, or name another file with --db.\n`,
    })
    expect(existsSync(file)).toBe(false)
  })

  it('is a directory', async () => {
    const folder = testFolder()('folder')
    mkdirSync(folder)
    expect(await refused('clv', 'rfm', '--db', folder)).toEqual({
      code: 4,
      stderr: `tenure: ${folder} is a directory, not a database.\n`,
    })
  })

  it('is a file of another kind', async () => {
    const file = writeLines(testFolder()('notes.txt'), ['These are no events. '.repeat(100)])
    expect(await refused('events', '--db', file)).toEqual({
      code: 4,
      stderr: `tenure: ${file} is not an SQLite database.\n`,
    })
  })

  it('was written by a newer version', async () => {
    const db = await salesDatabase(testFolder())
    // Bytes 60 to 63 of an SQLite file are its user_version.
    writeSync(openSync(db, 'r+'), Buffer.from([0, 0, 0, 99]), 0, 4, 60)
    expect(await refused('overdue', '--db', db)).toEqual({
      code: 4,
      stderr: `tenure: ${db} has format version 99, and this program knows versions up to 2: use a newer one.\n`,
    })
  })

  it('holds an event that nobody can read', async () => {
    const db = await salesDatabase(testFolder())
    const bytes = readFileSync(db)
    const at = bytes.indexOf('"currency":"JPY"')
    expect(at).toBeGreaterThan(0)
    bytes.write('"currency":"J??"', at)
    writeFileSync(db, bytes)
    const { code, stderr } = await refused('clv', 'aov', '--db', db)
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 4, lines: 1 })
    expect(stderr).toMatch(/^tenure: event 0 of order-.*, OrderPlaced: Invalid value "J\?\?"/)
  })

  it('may be read only, and was to be written', async () => {
    const at = testFolder()
    const db = await salesDatabase(at)
    const bytes = readFileSync(db)
    chmodSync(db, 0o444)
    const args = salesImport(at, [...fewSales, '5,2026-05-01,ana,1.00,EUR'])
    expect(await refused(...args)).toEqual({
      code: 4,
      stderr: `tenure: ${db} is marked read-only, and writing to it was asked for.\n`,
    })
    expect(readFileSync(db).equals(bytes)).toBe(true)
  })
})

describe('a file that cannot be imported', () => {
  it.each([
    [
      'has a mapping that is missing',
      (at: (name: string) => string) => [at('sales.csv'), '--map', at('none.json')],
      /The mapping .*none\.json cannot be read/,
    ],
    [
      'has a mapping that is no JSON',
      (at: (name: string) => string) => [
        at('sales.csv'),
        '--map',
        writeLines(at('bad.json'), ['{']),
      ],
      /The mapping .*bad\.json cannot be read/,
    ],
    [
      'has a mapping with a word too many',
      (at: (name: string) => string) => [
        at('sales.csv'),
        '--map',
        writeLines(at('odd.json'), ['{"sauce":"shop"}']),
      ],
      /The mapping .*odd\.json is wrong: .*sauce/,
    ],
    [
      'is missing',
      (at: (name: string) => string) => [at('gone.csv'), '--map', at('shop.json')],
      /There is no file .*gone\.csv\./,
    ],
  ])('%s, and nothing is written', async (_, argsOf, sentence) => {
    const at = testFolder()
    salesImport(at, fewSales)
    const { code, stderr } = await refused('import', '--db', at('shop.db'), ...argsOf(at))
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(sentence) })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(existsSync(at('shop.db'))).toBe(false)
  })

  it('is a directory, or compressed data that was cut off', async () => {
    const at = testFolder()
    salesImport(at, fewSales)
    mkdirSync(at('exports'))
    const bytes = gzipSync(Buffer.from([header, ...fewSales, ''].join('\n')))
    writeFileSync(at('sales.csv.gz'), bytes.subarray(0, bytes.length - 12))
    const map = ['--db', at('shop.db'), '--map', at('shop.json')]
    expect(await refused('import', ...map, at('exports'))).toEqual({
      code: 3,
      stderr: `tenure: ${at('exports')} is a directory, not a file.\n`,
    })
    expect(await refused('import', ...map, at('sales.csv.gz'))).toEqual({
      code: 3,
      stderr: `tenure: ${at('sales.csv.gz')} ends in the middle of its compressed data: it was cut off on its way here.\n`,
    })
    expect(existsSync(at('shop.db'))).toBe(false)
  })

  it.each([
    ['a bad date', '5,31.05.2026,ana,1.00,EUR', 'BadDate'],
    ['a currency that nobody knows', '5,2026-05-01,ana,1.00,EURO', 'UnknownCurrency'],
    ['an event from the future', '5,2026-07-01,ana,1.00,EUR', 'FromTheFuture'],
    ['an amount that is none', '5,2026-05-01,ana,1.005,EUR', 'BadAmount'],
    ['other content under the same key', '1,2026-01-05,ana,20.01,EUR', 'ConflictingDuplicate'],
  ])('holds %s: the row is named, and nothing is imported', async (_, row, fault) => {
    const at = testFolder()
    const { code, stdout, stderr } = await tenure(salesImport(at, [...fewSales, row]))
    expect(code).toBe(3)
    expect(stdout).toMatch(new RegExp(`sales\\.csv +6 .* ${fault} `))
    expect(stderr).toContain(
      `tenure: 1 of 5 rows have faults, so nothing was imported (--allow-rejects imports the rest); all are listed in ${at('shop.db.rejects.csv')}.`,
    )
    expect(existsSync(at('shop.db'))).toBe(false)

    const rest = await tenure([...salesImport(at, [...fewSales, row]), '--allow-rejects'])
    expect(rest.code).toBe(0)
    expect(rest.stderr).toContain('1 of 5 rows have faults, and were left out')
    expect(existsSync(at('shop.db'))).toBe(true)
  })
})

describe('rows without their mapping', () => {
  it('are no events of ours, and the mapping is named', async () => {
    const at = testFolder()
    salesImport(at, fewSales)
    const { code, stderr } = await tenure(['import', '--db', at('shop.db'), at('sales.csv')])
    expect(code).toBe(3)
    expect(stderr).toContain(
      'tenure: 5 of 5 rows have faults (rows of CSV need a mapping: --map), so nothing was imported',
    )
  })
})

describe('a bug', () => {
  it('ends with 1, and is the only failure that shows a trace', async () => {
    const lines: Array<string> = []
    const code = await run(['events', '--db', await salesDatabase(testFolder())], {
      write: () => Promise.reject(new TypeError('no such thing')),
      notice: (line) => void lines.push(line),
      now: () => {
        throw new Error('nobody asks for the time')
      },
      signal: new AbortController().signal,
    })
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(
      /^tenure: this is a bug, please report it with what follows\.\nTypeError: no such thing\n +at /,
    )
  })
})

describe('a run that was interrupted', () => {
  it('ends with 130 and no trace', async () => {
    const db = await salesDatabase(testFolder())
    expect(await tenure(['overdue', '--db', db], { signal: AbortSignal.abort() })).toEqual({
      code: 130,
      stdout: '',
      stderr: 'tenure: interrupted.\n',
    })
  })
})

describe('a question about what is not there', () => {
  it('is answered with nothing, and a notice says what there is', async () => {
    const db = await salesDatabase(testFolder())
    const { code, stdout, stderr } = await tenure([
      'clv',
      'aov',
      '--db',
      db,
      '--currency',
      'GBP',
      '--json',
    ])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'By then the log holds nothing in GBP, only EUR, JPY.\n',
    })
    expect(JSON.parse(stdout).results).toEqual([])
  })

  it('of a day to come says that its answer knows only today', async () => {
    const db = await salesDatabase(testFolder())
    const { code, stderr } = await tenure(['clv', 'aov', '--db', db, '--as-of', '2027-01-01'])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '2027-01-01 lies ahead: its answer knows only what is recorded today.\n',
    })
  })

  it('in another zone than that of the history says so', async () => {
    const db = await salesDatabase(testFolder())
    const { code, stderr } = await tenure(['clv', 'aov', '--db', db, '--zone', 'Asia/Tokyo'])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `Days of knowledge end in Asia/Tokyo here; the history of ${db} is one of Europe/Rome.\n`,
    })
  })
})
