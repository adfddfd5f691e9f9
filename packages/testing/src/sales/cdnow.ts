import { civilDate, currency, parseMinor } from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import { decided, sale } from './sales.ts'

/**
 * The purchases of the CDNOW sample (Fader and Hardie) as sales through the record door, from the text of
 * their file: the customer is the second column. Equal rows are sales of their own.
 */
export const cdnowSales = (text: string): ReadonlyArray<Known> =>
  decided(
    text.split(/\r?\n/).flatMap((line, row) => {
      const [, customer, day, , dollars] = line.trim().split(/ +/)
      if (customer === undefined || day === undefined || dollars === undefined) return []
      const on = civilDate(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`)
      const netMinor = parseMinor(dollars, currency('USD'))
      if (netMinor === undefined) throw new Error(`not an amount: ${dollars}`)
      return [sale(customer, on, netMinor, { id: `row ${row}`, in: 'USD' })]
    }),
  )
