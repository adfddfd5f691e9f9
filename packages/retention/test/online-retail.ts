import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { addMinor, divideRounded } from '@tenure/core/shared'
import type { Known } from '@tenure/projection'
import { decided, sale } from '@tenure/testing/sales'

const line =
  /^([^,]*),[^,]*,.*,(-?\d+),(\d{4}-\d{2}-\d{2}) [\d:]+,(-?\d+)(?:\.(\d+))?,([^,]*),[^,]*$/

/** Quantity × unit price in pence, rounded half to even once a line. */
const pence = (quantity: string, whole: string, fraction: string): number =>
  Number(
    divideRounded(
      BigInt(quantity) * BigInt(whole + fraction) * 100n,
      10n ** BigInt(fraction.length),
      'halfEven',
    ),
  )

interface Invoice {
  readonly customer: string
  readonly on: string
  readonly netMinor: number
}

/**
 * The invoices of the file as sales, by the rule "purchases only": rows with a customer, no cancellation,
 * a quantity and a price above zero. An invoice is one sale of its customer, on the day of its first row.
 */
export const onlineRetailSales = (path: string): ReadonlyArray<Known> => {
  const invoices = new Map<string, Invoice>()
  for (const row of gunzipSync(readFileSync(path)).toString('utf8').split(/\r?\n/)) {
    const [, invoice = '', quantity = '', on = '', whole = '', fraction = '', id = ''] =
      line.exec(row) ?? []
    const free = !/[1-9]/.test(whole + fraction)
    if (id === '' || invoice.startsWith('C') || Number(quantity) <= 0 || free) continue
    const customer = id.replace(/\.0$/, '')
    const key = `${customer} ${invoice}`
    const netMinor = pence(quantity, whole, fraction)
    const held = invoices.get(key)
    invoices.set(
      key,
      held === undefined
        ? { customer, on, netMinor }
        : { ...held, netMinor: addMinor(held.netMinor, netMinor) },
    )
  }
  return decided(
    [...invoices].map(([id, { customer, on, netMinor }]) =>
      sale(customer, on, netMinor, { id, in: 'GBP' }),
    ),
  )
}
