import { addMinor, sumMinor, type CivilDate, type Currency } from '@tenure/core/shared'
import { bucketsOf, isWithin, usualBoundaries, type Range } from './buckets.ts'
import { nothing, plus, type Column } from './column.ts'
import { debtsOf, disputedMinor } from './debts.ts'
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

/** What is owed since when in one currency. */
export const ageingIn = (
  rows: Pick<OverdueRows, 'openItems'>,
  currency: Currency,
  { asOf, boundaries = usualBoundaries }: AgeingOptions,
): Ageing => {
  const ranges = bucketsOf(boundaries)
  const columns = new Map<string, Column>()
  const add = (name: string, amountMinor: number): void => {
    columns.set(name, plus(columns.get(name) ?? nothing, amountMinor))
  }
  let [unappliedCashMinor, creditBalanceMinor, unexplainedMinor] = [0, 0, 0]
  for (const row of rowsOf(rows.openItems, currency)) {
    const account = debtsOf(row, asOf)
    unappliedCashMinor = addMinor(unappliedCashMinor, row.unappliedMinor)
    creditBalanceMinor = addMinor(creditBalanceMinor, row.creditMinor)
    unexplainedMinor = addMinor(unexplainedMinor, account.unexplainedMinor)
    const openOfItem = new Map<string, number>()
    for (const { itemId, line, openMinor, daysPastDue } of account.debts) {
      add('grossOpen', openMinor)
      if (line.kind === 'suspense') add('suspense', openMinor)
      else if (daysPastDue === null) add('dueUnknown', openMinor)
      else add(ranges.find((range) => isWithin(range, daysPastDue))?.bucket ?? '', openMinor)
      if (line.handedOverOn !== null) add('withAgency', openMinor)
      openOfItem.set(itemId, (openOfItem.get(itemId) ?? 0) + openMinor)
    }
    for (const [itemId, openMinor] of openOfItem) {
      const line = row.lines.get(itemId)
      if (line !== undefined) add('disputed', disputedMinor(line, openMinor))
    }
  }
  const column = (name: string): Column => columns.get(name) ?? nothing
  const grossOpen = column('grossOpen')
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
    unappliedCashMinor,
    creditBalanceMinor,
    unexplainedMinor,
    netMinor: sumMinor([
      grossOpen.amountMinor,
      -unexplainedMinor,
      -unappliedCashMinor,
      -creditBalanceMinor,
    ]),
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
