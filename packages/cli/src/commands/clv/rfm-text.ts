import type { Rfm, RfmSummary } from '@tenure/clv'
import type { CutFields } from '../../output/document.ts'
import { amount, count, decimal, percent } from '../../output/figures.ts'
import { cutWords } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'

type Summary = Omit<RfmSummary, 'definition' | 'excluded' | 'asOf'>

/** The sums of a calibration table, and how many customers came back how often. */
export const rfmText = (table: Rfm & CutFields & { readonly summary: Summary }): string => {
  const { summary, currency, excluded } = table
  const money = (minor: number): string => amount(minor, currency)
  const holdout: ReadonlyArray<ReadonlyArray<string>> =
    summary.holdoutTransactions === null || summary.holdoutSpendMinor === null
      ? []
      : [
          [`transactions up to ${table.holdoutEnd ?? ''}`, count(summary.holdoutTransactions)],
          [`spend up to ${table.holdoutEnd ?? ''}`, money(summary.holdoutSpendMinor)],
          ['customers of the holdout only', count(excluded.customersOfHoldoutOnly)],
        ]
  const sums = titled(
    `Recency, frequency and money in ${currency} ${cutWords(table)}`,
    [text(''), number('figure')],
    [
      ['customers', count(summary.customers)],
      ['came back', count(summary.repeaters)],
      ['  share', percent(summary.repeatShare.value)],
      ['repeat transactions', count(summary.repeatTransactions)],
      ['days from first to last, mean', decimal(summary.meanTxDays.value)],
      ['days from first to the end, mean', decimal(summary.meanAgeDays.value)],
      ['spent first', money(summary.firstSpendMinor)],
      ['spent on coming back', money(summary.repeatSpendMinor)],
      ...holdout,
      ['orders without a customer, left out', count(excluded.withoutCustomer.orders)],
    ],
  )
  return (
    sums +
    titled(
      'Customers by repeat transactions',
      [number('x'), number('customers')],
      summary.frequencies.map(({ x, orMore, customers }) => [
        orMore ? `${x}+` : count(x),
        count(customers),
      ]),
    )
  )
}
