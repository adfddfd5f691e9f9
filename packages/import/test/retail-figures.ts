import type { RetailRow } from './retail-rows.ts'

type Rows = ReadonlyArray<RetailRow>

const isCancellation = ({ invoice }: RetailRow): boolean => invoice.startsWith('C')
const isNamed = ({ customer }: RetailRow): boolean => customer !== null

const distinct = <A>(rows: Rows, of: (row: RetailRow) => A): number => new Set(rows.map(of)).size

const count = (rows: Rows, holds: (row: RetailRow) => boolean): number => rows.filter(holds).length

export const penceOf = (rows: Rows): number => rows.reduce((sum, { pence }) => sum + pence, 0)

/** Pence by what a row belongs to. */
export const sumsBy = <K>(rows: Rows, of: (row: RetailRow) => K): ReadonlyMap<K, number> => {
  const sums = new Map<K, number>()
  for (const row of rows) sums.set(of(row), (sums.get(of(row)) ?? 0) + row.pence)
  return sums
}

const valuesBy = <K, V>(
  rows: Rows,
  of: (row: RetailRow) => K,
  value: (row: RetailRow) => V,
): ReadonlyMap<K, ReadonlySet<V>> => {
  const sets = new Map<K, Set<V>>()
  for (const row of rows) {
    const values = sets.get(of(row)) ?? new Set<V>()
    sets.set(of(row), values.add(value(row)))
  }
  return sets
}

const severalIn = <K, V>(sets: ReadonlyMap<K, ReadonlySet<V>>): number =>
  [...sets.values()].filter(({ size }) => size > 1).length

/** `raw` of the published numbers. */
export const rawOf = (rows: Rows): Readonly<Record<string, unknown>> => {
  const named = rows.filter(isNamed)
  return {
    rows: rows.length,
    invoices: distinct(rows, ({ invoice }) => invoice),
    customers: distinct(named, ({ customer }) => customer),
    rows_with_customer: named.length,
    rows_without_customer: rows.length - named.length,
    countries: distinct(rows, ({ country }) => country),
    stock_codes: distinct(rows, ({ sku }) => sku),
    first: rows.map(({ at }) => at).reduce((a, b) => (b < a ? b : a)),
    last: rows.map(({ at }) => at).reduce((a, b) => (b > a ? b : a)),
    cancellation_rows: count(rows, isCancellation),
    cancellation_rows_with_customer: count(named, isCancellation),
    cancellation_invoices: distinct(rows.filter(isCancellation), ({ invoice }) => invoice),
    invoice_prefix_A: [
      ...new Set(rows.map(({ invoice }) => invoice).filter((one) => one.startsWith('A'))),
    ],
    negative_quantity_rows: count(rows, ({ quantity }) => quantity < 0),
    negative_quantity_not_C: count(rows, (row) => row.quantity < 0 && !isCancellation(row)),
    zero_price_rows: count(rows, ({ unitPrice }) => Number(unitPrice) === 0),
    zero_price_rows_with_customer: count(named, ({ unitPrice }) => Number(unitPrice) === 0),
    negative_price_rows: count(rows, ({ unitPrice }) => unitPrice.startsWith('-')),
    prices_with_3_decimals: count(rows, ({ unitPrice }) => /\.\d{3}$/.test(unitPrice)),
    revenue_net_pence: penceOf(rows),
    revenue_with_customer_pence: penceOf(named),
  }
}

const duplicates = (rows: Rows): number =>
  rows.length - distinct(rows, ({ place: _, pence: __, ...row }) => JSON.stringify(row))

/** Invoices that stand in more than one place of the file. */
const scattered = (rows: Rows): ReadonlyArray<string> => {
  const ended = new Set<string>()
  const twice = new Set<string>()
  rows.forEach(({ invoice }, at) => {
    const before = rows[at - 1]?.invoice
    if (before === invoice) return
    if (before !== undefined) ended.add(before)
    if (ended.has(invoice)) twice.add(invoice)
  })
  return [...twice]
}

/** Cancellations of more than the customer has bought of a thing so far; such a row changes nothing. */
const beyondBought = (named: Rows): number => {
  const held = new Map<string, number>()
  let beyond = 0
  for (const row of named) {
    const key = JSON.stringify([row.customer, row.sku])
    const left = (held.get(key) ?? 0) + row.quantity
    if (isCancellation(row) && left < 0) beyond += 1
    else held.set(key, left)
  }
  return beyond
}

/** `oddities` of the published numbers. */
export const odditiesOf = (rows: Rows): Readonly<Record<string, unknown>> => {
  const named = rows.filter(isNamed)
  const firsts = new Map<string | null, RetailRow>()
  for (const row of named) if (!firsts.has(row.customer)) firsts.set(row.customer, row)
  const kinds = valuesBy(named, ({ customer }) => customer, isCancellation)
  const times = (some: Rows): number =>
    severalIn(
      valuesBy(
        some,
        ({ invoice }) => invoice,
        ({ at }) => at,
      ),
    )
  return {
    exact_duplicate_rows: duplicates(rows),
    exact_duplicate_rows_with_customer: duplicates(named),
    invoices_in_two_places: scattered(rows),
    invoices_with_two_timestamps: times(rows),
    invoices_with_two_timestamps_and_a_customer: times(named),
    customers_first_row_is_cancellation: count([...firsts.values()], isCancellation),
    customers_with_only_cancellations: [...kinds.values()].filter((kind) => !kind.has(false))
      .length,
    cancellation_rows_exceeding_what_was_bought: beyondBought(named),
    customers_in_two_countries: severalIn(
      valuesBy(
        named,
        ({ customer }) => customer,
        ({ country }) => country,
      ),
    ),
  }
}
