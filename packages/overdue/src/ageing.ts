import { addMinor, sumMinor, type CivilDate, type Currency } from '@tenure/core/shared'
import { bucketsOf, isWithin, usualBoundaries, type Range } from './buckets.ts'
import { nothing, plus, type Column } from './column.ts'
import { debtsOf, disputedItems, type Debt } from './debts.ts'
import type { OpenItems } from './open-items.ts'
import { currenciesOf, rowsOf, type OverdueRows } from './overdue-rows.ts'

const definition =
  'Open amounts by whole days past due on asOf (asOf - due day), per item and due day; due on asOf is ' +
  'not overdue. Buckets, dueUnknown and suspense add up to gross open. Net is gross less unexplained, ' +
  'unapplied cash and credit balance. Disputed and with agency are parts of gross open.'

export interface Bucket extends Range, Column {}

export interface Ageing {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly buckets: ReadonlyArray<Bucket>
  /** Open on a day that is not known yet. */
  readonly dueUnknown: Column
  /** Outflows whose source is not known. */
  readonly suspense: Column
  readonly grossOpen: Column
  /** Of gross open: contested by the customer. */
  readonly disputed: Column
  /** Of gross open: given to a collection agency. */
  readonly withAgency: Column
  readonly unappliedCashMinor: number
  readonly creditBalanceMinor: number
  /** Payments and credits beyond what these facts know as owed. 0 on a whole history. */
  readonly unexplainedMinor: number
  readonly netMinor: number
  /** Nothing is left out: what names no customer counts here too. */
  readonly excluded: Readonly<Record<string, number>>
}

export interface AgeingOptions {
  readonly asOf: CivilDate
  /** The last day of each overdue bucket; 30, 60 and 90 where absent. */
  readonly boundaries?: ReadonlyArray<number>
}

/** The columns of one currency, by name; a column that holds nothing may be absent. */
interface Aged {
  readonly columns: ReadonlyMap<string, Column>
  readonly unappliedCashMinor: number
  readonly creditBalanceMinor: number
  readonly unexplainedMinor: number
}

/** The one column of those that add up to gross open in which a debt stands. */
const columnOf = ({ line, daysPastDue }: Debt, ranges: ReadonlyArray<Range>): string => {
  if (line.kind === 'suspense') return 'suspense'
  if (daysPastDue === null) return 'dueUnknown'
  return ranges.find((range) => isWithin(range, daysPastDue))?.bucket ?? 'dueUnknown'
}

const age = (
  accounts: ReadonlyArray<OpenItems>,
  asOf: CivilDate,
  ranges: ReadonlyArray<Range>,
): Aged => {
  const columns = new Map<string, Column>()
  const add = (name: string, amountMinor: number): void => {
    columns.set(name, plus(columns.get(name) ?? nothing, amountMinor))
  }
  let [unappliedCashMinor, creditBalanceMinor, unexplainedMinor] = [0, 0, 0]
  for (const row of accounts) {
    const account = debtsOf(row, asOf)
    unappliedCashMinor = addMinor(unappliedCashMinor, row.unappliedMinor)
    creditBalanceMinor = addMinor(creditBalanceMinor, row.creditMinor)
    unexplainedMinor = addMinor(unexplainedMinor, account.unexplainedMinor)
    for (const debt of account.debts) {
      add('grossOpen', debt.openMinor)
      add(columnOf(debt, ranges), debt.openMinor)
      if (debt.line.handedOverOn !== null) add('withAgency', debt.openMinor)
    }
    for (const contestedMinor of disputedItems(account.debts)) add('disputed', contestedMinor)
  }
  return { columns, unappliedCashMinor, creditBalanceMinor, unexplainedMinor }
}

/** What is owed since when in one currency. */
export const ageingIn = (
  rows: Pick<OverdueRows, 'openItems'>,
  currency: Currency,
  { asOf, boundaries = usualBoundaries }: AgeingOptions,
): Ageing => {
  const ranges = bucketsOf(boundaries)
  const { columns, ...sums } = age(rowsOf(rows.openItems, currency), asOf, ranges)
  const column = (name: string): Column => columns.get(name) ?? nothing
  const grossOpen = column('grossOpen')
  const held = addMinor(sums.unappliedCashMinor, sums.creditBalanceMinor)
  return {
    definition,
    asOf,
    currency,
    buckets: ranges.map((range) => ({ ...range, ...column(range.bucket) })),
    dueUnknown: column('dueUnknown'),
    suspense: column('suspense'),
    grossOpen,
    disputed: column('disputed'),
    withAgency: column('withAgency'),
    ...sums,
    netMinor: sumMinor([grossOpen.amountMinor, -sums.unexplainedMinor, -held]),
    excluded: {},
  }
}

/**
 * What is owed since when, one answer for each currency.
 *
 * Units: minor units; counts are debts (an item's instalments of one due day count as one).
 * Σ buckets + due unknown + suspense = gross open, for all boundaries. Source: domain 4, invariant 27.
 */
export const ageing = (
  rows: Pick<OverdueRows, 'openItems'>,
  options: AgeingOptions,
): ReadonlyArray<Ageing> =>
  currenciesOf(rows.openItems).map((currency) => ageingIn(rows, currency, options))
