import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  bench,
  imported,
  importLedger,
  ledgerHeader,
  ledgerMapping,
  logOf,
  openStore,
  streamsOf,
} from './helpers.ts'

const paid = '0017,C1,2026-01-05,2026-02-04,100.50,2026-02-10\n'
const open = '0018,C2,2026-01-06,2026-02-05,7,\n'
const map = JSON.stringify(ledgerMapping)

describe('rows of invoices and payments', () => {
  it('become documents, items and cash, effective and learned on their days', async () => {
    using at = bench()
    const result = await importLedger(at, paid + open)
    expect(result).toEqual({
      outcome: 'imported',
      files: 1,
      batch: 'ledger-1',
      rows: { read: 2, ignored: [], rejected: 0 },
      facts: [
        { kind: 'invoice', made: 2, alreadyThere: 0, notYet: 0 },
        { kind: 'payment', made: 1, alreadyThere: 0, notYet: 1 },
      ],
      firstFaults: [],
      notices: [],
    })
    const told = (await logOf(at.database)).map(({ type, stream, data, metadata }) => ({
      type,
      stream,
      on: Reflect.get(Object(data), 'effectiveOn'),
      learned: new Date(metadata.declaredAt ?? 0).toISOString(),
      door: metadata.door,
    }))
    const record = { door: 'record' }
    const first = { on: '2026-01-05', learned: '2026-01-05T23:59:59.999Z', ...record }
    const second = { on: '2026-01-06', learned: '2026-01-06T23:59:59.999Z', ...record }
    const cash = { on: '2026-02-10', learned: '2026-02-10T23:59:59.999Z', ...record }
    expect(told).toEqual([
      { type: 'InvoiceIssued', stream: 'invoice-0017', ...first },
      { type: 'ItemOpened', stream: 'receivables-EUR-C1', ...first },
      { type: 'InvoiceIssued', stream: 'invoice-0018', ...second },
      { type: 'ItemOpened', stream: 'receivables-EUR-C2', ...second },
      { type: 'PaymentReceived', stream: 'receivables-EUR-C1', ...cash },
      { type: 'PaymentApplied', stream: 'receivables-EUR-C1', ...cash },
    ])
  })

  it('leave nothing behind but the database', async () => {
    using at = bench()
    await importLedger(at, paid)
    expect(at.names()).toEqual(['history.db', 'ledger.csv', 'map.json'])
  })

  it('add nothing when they come again', async () => {
    using at = bench()
    await importLedger(at, paid + open)
    const before = await logOf(at.database)
    const result = await importLedger(at, paid + open)
    expect(result.facts).toEqual([
      { kind: 'invoice', made: 0, alreadyThere: 2, notYet: 0 },
      { kind: 'payment', made: 0, alreadyThere: 1, notYet: 1 },
    ])
    expect(await logOf(at.database)).toEqual(before)
  })

  it('add what is new when the file has grown, also within a row', async () => {
    using at = bench()
    await importLedger(at, paid + open)
    const later = '0018,C2,2026-01-06,2026-02-05,7,2026-02-11\n0019,C1,2026-02-12,,1,\n'
    const result = await importLedger(at, paid + later)
    expect(result.facts).toEqual([
      { kind: 'invoice', made: 1, alreadyThere: 2, notYet: 0 },
      { kind: 'payment', made: 1, alreadyThere: 1, notYet: 1 },
    ])
    using whole = bench()
    await importLedger(whole, paid + later)
    expect(await streamsOf(at.database)).toEqual(await streamsOf(whole.database))
  })

  it('write nothing in a dry run, and count what would be made', async () => {
    using at = bench()
    const result = await importLedger(at, paid, { dryRun: true })
    expect([result.outcome, result.facts[0]?.made, at.names()]).toEqual([
      'rehearsed',
      1,
      ['ledger.csv', 'map.json'],
    ])
    await importLedger(at, paid)
    const again = await importLedger(at, paid + open, { dryRun: true })
    expect(again.facts[0]).toEqual({ kind: 'invoice', made: 1, alreadyThere: 1, notYet: 0 })
    expect(await logOf(at.database)).toHaveLength(4)
  })
})

describe('the same history in another form', () => {
  const clean = async () => {
    using at = bench()
    await importLedger(at, paid + open)
    return await logOf(at.database)
  }
  const from = async (file: string | Buffer, mapping: string, name = 'file.csv') => {
    using at = bench()
    await imported(at.database, at.write('map.json', mapping), [at.write(name, file)])
    return await logOf(at.database)
  }

  it('is the same: compressed', async () => {
    expect(await from(gzipSync(ledgerHeader + paid + open), map, 'file.csv.gz')).toEqual(
      await clean(),
    )
  })
  it('is the same: with a byte order mark and lines that end in CRLF', async () => {
    const text = `\uFEFF${ledgerHeader}${paid}${open}`.replaceAll('\n', '\r\n')
    expect(await from(text, map)).toEqual(await clean())
  })
  it('is the same: with blanks between columns that are counted', async () => {
    const columns = new Map([
      ['number', 1],
      ['customer', 2],
      ['day', 3],
      ['due', 4],
      ['amount', 5],
      ['paid', 6],
    ])
    const counted = JSON.parse(map, (key: string, value: unknown) =>
      key === 'column' ? columns.get(String(value)) : value,
    ) as typeof ledgerMapping
    const byNumber = {
      ...counted,
      format: { kind: 'csv', delimiter: 'blanks', header: false },
      facts: counted.facts.map((fact) => ({ ...fact, key: [1] })),
    }
    using at = bench()
    const rows = '  0017 \t C1 2026-01-05  2026-02-04 100.50   2026-02-10 \r\n'
    const mapping = at.write('map.json', JSON.stringify(byNumber))
    const result = await imported(at.database, mapping, [at.write('file.txt', rows)])
    expect(result.facts.map(({ made }) => made)).toEqual([1, 1])
    expect((await logOf(at.database)).map(({ stream }) => stream)).toContain('invoice-0017')
  })
  it('is the same: with its columns in another order, and other columns between', async () => {
    const text =
      'paid,amount,note,due,day,customer,number\n' +
      '2026-02-10,100.50,x,2026-02-04,2026-01-05,C1,0017\n,7,y,2026-02-05,2026-01-06,C2,0018\n'
    expect(await from(text, map)).toEqual(await clean())
  })
  it('is the same: with the key columns of the mapping in another order', async () => {
    const keyed = (key: ReadonlyArray<string>) =>
      JSON.stringify({
        ...ledgerMapping,
        facts: ledgerMapping.facts.map((fact) => ({ ...fact, key })),
      })
    const text = ledgerHeader + paid + open
    expect(await from(text, keyed(['customer', 'number']))).toEqual(
      await from(text, keyed(['number', 'customer'])),
    )
  })
  it('is the same: in two files of one run', async () => {
    using at = bench()
    const files = [at.write('b.csv', ledgerHeader + paid), at.write('a.csv', ledgerHeader + open)]
    await imported(at.database, at.write('map.json', map), files)
    expect(await logOf(at.database)).toEqual(await clean())
  })
})

describe('text of every sort', () => {
  it('keeps quotes, delimiters and line ends inside a field', async () => {
    using at = bench()
    await importLedger(at, '"a ""b"", c\nd",C1,2026-01-05,,1,\n')
    expect((await logOf(at.database))[0]?.stream).toBe('invoice-a "b", c\nd')
  })
  it('takes ids that are words of JavaScript as ids', async () => {
    using at = bench()
    await importLedger(
      at,
      '__proto__,constructor,2026-01-05,,1,2026-01-06\nconstructor,__proto__,2026-01-05,,1,\n',
    )
    expect([...(await streamsOf(at.database)).keys()].toSorted()).toEqual([
      'invoice-__proto__',
      'invoice-constructor',
      'receivables-EUR-__proto__',
      'receivables-EUR-constructor',
    ])
  })
  it('keeps the rows of nobody on a stream of nobody', async () => {
    using at = bench()
    await importLedger(at, '1,,2026-01-05,,1,\n')
    expect([...(await streamsOf(at.database)).keys()]).toEqual(['invoice-1', 'receivables-EUR'])
  })
})

describe('rows that are equal in all that is mapped, without a key', () => {
  const sales = JSON.stringify({
    source: 'till',
    zone: 'UTC',
    format: { kind: 'csv', delimiter: ';', header: false },
    constants: { currency: 'EUR' },
    facts: [
      {
        kind: 'sale',
        effectiveOn: { column: 2 },
        fields: { customerId: { column: 1 }, net: { column: 3 } },
      },
    ],
  })
  const row = 'C1;2026-01-05;9.99\n'

  it('are as many sales, and stay as many when the file comes again or grows', async () => {
    using at = bench()
    const mapping = at.write('map.json', sales)
    const made = async (text: string) =>
      (await imported(at.database, mapping, [at.write('f.csv', text)])).facts[0]
    expect(await made(row + row)).toEqual({ kind: 'sale', made: 2, alreadyThere: 0, notYet: 0 })
    expect(await made(row + row)).toEqual({ kind: 'sale', made: 0, alreadyThere: 2, notYet: 0 })
    expect(await made(row + row + row)).toEqual({
      kind: 'sale',
      made: 1,
      alreadyThere: 2,
      notYet: 0,
    })
  })
})

describe('rows that the mapping ignores', () => {
  it('are counted and are no rejects', async () => {
    using at = bench()
    const ignoring = {
      ...ledgerMapping,
      ignore: [{ name: 'sums', when: [{ column: 'number', startsWith: 'Total' }] }],
    }
    const file = at.write('f.csv', `${ledgerHeader}${paid}Total,,,\n`)
    const result = await imported(at.database, at.write('m.json', JSON.stringify(ignoring)), [file])
    expect(result.rows).toEqual({ read: 2, ignored: [{ rule: 'sums', rows: 1 }], rejected: 0 })
  })
})

describe('the zone of a database', () => {
  it('is that of its first import, and another one is worth a notice', async () => {
    using at = bench()
    await importLedger(at, paid)
    const store = await openStore(at.database)
    expect(store.zone()).toBe('UTC')
    await store.close()
    const rome = at.write('rome.json', JSON.stringify({ ...ledgerMapping, zone: 'Europe/Rome' }))
    const file = at.write('g.csv', `${ledgerHeader}9,C9,2026-06-05,,1,\n`)
    const result = await imported(at.database, rome, [file])
    expect(result.notices).toEqual([
      'The database keeps its days in the zone UTC, and this import reads its days in Europe/Rome.',
    ])
    const last = (await logOf(at.database)).at(-1)
    expect(new Date(last?.metadata.declaredAt ?? 0).toISOString()).toBe('2026-06-05T21:59:59.999Z')
  })
})
