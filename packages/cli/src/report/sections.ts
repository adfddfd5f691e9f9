import type { Currency } from '@tenure/core/shared'
import { ageingChart, largestBucketMinor } from './charts/ageing-chart.ts'
import { cohortChart } from './charts/cohort-chart.ts'
import { overdueChart } from './charts/overdue-chart.ts'
import { valueChart } from './charts/value-chart.ts'
import type { QuarterPoint, ReportData, SeenTwice } from './data.ts'
import { families, type Family, type Figure } from './figures.ts'
import { formatDifference, formatFigure, formatMoney } from './format.ts'
import { details, escape, figure, htmlTable } from './html.ts'
import { tenths } from './spread.ts'

const name = (head: string) => ({ head, numeric: false })
const numeric = (head: string) => ({ head, numeric: true })

const threeColumns = ({ asOf }: SeenTwice) => [
  numeric(`${asOf}, as known then`),
  numeric('as known now'),
  numeric('difference'),
]

const threeCells = (
  { knownThen, knownNow }: SeenTwice,
  { of, unit }: Figure,
  currency: Currency,
) => [
  formatFigure(of(knownThen), unit, currency),
  formatFigure(of(knownNow), unit, currency),
  formatDifference(of(knownThen), of(knownNow), unit, currency),
]

const figuresTable = ({ title, figures }: Family, { days, currency }: ReportData): string =>
  htmlTable(
    figures.some(({ unit }) => unit === 'money') ? `${title}, amounts in ${currency}` : title,
    [name('figure'), ...days.flatMap(threeColumns)],
    figures.map((one) => [one.label, ...days.flatMap((day) => threeCells(day, one, currency))]),
  )

const definitions = (family: Family, { days: [last] }: ReportData): string => {
  const entries = family
    .definitions(last.knownNow)
    .map(([term, text]) => `<dt>${escape(term)}</dt><dd>${escape(text)}</dd>`)
  return details('Definitions', `<dl>${entries.join('')}</dl>`)
}

const quarterTable = (points: ReadonlyArray<QuarterPoint>, currency: Currency): string =>
  htmlTable(
    `Overdue every three months, amounts in ${currency}`,
    [name('day'), numeric('as known then'), numeric('as known now'), numeric('difference')],
    points.map(({ asOf, thenMinor, nowMinor }) => [
      asOf,
      formatFigure(thenMinor, 'money', currency),
      formatFigure(nowMinor, 'money', currency),
      formatDifference(thenMinor, nowMinor, 'money', currency),
    ]),
  )

const overduePictures = ({ days, overdueByQuarter, currency }: ReportData): string =>
  [
    ...days.map((day) =>
      figure(
        ageingChart(day, currency, largestBucketMinor(days)),
        `Open amounts by age on ${day.asOf}, in ${currency}`,
      ),
    ),
    figure(overdueChart(overdueByQuarter, currency), `Overdue every three months, in ${currency}`),
    details('Overdue every three months, as a table', quarterTable(overdueByQuarter, currency)),
  ].join('\n')

const cohortTable = ({ knownNow: { cohorts } }: SeenTwice): string => {
  const ages = Math.max(0, ...cohorts.cohorts.map(({ cells }) => cells.length))
  return htmlTable(
    'Customers who bought in the k-th month after their first purchase',
    [
      name('first purchase'),
      numeric('customers'),
      ...Array.from({ length: Math.max(0, ages - 1) }, (_, index) => numeric(String(index + 1))),
    ],
    cohorts.cohorts.map(({ month, customers, cells }) => [
      month,
      String(customers),
      ...Array.from({ length: Math.max(0, ages - 1) }, (_, index) =>
        String(cells[index + 1]?.active ?? ''),
      ),
    ]),
  )
}

const retentionPictures = ({ days: [last] }: ReportData): string =>
  figure(
    cohortChart(last.knownNow.cohorts),
    'Percent of the customers of a first month who bought again in a later month, finished months only, as known now',
  ) + details('The cohorts as a table of customers', cohortTable(last))

const topCustomers = 10

const topTable = ({ knownNow: { clv } }: SeenTwice, currency: Currency): string =>
  htmlTable(
    `The ${topCustomers} most valuable customers as known now, amounts in ${currency}`,
    [
      name('customer'),
      numeric('paid'),
      numeric('paid back'),
      numeric('bad debt'),
      numeric('value'),
    ],
    clv.customers
      .toSorted((a, b) => b.valueMinor - a.valueMinor)
      .slice(0, topCustomers)
      .map((one) => [
        one.customerId,
        formatMoney(one.paidMinor, currency),
        formatMoney(one.refundedMinor + one.reversedMinor, currency),
        formatMoney(one.badDebtMinor, currency),
        formatMoney(one.valueMinor, currency),
      ]),
  )

const tenthsTable = ({ knownThen, knownNow }: SeenTwice, currency: Currency): string => {
  const [before, after] = [knownThen, knownNow].map(({ clv }) =>
    tenths(clv.customers.map(({ valueMinor }) => valueMinor)),
  )
  return htmlTable(
    `Historic value by tenth of the customers, amounts in ${currency}`,
    [name('tenth'), numeric('customers now'), numeric('as known then'), numeric('as known now')],
    (after ?? []).map(({ tenth, customers, valueMinor }, index) => [
      String(tenth),
      String(customers),
      formatMoney(before?.[index]?.valueMinor ?? 0, currency),
      formatMoney(valueMinor, currency),
    ]),
  )
}

const valuePictures = ({ days: [last], currency }: ReportData): string =>
  figure(
    valueChart(last, currency),
    `What each tenth of the customers has been worth by ${last.asOf}, in ${currency}`,
  ) +
  details('The tenths as a table', tenthsTable(last, currency)) +
  topTable(last, currency)

const pictures: Readonly<Record<Family['name'], (data: ReportData) => string>> = {
  overdue: overduePictures,
  retention: retentionPictures,
  clv: valuePictures,
}

/** The sections of the page, one a family: pictures, the numbers, the definitions. */
export const sections = (data: ReportData): string =>
  families
    .map(
      (family) =>
        `<section aria-labelledby="${family.name}"><h2 id="${family.name}">${escape(family.title)}</h2>\n` +
        `${pictures[family.name](data)}\n${figuresTable(family, data)}\n${definitions(family, data)}</section>`,
    )
    .join('\n')
