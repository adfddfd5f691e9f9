import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { addDays, civilDate, formatMinor, currency } from '@tenure/core/shared'

const eur = currency('EUR')
const firstDay = civilDate('2024-01-01')

/** Which facts a line of a generated file makes. */
export type Shape = 'sales' | 'invoices'

/** The same line for the same number, in any file. */
const lineOf = (line: number, lines: number, customers: number): string => {
  const mixed = (Math.imul(line, 2_654_435_761) >>> 0) % 1_000_003
  const day = addDays(firstDay, Math.floor((line / lines) * 600))
  const paidOn = mixed % 10 === 0 ? '' : addDays(day, mixed % 45)
  const amount = formatMinor(100 + (mixed % 99_900), eur)
  return `D${line},C${mixed % customers},${day},${addDays(day, 30)},${amount},${paidOn}\n`
}

/** Writes a file of sales or invoices, in order of their days. */
export const generate = async (file: string, lines: number, customers: number): Promise<void> => {
  const out = createWriteStream(file)
  out.write('document,customer,day,dueDay,amount,paidDay\n')
  for (let line = 0; line < lines; line += 1)
    if (!out.write(lineOf(line, lines, customers))) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}

const customerColumn = { customerId: { column: 'customer' } }

export const mappingFor = (shape: Shape): unknown => ({
  source: `generated-${shape}`,
  zone: 'UTC',
  format: { kind: 'csv', delimiter: ',', header: true },
  dates: ['yyyy-MM-dd'],
  constants: { currency: 'EUR' },
  facts:
    shape === 'sales'
      ? [
          {
            kind: 'sale',
            key: ['document'],
            effectiveOn: { column: 'day' },
            fields: {
              ...customerColumn,
              orderId: { column: 'document' },
              net: { column: 'amount' },
            },
          },
        ]
      : [
          {
            kind: 'invoice',
            key: ['document'],
            effectiveOn: { column: 'day' },
            fields: {
              ...customerColumn,
              invoiceId: { column: 'document' },
              total: { column: 'amount' },
              dueOn: { column: 'dueDay' },
            },
          },
          {
            kind: 'payment',
            key: ['document'],
            effectiveOn: { column: 'paidDay' },
            fields: {
              ...customerColumn,
              amount: { column: 'amount' },
              paysInvoice: { column: 'document' },
            },
          },
        ],
})
