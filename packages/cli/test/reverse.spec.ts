import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerOf,
  makeFolder,
  tenure,
  writeLines,
  type Circumstances,
  type Fields,
} from './tenure.ts'

const { at, remove } = makeFolder()
afterAll(remove)

const invoices = {
  source: 'ledger',
  zone: 'UTC',
  format: { kind: 'csv', delimiter: ',', header: true },
  constants: { currency: 'EUR' },
  facts: [
    {
      kind: 'invoice',
      when: [{ column: 'what', equals: 'invoice' }],
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        invoiceId: { column: 'id' },
        total: { column: 'amount' },
        dueOn: { column: 'day', plusDays: 30 },
      },
    },
    {
      kind: 'payment',
      when: [{ column: 'what', equals: 'payment' }],
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        paymentId: { column: 'id' },
        amount: { column: 'amount' },
        paysInvoice: { column: 'for' },
      },
    },
    {
      kind: 'charge',
      when: [{ column: 'what', equals: 'charge' }],
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        itemId: { column: 'for' },
        amount: { column: 'amount' },
        reason: { constant: 'postage' },
      },
    },
    {
      kind: 'creditNote',
      when: [{ column: 'what', equals: 'credit' }],
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        creditId: { column: 'id' },
        amount: { column: 'amount' },
        itemId: { column: 'for' },
      },
    },
    {
      kind: 'dispute',
      when: [{ column: 'what', equals: 'dispute' }],
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        itemId: { column: 'for' },
        amount: { column: 'amount' },
      },
    },
    {
      kind: 'sale',
      when: [{ column: 'what', equals: 'sale' }],
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        orderId: { column: 'id' },
        net: { column: 'amount' },
      },
    },
  ],
}
const header = 'what,id,customer,day,amount,for'
const map = writeLines(at('map.json'), [JSON.stringify(invoices)])

const right = writeLines(at('right.csv'), [
  header,
  'sale,S1,ada,2026-01-05,100.00,',
  'invoice,1,ada,2026-01-05,100.00,',
  'payment,P1,ada,2026-01-20,60.00,1',
  'invoice,2,bob,2026-02-01,50.00,',
  'payment,P2,bob,2026-02-02,80.00,2',
  // Whatever else comes of ada's is learned late, in the order of its days.
  'payment,P6,ada,2026-03-01,1.00,1',
])
// Invoice 3 with a payment that came before it, one on what others brought, too much credit, a dispute.
const wrong = writeLines(at('wrong.csv'), [
  header,
  'sale,S3,ada,2026-01-10,30.00,',
  'payment,P3,ada,2026-01-08,35.00,3',
  'invoice,3,ada,2026-01-10,30.00,',
  'charge,X3,ada,2026-02-10,20.00,3',
  'payment,P4,ada,2026-02-15,15.00,1',
  'credit,C3,bob,2026-02-20,70.00,4',
  'invoice,4,bob,2026-02-18,40.00,',
  'dispute,D1,bob,2026-02-19,10.00,4',
])
const corrected = writeLines(at('corrected.csv'), [
  header,
  'sale,S3,ada,2026-01-10,300.00,',
  'payment,P3,ada,2026-01-08,350.00,3',
  'invoice,3,ada,2026-01-10,300.00,',
  'charge,X3,ada,2026-02-10,25.00,3',
  'payment,P5,ada,2026-02-16,25.00,3',
  'invoice,4,eve,2026-02-18,40.00,',
])

const onDay = (day: string): Circumstances => ({ now: `${day}T09:00:00Z` })

const importInto = async (db: string, file: string, day: string): Promise<void> => {
  const ran = await tenure(['import', '--db', db, '--map', map, '--late', 'now', file], onDay(day))
  expect([ran.code, ran.code === 0 ? '' : ran.stdout]).toEqual([0, ''])
}

const days = [
  '2026-01-05',
  '2026-01-08',
  '2026-01-09',
  '2026-01-10',
  '2026-01-20',
  '2026-02-10',
].concat(['2026-02-15', '2026-02-18', '2026-02-19', '2026-02-20', '2026-03-31'])

/** Every answer about open money and about sales, on all days, as known by then. */
const answers = async (db: string, knownAt?: string): Promise<ReadonlyArray<Fields>> => {
  const cuts = [
    ...days.flatMap((day) => ['--as-of', day]),
    ...(knownAt === undefined ? [] : ['--known-at', knownAt]),
  ]
  const of = async (...question: ReadonlyArray<string>) => {
    const { results } = await answerOf([...question, '--db', db, ...cuts], (args) =>
      tenure(args, onDay('2026-06-30')),
    )
    // The cut is what was asked, not what was answered.
    return results.map(({ knownAt: _, ...result }) => result)
  }
  return [
    ...(await of('overdue', 'ageing')),
    ...(await of('overdue', 'worklist')),
    ...(await of('retention', 'cohorts', '--maturity', 'observed')),
    ...(await of('clv', 'rfm')),
  ]
}

describe('an import that was wrong', () => {
  const [db, onlyRight, believed, asIfNever] = ['a.db', 'b.db', 'c.db', 'd.db'].map(at)
  beforeAll(async () => {
    for (const one of [db, onlyRight, believed, asIfNever])
      await importInto(one ?? '', right, '2026-04-01')
    for (const one of [db, believed]) await importInto(one ?? '', wrong, '2026-04-02')
    await importInto(asIfNever ?? '', corrected, '2026-04-11')
    const ran = await tenure(
      ['import', '--db', db ?? '', '--reverse', 'ledger-2'],
      onDay('2026-04-10'),
    )
    expect([ran.code, ran.stdout]).toEqual([
      0,
      'The import ledger-2 was taken back: 8 facts, 14 events, by 19 events that correct them.\n',
    ])
  })

  it('is gone from every answer of every day once it is taken back', async () => {
    expect(await answers(db ?? '')).toEqual(await answers(onlyRight ?? ''))
  })

  it('is what was believed before, still', async () => {
    expect(await answers(db ?? '', '2026-04-05')).toEqual(
      await answers(believed ?? '', '2026-04-05'),
    )
  })

  it('is listed with the day on which it was taken back', async () => {
    const { stdout } = await tenure(['import', '--db', db ?? '', '--batches'])
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['Imports, oldest first'],
      ['batch', 'imported at', 'facts', 'taken back at'],
      ['ledger-1', '2026-04-01T09:00:00.000Z', '6'],
      ['ledger-2', '2026-04-02T09:00:00.000Z', '8', '2026-04-10T09:00:00.000Z'],
      [''],
      [''],
    ])
  })

  it('is taken back once', async () => {
    const before = (await tenure(['events', '--db', db ?? '', '--ndjson'])).stdout
    const ran = await tenure(['import', '--db', db ?? '', '--reverse', 'ledger-2'])
    expect([ran.code, ran.stdout]).toEqual([
      0,
      'The import ledger-2 was taken back before: nothing was changed.\n',
    ])
    expect((await tenure(['events', '--db', db ?? '', '--ndjson'])).stdout).toBe(before)
  })

  describe('and is imported again, corrected', () => {
    beforeAll(() => importInto(db ?? '', corrected, '2026-04-11'))

    it('gives the answers of a log that never had it wrong', async () => {
      const names = (fields: ReadonlyArray<Fields>): unknown =>
        JSON.parse(JSON.stringify(fields).replaceAll(/#2"/g, '"'))
      expect(names(await answers(db ?? ''))).toEqual(await answers(asIfNever ?? ''))
    })

    it('changes nothing of what was known before it', async () => {
      expect(await answers(db ?? '', '2026-04-05')).toEqual(
        await answers(believed ?? '', '2026-04-05'),
      )
      expect(await answers(db ?? '', '2026-04-10')).toEqual(await answers(onlyRight ?? ''))
    })

    it('is there already the next time', async () => {
      const { stdout } = await tenure(
        ['import', '--db', db ?? '', '--map', map, corrected],
        onDay('2026-04-12'),
      )
      expect(stdout).not.toContain(' as ')
      expect(stdout).toMatch(/^sale +0 +1 +0$/m)
    })
  })
})

describe('an import on which others rest', () => {
  const db = at('rested.db')
  const later = writeLines(at('later.csv'), [header, 'payment,P9,ada,2026-05-01,40.00,1'])

  it('stays, whole, and the reason says what rests on it; the last goes first', async () => {
    await importInto(db, right, '2026-04-01')
    await importInto(db, later, '2026-05-02')
    const before = (await tenure(['events', '--db', db, '--ndjson'])).stdout
    const ran = await tenure(['import', '--db', db, '--reverse', 'ledger-1'])
    expect([ran.code, ran.stderr]).toEqual([
      3,
      'tenure: The import ledger-1 stays as it is, since not all of it can be taken back: ItemOpened of 2026-01-05 cannot be taken back: a later PaymentApplied of 2026-05-01 (ledger-2) rests on its item 1.\n',
    ])
    expect((await tenure(['events', '--db', db, '--ndjson'])).stdout).toBe(before)
    expect((await tenure(['import', '--db', db, '--reverse', 'ledger-2'])).code).toBe(0)
    expect((await tenure(['import', '--db', db, '--reverse', 'ledger-1'])).code).toBe(0)
    const { results } = await answerOf(['overdue', 'ageing', '--db', db, '--as-of', '2026-06-30'])
    expect(results).toMatchObject([{ grossOpen: { amountMinor: 0 }, unappliedCashMinor: 0 }])
  })

  it.each([
    [['--reverse', 'ledger-9'], 2, 'There is no import ledger-9; there are ledger-1, ledger-2.'],
    [
      ['--reverse', 'ledger-1', 'a.csv'],
      2,
      '--reverse and --batches take no files, and each stands alone',
    ],
  ])('%j ends with %d', async (args, code, sentence) => {
    const ran = await tenure(['import', '--db', db, ...args])
    expect([ran.code, ran.stderr]).toEqual([code, `tenure: ${sentence}\n`])
  })
})
