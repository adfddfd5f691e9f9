import type { Cohort, CohortCell, MonthlyCohorts } from '@tenure/retention'
import { amount, count, percent } from '../../output/figures.ts'
import type { CutFields } from '../../output/document.ts'
import { cutWords } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'

type Shown = MonthlyCohorts & CutFields

/** A star marks a month that was not over: its figure still grows. */
const marked = (figure: string, complete: boolean): string => (complete ? figure : `${figure} *`)

const agesOf = ({ cohorts }: MonthlyCohorts): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, ...cohorts.map(({ cells }) => cells.length)) }, (_, age) => age)

const triangle = (
  table: MonthlyCohorts,
  title: string,
  figure: (cell: CohortCell) => string,
  foot: ReadonlyArray<ReadonlyArray<string>> = [],
): string => {
  const ages = agesOf(table)
  const row = ({ month, customers, cells }: Cohort): ReadonlyArray<string> => [
    month,
    count(customers),
    ...ages.map((age) => {
      const cell = cells[age]
      return cell === undefined ? '' : marked(figure(cell), cell.complete)
    }),
  ]
  return titled(
    title,
    [text('cohort'), number('customers'), ...ages.map((age) => number(`+${age}`))],
    [...table.cohorts.map(row), ...foot],
  )
}

const pooled = ({ weightedRetention }: MonthlyCohorts): ReadonlyArray<string> => [
  'pooled',
  '',
  ...weightedRetention.map(({ retention, complete }) => marked(percent(retention.value), complete)),
]

const growthTable = ({ growth }: MonthlyCohorts): string =>
  titled(
    'Movements by month',
    [
      text('month'),
      number('active'),
      number('new'),
      number('retained'),
      number('resurrected'),
      number('churned'),
    ],
    growth.map((month) => [
      marked(month.month, month.complete),
      count(month.active),
      count(month.new),
      count(month.retained),
      count(month.resurrected),
      count(month.churned),
    ]),
  )

/** A table of cohorts for a reader: retention, revenue in each currency, and movements. */
export const cohortsText = (table: Shown): string => {
  const title = `Retention by monthly cohort ${cutWords(table)}: ${table.customers} customers (* the month was not over)`
  const revenue = table.currencies.map((currency) =>
    triangle(table, `Revenue of the cohorts, ${currency}`, (cell) =>
      amount(cell.revenue.find((one) => one.currency === currency)?.revenueMinor ?? 0, currency),
    ),
  )
  const { withoutCustomer, unexplained, afterLastMonth } = table.excluded
  const excluded = `Left out: ${withoutCustomer.orders} orders without a customer, ${afterLastMonth.orders} after ${table.lastMonth}, ${unexplained.orders} unexplained.\n\n`
  return [
    triangle(table, title, ({ retention }) => percent(retention.value), [pooled(table)]),
    ...revenue,
    growthTable(table),
    excluded,
  ].join('')
}
