import { describe, expect, it } from 'vitest'
import type { ImportOptions } from '../src/index.ts'
import { bench, imported, logOf, type Bench } from './helpers.ts'

const lines = {
  sku: { column: 'sku' },
  quantity: { column: 'quantity' },
  unitPrice: { column: 'price' },
  details: { description: { column: 'text' } },
}
const fields = { customerId: { column: 'customer' }, orderId: { column: 'number' } }
const mapping = {
  source: 'till',
  zone: 'UTC',
  format: { kind: 'csv', delimiter: ',', header: true },
  constants: { currency: 'GBP' },
  facts: [
    {
      kind: 'sale',
      when: [{ column: 'what', equals: 'sale' }],
      key: ['number'],
      effectiveOn: { column: 'day' },
      fields,
      lines,
    },
    {
      kind: 'saleCredit',
      when: [{ column: 'what', equals: 'credit' }],
      key: ['number'],
      effectiveOn: { column: 'day' },
      fields,
      lines,
    },
  ],
}
const header = 'what,number,day,customer,sku,quantity,price,text'

const importRows = (at: Bench, rows: ReadonlyArray<string>, options: ImportOptions = {}) =>
  imported(
    at.database,
    at.write('map.json', JSON.stringify(mapping)),
    [at.write('till.csv', [header, ...rows, ''].join('\n'))],
    options,
  )

const documents = async (at: Bench): Promise<ReadonlyArray<Record<string, unknown>>> =>
  (await logOf(at.database)).map(({ type, data }) => ({
    type,
    ...(Object(data) as Record<string, unknown>),
  }))

const faultsOf = ({ firstFaults }: Awaited<ReturnType<typeof importRows>>) =>
  firstFaults.map(({ line, type, reason }) => [line, type, reason])

const lamp = 'sale,7,2026-01-05,ada,LAMP,3,2.55,A lamp'
const pins = 'sale,7,2026-01-05,ada,PINS,5,0.001,'
const other = 'sale,8,2026-01-05,,CUP,1,1.25,A cup'

describe('rows that are lines of one document', () => {
  it('make one fact, wherever they stand; each line is rounded once', async () => {
    using at = bench()
    const { facts } = await importRows(at, [lamp, other, pins])
    expect(facts).toEqual([{ kind: 'sale', made: 2, alreadyThere: 0, notYet: 0 }])
    const line = { kind: 'goods', discountMinor: 0, bundleId: null }
    expect((await documents(at))[0]).toMatchObject({
      type: 'OrderPlaced',
      orderId: '7',
      customerId: 'ada',
      netMinor: 765,
      lines: [
        {
          ...line,
          lineId: '2',
          sku: 'LAMP',
          quantity: '3',
          unitPrice: '2.55',
          netMinor: 765,
          details: [{ name: 'description', text: 'A lamp' }],
        },
        { ...line, lineId: '4', sku: 'PINS', quantity: '5', unitPrice: '0.001', netMinor: 0 },
      ],
    })
  })

  it('are a credit on the sales where they take money off, whatever was bought before', async () => {
    using at = bench()
    await importRows(at, [
      'credit,C1,2026-01-05,ada,LAMP,-3,2.55,',
      'credit,C1,2026-01-05,ada,MANUAL,1,-0.35,',
    ])
    expect(await documents(at)).toMatchObject([
      { type: 'SaleCredited', orderId: 'C1', creditedMinor: 800 },
    ])
  })

  it('count when they are equal, and not when their file comes twice', async () => {
    using at = bench()
    const map = at.write('map.json', JSON.stringify(mapping))
    const text = [header, lamp, lamp, ''].join('\n')
    await imported(at.database, map, [at.write('a.csv', text), at.write('b.csv', text)])
    expect((await documents(at)).map(({ netMinor }) => netMinor)).toEqual([1530])
    const again = await imported(at.database, map, [at.path('b.csv')])
    expect(again.facts).toEqual([{ kind: 'sale', made: 0, alreadyThere: 1, notYet: 0 }])
  })

  it('are turned down together where one of them has a fault, and the others are imported', async () => {
    using at = bench()
    const broken = 'sale,7,2026-01-05,ada,PINS,five,0.10,'
    const result = await importRows(at, [lamp, broken, other], { allowRejects: true })
    expect(faultsOf(result)).toEqual([
      [
        2,
        'DocumentRejected',
        'The row is part of a document that is not whole: line 3 of it has a fault.',
      ],
      [3, 'BadValue', 'The quantity is wrong: "five" is no decimal number.'],
    ])
    expect((await documents(at)).map(({ orderId }) => orderId)).toEqual(['8'])
  })

  it('may not say different things of their document', async () => {
    using at = bench()
    const result = await importRows(at, [lamp, pins.replace('ada', 'bob')])
    expect(faultsOf(result).map(([line, type]) => [line, type])).toEqual([
      [2, 'DocumentRejected'],
      [3, 'ConflictingDuplicate'],
    ])
  })

  it('are a conflict where the document was imported with other lines', async () => {
    using at = bench()
    await importRows(at, [lamp])
    const result = await importRows(at, [lamp, pins])
    expect([result.outcome, faultsOf(result).map(([line, type]) => [line, type])]).toEqual([
      'refused',
      [[2, 'ConflictingDuplicate']],
    ])
  })

  it('may not come to less than nothing in a sale, nor to more in a credit', async () => {
    using at = bench()
    const result = await importRows(at, [
      'sale,7,2026-01-05,ada,LAMP,-1,2.00,',
      'credit,C1,2026-01-05,ada,LAMP,1,2.00,',
    ])
    expect(faultsOf(result)).toEqual([
      [
        2,
        'DocumentRejected',
        'The row is part of a document that comes to -200 minor units, and a sale below nothing is a saleCredit.',
      ],
      [
        3,
        'DocumentRejected',
        'The row is part of a document that adds 200 minor units to the sales, and a saleCredit takes money off them.',
      ],
    ])
  })
})
