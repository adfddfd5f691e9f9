import { writeFileSync } from 'node:fs'
import { tenure, writeLines } from './tenure.ts'

/** A mapping for the smallest shop: a sale a row, with its currency. */
const salesMapping = {
  source: 'shop',
  zone: 'Europe/Rome',
  format: { kind: 'csv', delimiter: ',', header: true },
  dates: ['yyyy-MM-dd'],
  facts: [
    {
      kind: 'sale',
      key: ['id'],
      effectiveOn: { column: 'day' },
      fields: {
        customerId: { column: 'customer' },
        net: { column: 'net' },
        currency: { column: 'currency' },
      },
    },
  ],
}

export const header = 'id,day,customer,net,currency'

/** Writes the mapping and a file of these rows; the arguments that import them. */
export const salesImport = (
  at: (name: string) => string,
  rows: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  writeFileSync(at('shop.json'), JSON.stringify(salesMapping))
  const file = writeLines(at('sales.csv'), [header, ...rows])
  return ['import', '--db', at('shop.db'), '--map', at('shop.json'), file]
}

export const fewSales = [
  '1,2026-01-05,ana,20.00,EUR',
  '2,2026-02-10,ana,5.00,EUR',
  '3,2026-02-11,bo,700,JPY',
  '4,2026-04-01,bo,9.99,EUR',
]

/** A database of a few sales in two currencies; its file. */
export const salesDatabase = async (at: (name: string) => string): Promise<string> => {
  const { code, stderr } = await tenure(salesImport(at, fewSales))
  if (code !== 0) throw new Error(stderr)
  return at('shop.db')
}
