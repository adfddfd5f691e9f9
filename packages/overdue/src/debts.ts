import { instalmentBalances, type InstalmentBalances } from '@tenure/core/receivables'
import { daysBetween, sumMinor, type CivilDate, type Instalment } from '@tenure/core/shared'
import type { OpenItems } from './open-items.ts'
import type { Line } from './line.ts'

/** What is open of one item for one due day: instalments of the same day are one debt. */
export interface Debt {
  readonly itemId: string
  readonly line: Line
  readonly dueOn: CivilDate | null
  readonly openMinor: number
  /** Days past due; 0 or less: not yet due. Null: the due day is not known, or it is no debt at all. */
  readonly daysPastDue: number | null
}

export type LineSums = Pick<
  Line,
  | 'openedMinor'
  | 'chargedMinor'
  | 'paidMinor'
  | 'creditedMinor'
  | 'discountedMinor'
  | 'writtenOffMinor'
  | 'assignedMinor'
>

const scheduleOf = (line: Line, restMinor: number): ReadonlyArray<Instalment> => {
  const parts = line.instalments.map(({ instalment, amountMinor, due }) => ({
    instalment,
    amountMinor,
    dueOn: due.value,
  }))
  // What no instalment names is owed all the same, on a day that nobody said.
  if (restMinor > 0) parts.push({ instalment: 0, amountMinor: restMinor, dueOn: null })
  // Amounts of instalments come from codecs and are added within the safe range: they are minor units.
  return parts as unknown as ReadonlyArray<Instalment>
}

/** What is open of each instalment of a line, given its sums (of all days, or up to some day). */
export const balancesOf = (line: Line, sums: LineSums = line): InstalmentBalances => {
  const restMinor =
    line.openedMinor - sumMinor(line.instalments.map(({ amountMinor }) => amountMinor))
  return instalmentBalances(scheduleOf(line, restMinor), {
    chargedMinor: sums.chargedMinor,
    paidMinor: sums.paidMinor,
    // Instalments beyond what was opened are taken off again from the end, as a credit note would.
    creditedMinor: sums.creditedMinor + Math.max(0, -restMinor),
    discountedMinor: sums.discountedMinor,
    writtenOffMinor: sums.writtenOffMinor,
    assignedMinor: sums.assignedMinor,
    fallbackDueOn: line.fallbackDueOn,
  })
}

/** The debts of one account on `asOf`, and what its items leave unexplained. */
export interface Debts {
  readonly debts: ReadonlyArray<Debt>
  /** By how much payments and credits exceed what was owed, as far as these facts know. */
  readonly unexplainedMinor: number
}

export const debtsOf = (row: OpenItems, asOf: CivilDate): Debts => {
  const debts: Array<Debt> = []
  let unexplainedMinor = 0
  for (const [itemId, line] of row.lines) {
    const { parts, overshootMinor } = balancesOf(line)
    unexplainedMinor += overshootMinor
    const byDay = new Map<CivilDate | null, number>()
    for (const { dueOn, openMinor } of parts)
      if (openMinor > 0) byDay.set(dueOn, (byDay.get(dueOn) ?? 0) + openMinor)
    for (const [dueOn, openMinor] of byDay) {
      const dated = dueOn !== null && line.kind !== 'suspense'
      const daysPastDue = dated ? daysBetween(dueOn, asOf) : null
      debts.push({ itemId, line, dueOn, openMinor, daysPastDue })
    }
  }
  return { debts, unexplainedMinor }
}

/** The contested part of what is open on an item: no more than that, whatever was contested. */
export const disputedMinor = (line: Line, openMinor: number): number => {
  const contested = line.disputes.reduce(
    (sum, { amountMinor }) => sum + Math.max(0, amountMinor),
    0,
  )
  return Math.min(contested, openMinor)
}

/** The contested amounts of the items among some debts, one for each item. */
export const disputedItems = (debts: ReadonlyArray<Debt>): ReadonlyArray<number> => {
  const openOf = new Map<Line, number>()
  for (const { line, openMinor } of debts) openOf.set(line, (openOf.get(line) ?? 0) + openMinor)
  return Array.from(openOf, ([line, openMinor]) => disputedMinor(line, openMinor))
}
