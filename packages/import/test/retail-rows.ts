import { realData } from '@tenure/house-rules/real-data'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { openStore } from './helpers.ts'

/** One row of the online retailer's file, read from the file or from a log. */
export interface RetailRow {
  /** Its line in the file. */
  readonly place: number
  readonly invoice: string
  readonly sku: string
  readonly description: string
  readonly quantity: number
  readonly at: string
  readonly unitPrice: string
  readonly customer: string | null
  readonly country: string
  readonly pence: number
}

const path = realData('online-retail/online-retail.csv.gz')

/** The whole file as text; undefined where it is not on this machine. */
export const retailFile = (): string | undefined =>
  path === undefined ? undefined : gunzipSync(readFileSync(path)).toString('utf8')

export const retailPath = path

/** One line of the file as cells. It has quotes only around whole cells, and no line ends in them. */
const cellsOf = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )

/** Quantity × price in pence, half-even once: thousandths of a pound are whole, and so is all of this. */
const penceOf = (quantity: number, unitPrice: string): number => {
  const tenths = quantity * Math.round(Number(unitPrice) * 1000)
  const size = Math.abs(tenths)
  const rest = size % 10
  const down = (size - rest) / 10
  const up = rest > 5 || (rest === 5 && down % 2 === 1)
  return (up ? down + 1 : down) * (tenths < 0 ? -1 : 1) + 0
}

/** A plain reading of the file, by nothing of ours. */
export const rowsOfFile = (text: string): ReadonlyArray<RetailRow> =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line, index) => {
      const cells = cellsOf(line.trimEnd())
      const cell = (at: number): string => cells[at] ?? ''
      const [quantity, unitPrice, customer] = [Number(cell(3)), cell(5), cell(6)]
      return {
        place: index + 2,
        invoice: cell(0),
        sku: cell(1),
        description: cell(2),
        quantity,
        at: cell(4),
        unitPrice,
        customer: customer === '' ? null : customer.replace(/\.0$/, ''),
        country: cell(7),
        pence: penceOf(quantity, unitPrice),
      }
    })

interface Document {
  readonly orderId: string
  readonly customerId: string | null
  readonly lines: ReadonlyArray<{
    readonly lineId: string
    readonly sku: string
    readonly quantity: string
    readonly unitPrice: string
    readonly netMinor: number
    readonly details: ReadonlyArray<{ readonly name: string; readonly text: string }>
  }>
}

/** The same rows from the log, in the order of the file: each line of a document keeps its place. */
export const rowsOfLog = async (database: string): Promise<ReadonlyArray<RetailRow>> => {
  const rows: Array<RetailRow> = []
  const store = await openStore(database)
  try {
    for await (const { data } of store.readAll({ types: ['OrderPlaced', 'SaleCredited'] })) {
      const { orderId: invoice, customerId: customer, lines } = data as unknown as Document
      for (const { lineId, sku, quantity, unitPrice, netMinor, details } of lines) {
        const detail = (name: string): string =>
          details.find((one) => one.name === name)?.text ?? ''
        rows.push({
          place: Number(lineId),
          invoice,
          sku,
          description: detail('description'),
          quantity: Number(quantity),
          at: detail('at'),
          unitPrice,
          customer,
          country: detail('country'),
          pence: netMinor,
        })
      }
    }
  } finally {
    await store.close()
  }
  return rows.toSorted((a, b) => a.place - b.place)
}
