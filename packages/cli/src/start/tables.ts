import { number, text, titled } from '../output/table.ts'
import type { ReportData, SeenTwice } from '../report/data.ts'
import { families, type Family } from '../report/figures.ts'
import { formatDifference, formatFigure } from '../report/format.ts'
import type { Currency } from '@tenure/core/shared'

const cells = (
  { knownThen, knownNow }: SeenTwice,
  { of, unit }: Family['figures'][number],
  currency: Currency,
): ReadonlyArray<string> => [
  formatFigure(of(knownThen), unit, currency),
  formatFigure(of(knownNow), unit, currency),
  formatDifference(of(knownThen), of(knownNow), unit, currency),
]

const familyTable = (
  { title, figures }: Family,
  { days: [last, earlier], currency }: ReportData,
): string => {
  const money = figures.some(({ unit }) => unit === 'money')
  return titled(
    `${title}: as known then, as known now, and what was learned in between${money ? `, in ${currency}` : ''}`,
    [
      text(''),
      number(`${last.asOf} then`),
      number('now'),
      number('learned'),
      number(`${earlier.asOf} then`),
      number('now'),
      number('learned'),
    ],
    figures.map((figure) => [
      figure.label,
      ...cells(last, figure, currency),
      ...cells(earlier, figure, currency),
    ]),
  )
}

/** The three families as three tables for a terminal. */
export const reportTables = (data: ReportData): string =>
  families.map((family) => familyTable(family, data)).join('')
