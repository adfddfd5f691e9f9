import type { Currency } from '@tenure/core/shared'
import type { Rows } from '@tenure/projection'
import { itemHistory, type ItemHistory } from './item-history.ts'
import { ledgerDays, type LedgerDay } from './ledger-days.ts'
import { openItems, type OpenItems } from './open-items.ts'

/** The models of this package, ready for `replay`. */
export const overdueModels = { openItems, itemHistory, ledgerDays }

/**
 * Their rows at one cut. A question is asked of rows whose cut has the question's `asOf` (for a period:
 * its last day): the engine filters the facts, the question reads what is left.
 */
export interface OverdueRows {
  readonly openItems: Rows<OpenItems>
  readonly itemHistory: Rows<ItemHistory>
  readonly ledgerDays: Rows<LedgerDay>
}

interface OfCurrency {
  readonly currency: Currency
}

/** The currencies that the rows name, in the order of their codes. */
export const currenciesOf = (
  ...models: ReadonlyArray<ReadonlyMap<string, OfCurrency>>
): ReadonlyArray<Currency> =>
  [
    ...new Set(models.flatMap((rows) => Array.from(rows.values(), ({ currency }) => currency))),
  ].toSorted()

/** The rows of one currency. */
export const rowsOf = <Row extends OfCurrency>(
  rows: Rows<Row>,
  currency: Currency,
): ReadonlyArray<Row> => [...rows.values()].filter((row) => row.currency === currency)
