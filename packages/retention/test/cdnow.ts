import { readFileSync } from 'node:fs'
import { civilDate, currency, parseMinor } from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import { decided, sale } from '@tenure/testing/sales'

/** The rows of the file as sales through the record door: the customer is the second column. */
export const cdnowSales = (path: string): ReadonlyArray<Known> => {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  return decided(
    lines.flatMap((line, row) => {
      const [, customer, day, , dollars] = line.trim().split(/ +/)
      if (customer === undefined || day === undefined || dollars === undefined) return []
      const on = civilDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`)
      const netMinor = parseMinor(dollars, currency('USD'))
      if (netMinor === undefined) throw new Error(`not an amount: ${dollars}`)
      return [sale(customer, on, netMinor, { id: `row ${row}`, in: 'USD' })]
    }),
  )
}
