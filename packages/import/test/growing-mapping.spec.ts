import { describe, expect, it } from 'vitest'
import { bench, imported, ledgerMapping, logOf, stopped } from './helpers.ts'

const [invoice, payment] = ledgerMapping.facts
const csv = { kind: 'csv', delimiter: ';', header: true }

const bodies = async (database: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
  (await logOf(database)).map(({ type, data }) => ({
    type,
    ...(Object(data) as Record<string, unknown>),
  }))

describe('a price that replaces an earlier one', () => {
  const mapping = {
    source: 'prices',
    zone: 'UTC',
    format: csv,
    constants: { currency: 'EUR' },
    remember: [
      {
        name: 'first price',
        when: [{ column: 'what', equals: 'price' }],
        key: ['item'],
        value: { column: 'amount' },
      },
    ],
    facts: [
      {
        kind: 'charge',
        when: [{ column: 'what', equals: 'price' }],
        key: ['item', 'what'],
        effectiveOn: { column: 'day' },
        fields: {
          itemId: { column: 'item' },
          reason: { column: 'what' },
          amount: { column: 'amount' },
        },
      },
      {
        kind: 'charge',
        when: [{ column: 'what', equals: 'new price' }],
        key: ['item', 'what'],
        effectiveOn: { column: 'day' },
        fields: {
          itemId: { column: 'item' },
          reason: { column: 'what' },
          amount: { column: 'amount', minus: { remembered: 'first price' } },
        },
      },
      {
        kind: 'dueDate',
        when: [{ column: 'what', equals: 'new price' }],
        key: ['item'],
        effectiveOn: { column: 'day' },
        fields: { itemId: { column: 'item' }, dueOn: { column: 'day', plusDays: 60 } },
      },
    ],
  }
  const importRows = (at: ReturnType<typeof bench>, rows: ReadonlyArray<string>) =>
    imported(at.database, at.write('map.json', JSON.stringify(mapping)), [
      at.write('prices.csv', ['item;what;day;amount', ...rows, ''].join('\n')),
    ])

  it('adds the difference on its own day, and the due day counts on from there', async () => {
    using at = bench()
    await importRows(at, [
      'A;price;2026-01-10;36.00',
      'B;price;2026-01-10;10.00',
      'A;new price;2026-03-01;74.00',
    ])
    const made = await bodies(at.database)
    expect(
      made
        .filter(({ type }) => type === 'ChargeRecorded')
        .map(({ itemId, effectiveOn, amountMinor }) => [itemId, effectiveOn, amountMinor]),
    ).toEqual([
      ['A', '2026-01-10', 3600],
      ['B', '2026-01-10', 1000],
      ['A', '2026-03-01', 3800],
    ])
    expect(made.find(({ type }) => type === 'DueDateFixed')).toMatchObject({
      itemId: 'A',
      dueOn: '2026-04-30',
    })
  })

  it('is a fault where no earlier row of its key left a price, or a higher one', async () => {
    using at = bench()
    const { outcome, firstFaults } = await importRows(at, [
      'A;new price;2026-03-01;74.00',
      'B;price;2026-01-10;10.00',
      'B;new price;2026-02-10;9.00',
    ])
    expect([outcome, firstFaults.map(({ line, type, reason }) => [line, type, reason])]).toEqual([
      'refused',
      [
        [
          2,
          'MissingValue',
          'The amount is blank, or needs what no earlier row of the same key has left.',
        ],
        [
          4,
          'BadAmount',
          'The amount is wrong: "9.00" less "10.00" is negative, and the fact takes no sign.',
        ],
      ],
    ])
  })
})

describe('two exports with different columns', () => {
  const mapping = {
    ...ledgerMapping,
    facts: [
      { ...invoice, files: ['invoices*.csv'] },
      {
        ...payment,
        files: ['bank-*.csv'],
        key: ['receipt'],
        effectiveOn: { column: 'valued' },
        fields: {
          customerId: { column: 'payer' },
          amount: { column: 'sum' },
          paysInvoice: { column: 'for' },
        },
      },
    ],
  }
  const invoices =
    'number,customer,day,due,amount\n1,ada,2026-01-05,2026-02-04,10\n2,ada,2026-03-05,2026-04-04,20\n'
  const bank = 'receipt,payer,valued,sum,for\nR1,ada,2026-02-01,10.00,1\n'

  it('are one history in one run: each fact reads its own files, and days decide the order', async () => {
    using at = bench()
    const result = await imported(at.database, at.write('map.json', JSON.stringify(mapping)), [
      at.write('invoices-2026.csv', invoices),
      at.write('bank-january.csv', bank),
    ])
    expect([result.rows, result.facts]).toEqual([
      { read: 3, ignored: [], rejected: 0 },
      [
        { kind: 'invoice', made: 2, alreadyThere: 0, notYet: 0 },
        { kind: 'payment', made: 1, alreadyThere: 0, notYet: 0 },
      ],
    ])
    expect((await bodies(at.database)).map(({ type }) => type)).toEqual([
      'InvoiceIssued',
      'ItemOpened',
      'PaymentReceived',
      'PaymentApplied',
      'InvoiceIssued',
      'ItemOpened',
    ])
  })

  it('stop the import where no fact reads a file', async () => {
    using at = bench()
    const map = at.write('map.json', JSON.stringify(mapping))
    const file = at.write('orders.csv', invoices)
    expect(await stopped(at.database, map, [file])).toEqual({ type: 'FileUnmapped', file })
  })
})

describe('amounts with a decimal comma', () => {
  const mapping = { ...ledgerMapping, format: csv, decimal: ',', facts: [invoice] }
  const importAmount = (at: ReturnType<typeof bench>, amount: string) =>
    imported(at.database, at.write('map.json', JSON.stringify(mapping)), [
      at.write('de.csv', `number;customer;day;due;amount\n1;ada;2026-01-05;2026-02-04;${amount}\n`),
    ])

  it('are read exactly, and written whole they need none', async () => {
    using at = bench()
    await importAmount(at, '1250,5')
    expect((await bodies(at.database))[0]).toMatchObject({ totalMinor: 125_050 })
  })

  it.each(['1250.50', '1.250,50', '1,250,50'])('are a fault where they read %s', async (amount) => {
    using at = bench()
    const { firstFaults } = await importAmount(at, amount)
    expect(firstFaults).toEqual([
      expect.objectContaining({
        type: 'BadAmount',
        reason: `The total is wrong: "${amount}" is no plain decimal number such as 1250 or 12,50.`,
      }),
    ])
  })
})
