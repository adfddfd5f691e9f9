import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { civilDate, endOfDay } from '@tenure/core/shared'
import { describe, expect, it } from 'vitest'
import { explainImportError, type RowFault } from '../src/index.ts'
import {
  bench,
  imported,
  importLedger,
  ledgerHeader,
  ledgerMapping,
  logOf,
  stopped,
  type Bench,
} from './helpers.ts'

const good = '1,C1,2026-01-05,2026-02-04,100,2026-02-10\n'
const onLine3 = (at: Bench, fault: Omit<RowFault, 'file' | 'line'>): RowFault => ({
  file: at.path('ledger.csv'),
  line: 3,
  ...fault,
})

describe('a row with a fault', () => {
  it.each([
    [
      'a bad date',
      '2,C1,2026-02-30,,1,\n',
      {
        type: 'BadDate',
        field: 'effectiveOn',
        reason:
          'The effectiveOn is wrong: "2026-02-30" is no day in the date formats of the mapping.',
      },
    ],
    [
      'an amount with too many decimals',
      '2,C1,2026-01-05,,1.005,\n',
      {
        type: 'BadAmount',
        field: 'total',
        reason: 'The total is wrong: "1.005" has more decimals than EUR has (2).',
      },
    ],
    [
      'an amount that is no number',
      '2,C1,2026-01-05,,"1,000",\n',
      {
        type: 'BadAmount',
        field: 'total',
        reason: 'The total is wrong: "1,000" is no plain decimal number such as 1250 or 12.50.',
      },
    ],
    [
      'an amount below nothing',
      '2,C1,2026-01-05,,-1,\n',
      {
        type: 'BadAmount',
        field: 'total',
        reason: 'The total is wrong: "-1" is negative, and the fact takes no sign.',
      },
    ],
    [
      'an amount that no number of ours can hold',
      '2,C1,2026-01-05,,99999999999999999,\n',
      {
        type: 'BadAmount',
        field: 'total',
        reason: 'The total is wrong: "99999999999999999" is too large to be kept to the last unit.',
      },
    ],
    [
      'a blank where something must stand',
      ',C1,2026-01-05,,1,\n',
      { type: 'MissingValue', field: 'invoiceId', reason: 'The invoiceId is blank.' },
    ],
    [
      'too few fields',
      '2,C1,2026-01-05,\n',
      {
        type: 'MalformedRow',
        field: null,
        reason: 'The row has 4 fields where the header names 6.',
      },
    ],
    [
      'a quote that is never closed',
      '2,"C1,2026-01-05,,1,\n',
      {
        type: 'MalformedRow',
        field: null,
        reason: 'The row is malformed: a quote that opens here is never closed.',
      },
    ],
    [
      'text after a closing quote',
      '2,"C1"x,2026-01-05,,1,\n',
      {
        type: 'MalformedRow',
        field: null,
        reason: 'The row is malformed: text follows the closing quote of field 2.',
      },
    ],
    [
      'a day that is still to come',
      '2,C1,2026-07-01,,1,\n',
      {
        type: 'FromTheFuture',
        field: 'declaredOn',
        reason: 'The fact says it was learned on 2026-07-01, and today is 2026-06-30.',
      },
    ],
    [
      'the key of another row and other content',
      '1,C1,2026-01-05,2026-02-04,101,2026-02-10\n',
      {
        type: 'ConflictingDuplicate',
        field: null,
        reason: 'The invoice has the key of one on line 2 of LEDGER, and says something else.',
      },
    ],
  ] as const)('%s: is named by its place, and nothing is imported', async (_, row, fault) => {
    using at = bench()
    const result = await importLedger(at, good + row)
    const reason = fault.reason.replace('LEDGER', at.path('ledger.csv'))
    // A wrong total is a wrong payment too; the first fault is the one that is asked for.
    expect(result.firstFaults[0]).toEqual(onLine3(at, { ...fault, reason }))
    expect([result.outcome, result.rows.rejected]).toEqual(['refused', 1])
    expect(at.names()).toEqual(['history.db.rejects.csv', 'ledger.csv', 'map.json'])
    expect(at.read('history.db.rejects.csv').split('\n').slice(0, 1)).toEqual([
      'file,line,field,type,reason',
    ])
  })

  it('an unknown currency', async () => {
    using at = bench()
    const { constants: _, ...rest } = ledgerMapping
    const mapping = {
      ...rest,
      facts: [
        {
          ...ledgerMapping.facts[0],
          fields: { ...ledgerMapping.facts[0].fields, currency: { column: 'currency' } },
        },
      ],
    }
    const file = at.write('f.csv', `${ledgerHeader.trim()},currency\n1,C1,2026-01-05,,1,,EURO\n`)
    const result = await imported(at.database, at.write('m.json', JSON.stringify(mapping)), [file])
    expect(result.firstFaults).toEqual([
      {
        file,
        line: 2,
        field: 'currency',
        type: 'UnknownCurrency',
        reason: 'The currency is wrong: "EURO" is no currency code of ISO 4217.',
      },
    ])
  })

  it('a fact that is true only after it was learned', async () => {
    using at = bench()
    const mapping = {
      ...ledgerMapping,
      facts: [{ ...ledgerMapping.facts[0], declaredOn: { column: 'paid' } }],
    }
    const file = at.write('f.csv', `${ledgerHeader}1,C1,2026-01-05,,1,2026-01-04\n`)
    const result = await imported(at.database, at.write('m.json', JSON.stringify(mapping)), [file])
    expect(result.firstFaults).toEqual([
      {
        file,
        line: 2,
        field: 'effectiveOn',
        type: 'EffectiveAfterDeclared',
        reason:
          'The fact was true on 2026-01-05, after the day on which it was learned (2026-01-04).',
      },
    ])
  })

  it('has nothing in the columns of its key', async () => {
    using at = bench()
    const result = await importLedger(at, ',C1,2026-01-05,,1,\n')
    expect(result.firstFaults.map(({ field, reason }) => [field, reason])).toEqual([
      ['invoiceId', 'The invoiceId is blank.'],
      ['key', 'Every column of the key is blank.'],
    ])
  })

  it('is listed no longer once a later import went well', async () => {
    using at = bench()
    await importLedger(at, '1,ada,2026-13-01,2026-02-01,10,\n')
    expect(at.names()).toContain('history.db.rejects.csv')
    await importLedger(at, '1,ada,2026-01-01,2026-02-01,10,\n')
    expect(at.names()).toEqual(['history.db', 'ledger.csv', 'map.json'])
  })

  it('is left out, whole, where rejects are allowed; the rest is imported', async () => {
    using at = bench()
    const badPayment = '2,C1,2026-01-05,,1,soon\n'
    const result = await importLedger(at, badPayment + good, {
      allowRejects: true,
      rejectsFile: at.path('rejects.ndjson'),
    })
    expect([result.outcome, result.rows]).toEqual([
      'imported',
      { read: 2, ignored: [], rejected: 1 },
    ])
    expect(JSON.parse(at.read('rejects.ndjson'))).toEqual({
      file: at.path('ledger.csv'),
      line: 2,
      field: 'effectiveOn',
      type: 'BadDate',
      reason: 'The effectiveOn is wrong: "soon" is no day in the date formats of the mapping.',
    })
    expect((await logOf(at.database)).map(({ stream }) => stream)).not.toContain('invoice-2')
  })

  it('after a broken quote the next rows are read all the same', async () => {
    using at = bench()
    const result = await importLedger(at, `9,"C1,2026-01-05,,1,\n${good}`, { allowRejects: true })
    expect(result.rows).toEqual({ read: 2, ignored: [], rejected: 1 })
    expect(result.facts[0]?.made).toBe(1)
  })

  it('has the key of a fact that was imported before, and other content', async () => {
    using at = bench()
    await importLedger(at, good)
    const result = await importLedger(at, good.replace('100', '101'))
    expect(result.firstFaults).toEqual([
      {
        file: at.path('ledger.csv'),
        line: 2,
        field: null,
        type: 'ConflictingDuplicate',
        reason: 'The invoice has the key of one that was imported before, and says something else.',
      },
      {
        file: at.path('ledger.csv'),
        line: 2,
        field: null,
        type: 'ConflictingDuplicate',
        reason: 'The payment has the key of one that was imported before, and says something else.',
      },
    ])
  })
})

describe('a fact that refers to nothing', () => {
  const facts = (kind: string, field: string, more: object = {}) => [
    {
      kind,
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: { customerId: { constant: 'C1' }, [field]: { column: 'id' }, ...more },
    },
  ]
  it.each([
    [
      'a reversal of an unknown payment',
      facts('reversal', 'paymentId'),
      'UnknownReference',
      'Payment P1 is not known.',
    ],
    [
      'the end of an unknown dispute',
      facts('disputeResolution', 'disputeId', { outcome: { constant: 'accepted' } }),
      'UnknownReference',
      'Dispute P1 was never raised.',
    ],
    [
      'a cancellation of an unknown order',
      facts('cancellation', 'orderId'),
      'UnknownReference',
      expect.stringContaining('P1'),
    ],
    [
      'a due date of an unknown item',
      facts('dueDate', 'itemId', { dueOn: { constant: '2026-05-01' } }),
      'UnknownReference',
      expect.stringContaining('P1'),
    ],
  ] as const)('%s is a fault of its row', async (_, made, type, reason) => {
    using at = bench()
    const mapping = at.write('m.json', JSON.stringify({ ...ledgerMapping, facts: made }))
    const result = await imported(at.database, mapping, [
      at.write('f.csv', 'id,day\nP1,2026-01-05\n'),
    ])
    expect(result.firstFaults).toEqual([expect.objectContaining({ line: 2, type, reason })])
  })
})

describe('a fact declared for a time before the last event of its stream', () => {
  const late = '2,C1,2026-01-02,,5,2026-01-03\n'
  it('is a fault of its row', async () => {
    using at = bench()
    await importLedger(at, good)
    const before = await logOf(at.database)
    const result = await importLedger(at, late + good)
    expect(
      result.firstFaults.map(({ line, type, reason }) => ({ line, type, reason })),
    ).toContainEqual({
      line: 2,
      type: 'DeclaredTooLate',
      reason:
        'The fact was learned on 2026-01-02, and receivables-EUR-C1 already holds an event learned later.',
    })
    expect(await logOf(at.database)).toEqual(before)
  })
  it('or is taken as learned now, if the caller says so', async () => {
    using at = bench()
    await importLedger(at, good)
    const fresh = '3,C9,2026-01-02,,5,\n'
    const result = await importLedger(at, late + good + fresh, { late: 'now' })
    expect(result.facts.map(({ kind, made }) => [kind, made])).toEqual([
      ['invoice', 2],
      ['payment', 1],
    ])
    const events = (await logOf(at.database)).slice(4)
    expect(
      events.map(({ type, stream, metadata }) => [
        type,
        stream,
        metadata.declaredAt ?? 'as recorded',
      ]),
    ).toEqual([
      ['InvoiceIssued', 'invoice-3', endOfDay(civilDate('2026-01-02'), 'UTC')],
      ['ItemOpened', 'receivables-EUR-C9', endOfDay(civilDate('2026-01-02'), 'UTC')],
      ['InvoiceIssued', 'invoice-2', 'as recorded'],
      ['ItemOpened', 'receivables-EUR-C1', 'as recorded'],
      ['PaymentReceived', 'receivables-EUR-C1', 'as recorded'],
      ['PaymentApplied', 'receivables-EUR-C1', 'as recorded'],
    ])
    const again = await importLedger(at, late + good + fresh)
    expect([again.outcome, again.facts.map(({ made }) => made)]).toEqual(['imported', [0, 0]])
  })
})

describe('a file that cannot be imported', () => {
  const map = JSON.stringify(ledgerMapping)
  const error = async (at: Bench, file: string): Promise<string> => {
    const names = at.names()
    const found = await stopped(at.database, at.write('map.json', map), [file])
    expect(at.names().filter((name) => name !== 'map.json')).toEqual(names)
    return explainImportError(found).replaceAll(`${at.folder}/`, '')
  }
  it('is not there', async () => {
    using at = bench()
    expect(await error(at, at.path('none.csv'))).toBe('There is no file none.csv.')
  })
  it('is a directory', async () => {
    using at = bench()
    mkdirSync(at.path('folder.csv'))
    expect(await error(at, at.path('folder.csv'))).toBe('folder.csv is a directory, not a file.')
  })
  it('is empty', async () => {
    using at = bench()
    expect(await error(at, at.write('f.csv', ''))).toBe(
      'f.csv is empty: not even a header stands in it.',
    )
  })
  it('has a header that cannot be read', async () => {
    using at = bench()
    expect(await error(at, at.write('f.csv', `"number${ledgerHeader}`))).toBe(
      'f.csv cannot be read: its header is malformed: a quote that opens here is never closed.',
    )
  })
  it('lacks a column', async () => {
    using at = bench()
    expect(await error(at, at.write('f.csv', 'number,customer,day,due,amount\n'))).toBe(
      'f.csv has no column paid in its header, and the mapping reads it.',
    )
  })
  it('names a column twice', async () => {
    using at = bench()
    expect(await error(at, at.write('f.csv', `paid,${ledgerHeader}`))).toBe(
      'f.csv names the column paid twice in its header, and the mapping reads it.',
    )
  })
  it('was cut off in the middle of its compressed data', async () => {
    using at = bench()
    const rows = Array.from({ length: 5000 }, (_, i) => good.replace('1,', `${i},`)).join('')
    const whole = gzipSync(ledgerHeader + rows)
    const file = at.write('f.csv.gz', whole.subarray(0, whole.length / 2))
    expect(await error(at, file)).toBe(
      'f.csv.gz ends in the middle of its compressed data: it was cut off on its way here.',
    )
  })
  it('is not compressed although its name says so', async () => {
    using at = bench()
    expect(await error(at, at.write('f.csv.gz', ledgerHeader))).toBe(
      'f.csv.gz cannot be read: incorrect header check.',
    )
  })
  it('is not UTF-8', async () => {
    using at = bench()
    const file = at.write('f.csv', Buffer.from([0x6e, 0xe9, 0x0a]))
    expect(await error(at, file)).toBe('f.csv is not UTF-8 text.')
  })
})

describe('a Node that cannot load SQLite', () => {
  it('is told so in one sentence, before anything is read', async () => {
    const preload = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.5' } })`
    const program = `
      import { explainImportError, importFiles } from ${JSON.stringify(import.meta.resolve('../src/index.ts'))}
      const result = await importFiles({ database: 'none.db', mapping: 'none.json', files: ['none.csv'] })()
      console.log(result.left.type, explainImportError(result.left))`
    const from = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`
    const run = spawnSync(
      process.execPath,
      ['--import', from(preload), '--input-type=module', '--eval', program],
      { encoding: 'utf8' },
    )
    expect(run.stderr).toBe('')
    expect(run.stdout).toBe(
      'DatabaseUnusable The SQLite store needs Node 22.13 or newer, and this is Node 20.19.5.\n',
    )
  })
})

describe('a database that cannot be used', () => {
  it('is no database', async () => {
    using at = bench()
    writeFileSync(at.database, 'a letter\n'.repeat(1000))
    const file = at.write('f.csv', ledgerHeader + good)
    const found = await stopped(at.database, at.write('m.json', JSON.stringify(ledgerMapping)), [
      file,
    ])
    expect(explainImportError(found)).toBe(`${at.database} is not an SQLite database.`)
  })
  it('may only be read', async () => {
    using at = bench()
    await importLedger(at, good)
    chmodSync(at.database, 0o444)
    const found = await stopped(at.database, at.path('map.json'), [at.path('ledger.csv')])
    expect(explainImportError(found)).toBe(
      `${at.database} is marked read-only, and writing to it was asked for.`,
    )
  })
})
