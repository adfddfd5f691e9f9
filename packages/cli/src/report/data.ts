import { currenciesOf, historicClv } from '@tenure/clv'
import { currency as makeCurrency, type CivilDate, type Currency } from '@tenure/core/shared'
import { overdueSummary } from '@tenure/overdue'
import { replay, type Cut, type History } from '@tenure/projection'
import { reportCuts, yearEarlier, type CutPair } from './cuts.ts'
import { reportModels, type ReportRows } from './models.ts'
import { seenAt, type Seen } from './seen.ts'

/** One day, as it was known at its end and as it is known now. */
export interface SeenTwice {
  readonly asOf: CivilDate
  readonly knownThen: Seen
  readonly knownNow: Seen
}

/** What stood overdue at the end of a quarter, seen twice. Null where nothing was known. */
export interface QuarterPoint {
  readonly asOf: CivilDate
  readonly thenMinor: number | null
  readonly nowMinor: number | null
}

/** All that a report says. */
export interface ReportData {
  /** What the report is about: a file's name. */
  readonly source: string
  readonly zone: string
  /** The currency of all amounts here: the one in which most was paid. */
  readonly currency: Currency
  /** Currencies of the history that this report leaves out. */
  readonly otherCurrencies: ReadonlyArray<Currency>
  /** The day of the report, and the day a year earlier. */
  readonly days: readonly [last: SeenTwice, earlier: SeenTwice]
  /** Oldest first. */
  readonly overdueByQuarter: ReadonlyArray<QuarterPoint>
}

export interface ReportQuestion {
  readonly source: string
  readonly zone: string
  readonly asOf: CivilDate
  /** Absent: the currency in which most was paid. */
  readonly currency?: Currency
}

interface SideRows {
  readonly asOf: CivilDate
  readonly knownThen: ReportRows
  readonly knownNow: ReportRows
}

/** Most was paid in it; where nothing was paid, the first by its code; where there is none, the euro. */
const mainCurrency = (
  rows: ReportRows,
  asOf: CivilDate,
  currencies: ReadonlyArray<Currency>,
): Currency => {
  const paidMinor = (one: Currency): number =>
    historicClv(rows.customerValue, { currency: one, asOf }).total.paidMinor
  const [first = makeCurrency('EUR')] = currencies.toSorted((a, b) => paidMinor(b) - paidMinor(a))
  return first
}

const overdueMinor = (rows: ReportRows, asOf: CivilDate, currency: Currency): number | null =>
  overdueSummary(rows, { asOf }).find((answer) => answer.currency === currency)?.overdue
    .amountMinor ?? null

const at = (sides: ReadonlyArray<SideRows>, index: number): SideRows => {
  const side = sides[index]
  if (side === undefined) throw new Error(`no cut at place ${index}`)
  return side
}

const seenTwice = (
  sides: ReadonlyArray<SideRows>,
  index: number,
  currency: Currency,
): SeenTwice => {
  const start = at(sides, index + 1)
  const end = at(sides, index)
  const seen = (knowledge: 'knownThen' | 'knownNow'): Seen =>
    seenAt(
      { asOf: start.asOf, rows: start[knowledge] },
      { asOf: end.asOf, rows: end[knowledge] },
      currency,
    )
  return { asOf: end.asOf, knownThen: seen('knownThen'), knownNow: seen('knownNow') }
}

const sidesOf = async (
  history: History,
  pairs: ReadonlyArray<CutPair>,
  onProgress: ((eventsRead: number) => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<ReadonlyArray<SideRows>> => {
  const cuts: ReadonlyArray<Cut> = pairs.flatMap(({ knownThen, knownNow }) => [knownThen, knownNow])
  const replayed = await replay(history, reportModels, cuts, {
    ...(onProgress !== undefined && { onProgress }),
    ...(signal !== undefined && { signal }),
  })
  return pairs.map(({ asOf }, index) => {
    const knownThen = replayed[2 * index]
    const knownNow = replayed[2 * index + 1]
    if (knownThen === undefined || knownNow === undefined) throw new Error('a cut was not replayed')
    return { asOf, knownThen: knownThen.rows, knownNow: knownNow.rows }
  })
}

/** Asks everything that a report says, in one pass over the history. */
export const reportData = async (
  history: History,
  question: ReportQuestion,
  options: {
    readonly onProgress?: (eventsRead: number) => void
    readonly signal?: AbortSignal
  } = {},
): Promise<ReportData> => {
  const { source, zone, asOf } = question
  const sides = await sidesOf(history, reportCuts(asOf, zone), options.onProgress, options.signal)
  const newest = at(sides, 0)
  const currencies = currenciesOf(newest.knownNow.customerValue)
  const currency = question.currency ?? mainCurrency(newest.knownNow, asOf, currencies)
  return {
    source,
    zone,
    currency,
    otherCurrencies: currencies.filter((other) => other !== currency),
    days: [seenTwice(sides, 0, currency), seenTwice(sides, yearEarlier, currency)],
    overdueByQuarter: sides.toReversed().map((side) => ({
      asOf: side.asOf,
      thenMinor: overdueMinor(side.knownThen, side.asOf, currency),
      nowMinor: overdueMinor(side.knownNow, side.asOf, currency),
    })),
  }
}
