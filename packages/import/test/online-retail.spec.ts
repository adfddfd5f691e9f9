import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reverseImport, type ImportResult } from '../src/index.ts'
import { sumsOn } from './columns.ts'
import { bench, imported, logOf } from './helpers.ts'
import { odditiesOf, penceOf, rawOf, sumsBy } from './retail-figures.ts'
import { retailFile, rowsOfFile, rowsOfLog, type RetailRow } from './retail-rows.ts'

const mapping = fileURLToPath(
  new URL('../../../examples/mappings/online-retail.json', import.meta.url),
)
// 10,000 rows around the invoice that stands in two places. All rows and the published figures:
// node packages/import/proof/online-retail.ts
const all = retailFile()?.split('\n')
const lines = all === undefined ? undefined : [...all.slice(0, 1), ...all.slice(70_001, 80_001)]

describe.runIf(lines !== undefined)('the invoice lines of an online retailer', () => {
  const at = bench()
  const slice = `${(lines ?? []).join('\n')}\n`
  let file: ReadonlyArray<RetailRow> = []
  let log: ReadonlyArray<RetailRow> = []
  let result: ImportResult | undefined

  beforeAll(async () => {
    result = await imported(at.database, mapping, [at.write('retail.csv', slice)])
    file = rowsOfFile(slice)
    log = await rowsOfLog(at.database)
  }, 60_000)
  afterAll(() => at[Symbol.dispose]())

  it('are one fact an invoice, sale or credit, and none is turned down', () => {
    expect(result).toMatchObject({
      outcome: 'imported',
      rows: { read: 10_000, rejected: 0, ignored: [] },
    })
    const invoices = new Set(file.map(({ invoice }) => invoice))
    const credits = [...invoices].filter((invoice) => invoice.startsWith('C'))
    expect(result?.facts.map(({ kind, made }) => [kind, made])).toEqual([
      ['sale', invoices.size - credits.length],
      ['saleCredit', credits.length],
    ])
  })

  it('stand in the log row by row as a plain reading finds them in the file', () => {
    expect(log).toEqual(file)
  })

  it('add up: every invoice, and customers with those whom nobody names', () => {
    const invoices = sumsBy(log, ({ invoice }) => invoice)
    expect(invoices).toEqual(sumsBy(file, ({ invoice }) => invoice))
    const customers = sumsBy(log, ({ customer }) => customer)
    const total = [...invoices.values()].reduce((sum, pence) => sum + pence, 0)
    expect([...customers.values()].reduce((sum, pence) => sum + pence, 0)).toBe(total)
    expect(total).toBe(penceOf(file))
    expect(customers.get(null)).toBe(penceOf(file.filter(({ customer }) => customer === null)))
  })

  it('show the same oddities, the invoice in two places among them', () => {
    expect([rawOf(log), odditiesOf(log)]).toEqual([rawOf(file), odditiesOf(file)])
    expect(odditiesOf(log)['invoices_in_two_places']).toEqual(['542806'])
  })

  it('add nothing the second time', async () => {
    const before = await logOf(at.database)
    const again = await imported(at.database, mapping, [at.path('retail.csv')])
    expect(again.facts.map(({ made }) => made)).toEqual([0, 0])
    expect(await logOf(at.database)).toEqual(before)
  })

  it('are gone from every sum once the import is taken back, and may come in again', async () => {
    const request = { database: at.database, batch: 'online-retail-1' }
    expect(await reverseImport(request)()).toMatchObject(E.right({ outcome: 'takenBack' }))
    expect(sumsOn(await logOf(at.database), '2011-12-31')).toEqual({})
    const again = await imported(at.database, mapping, [at.path('retail.csv')])
    expect(again.facts.map(({ made }) => made)).toEqual(result?.facts.map(({ made }) => made))
    const ids = (await logOf(at.database)).map(({ stream }) => stream)
    expect(ids).toContain('order-542806#2')
  })
})
