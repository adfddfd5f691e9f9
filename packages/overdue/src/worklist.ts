import type { CivilDate, Currency, CustomerId } from '@tenure/core/shared'
import { debtsOf, disputedMinor } from './debts.ts'
import type { OpenItems } from './open-items.ts'
import { currenciesOf, rowsOf, type OverdueRows } from './overdue-rows.ts'

const definition =
  'Customers with something overdue to ask for: overdue less disputed, less unapplied cash and credit ' +
  'balance; items with an agency are left out. Order: amount × days past due, then the oldest, then the ' +
  'amount, then the customer id by code unit.'

export interface WorklistItem {
  readonly itemId: string
  readonly dueOn: CivilDate
  readonly daysPastDue: number
  readonly openMinor: number
  readonly disputedMinor: number
}

/** One customer to ask, and why here in the order. */
export interface WorklistEntry {
  readonly customerId: CustomerId
  readonly askMinor: number
  readonly overdueMinor: number
  readonly disputedMinor: number
  readonly unappliedCashMinor: number
  readonly creditBalanceMinor: number
  /** Since when the oldest is owed. */
  readonly oldestDueOn: CivilDate
  readonly daysPastDue: number
  /** Σ undisputed amount × days past due: what stands first in the order. */
  readonly amountDays: number
  /** Oldest first. */
  readonly items: ReadonlyArray<WorklistItem>
}

export interface Worklist {
  readonly definition: string
  readonly asOf: CivilDate
  readonly currency: Currency
  readonly entries: ReadonlyArray<WorklistEntry>
  /** Accounts with something overdue that are not asked, by reason. */
  readonly excluded: {
    readonly withoutCustomer: number
    readonly nothingToAsk: number
    readonly withAgency: number
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const overdueItems = (row: OpenItems, asOf: CivilDate): ReadonlyArray<WorklistItem> => {
  // An item's dispute is taken off its oldest debts first, and once.
  const contestedLeft = new Map<string, number>()
  return debtsOf(row, asOf)
    .debts.flatMap(({ itemId, line, dueOn, openMinor, daysPastDue }) => {
      if (dueOn === null || daysPastDue === null || daysPastDue <= 0) return []
      if (line.handedOverOn !== null) return []
      const contested = contestedLeft.get(itemId) ?? disputedMinor(line, Infinity)
      const disputed = Math.min(contested, openMinor)
      contestedLeft.set(itemId, contested - disputed)
      return [{ itemId, dueOn, daysPastDue, openMinor, disputedMinor: disputed }]
    })
    .toSorted((a, b) => byText(a.dueOn, b.dueOn) || byText(a.itemId, b.itemId))
}

const entryOf = (
  customerId: CustomerId,
  row: OpenItems,
  items: ReadonlyArray<WorklistItem>,
): WorklistEntry | undefined => {
  const [oldest] = items
  if (oldest === undefined) return undefined
  const overdueMinor = items.reduce((sum, item) => sum + item.openMinor, 0)
  const disputed = items.reduce((sum, item) => sum + item.disputedMinor, 0)
  const held = Math.max(0, row.unappliedMinor) + Math.max(0, row.creditMinor)
  const askMinor = Math.max(0, overdueMinor - disputed - held)
  return {
    customerId,
    askMinor,
    overdueMinor,
    disputedMinor: disputed,
    unappliedCashMinor: row.unappliedMinor,
    creditBalanceMinor: row.creditMinor,
    oldestDueOn: oldest.dueOn,
    daysPastDue: oldest.daysPastDue,
    amountDays: items.reduce(
      (sum, item) => sum + (item.openMinor - item.disputedMinor) * item.daysPastDue,
      0,
    ),
    items,
  }
}

const firstToAsk = (a: WorklistEntry, b: WorklistEntry): number =>
  b.amountDays - a.amountDays ||
  b.daysPastDue - a.daysPastDue ||
  b.askMinor - a.askMinor ||
  byText(a.customerId, b.customerId)

/** Whom to ask first, and why: a total order, one list for each currency. Units: minor units, whole days. */
export const worklist = (
  rows: Pick<OverdueRows, 'openItems'>,
  { asOf }: { readonly asOf: CivilDate },
): ReadonlyArray<Worklist> =>
  currenciesOf(rows.openItems).map((currency) => {
    let [withoutCustomer, nothingToAsk, withAgency] = [0, 0, 0]
    const entries: Array<WorklistEntry> = []
    for (const row of rowsOf(rows.openItems, currency)) {
      const overdue = debtsOf(row, asOf).debts.filter(({ daysPastDue }) => (daysPastDue ?? 0) > 0)
      if (overdue.length === 0) continue
      if (row.customerId === null) {
        withoutCustomer += 1
        continue
      }
      const entry = entryOf(row.customerId, row, overdueItems(row, asOf))
      if (entry === undefined) withAgency += 1
      else if (entry.askMinor === 0) nothingToAsk += 1
      else entries.push(entry)
    }
    return {
      definition,
      asOf,
      currency,
      entries: entries.toSorted(firstToAsk),
      excluded: { withoutCustomer, nothingToAsk, withAgency },
    }
  })
