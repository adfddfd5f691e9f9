import type { OverdueBook } from '@tenure/overdue'
import type { CutFields } from '../../output/document.ts'
import { amount, count, decimal, percent } from '../../output/figures.ts'
import { cutWords } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'
import { ageingTable } from './ageing-text.ts'

/** The whole book of one currency for a reader. */
export const bookText = (book: OverdueBook & CutFields): string => {
  const money = (minor: number): string => amount(minor, book.currency)
  const days = ({ value }: { readonly value: number | null }): string => decimal(value, 2)
  const share = ({ value }: { readonly value: number | null }): string => percent(value)
  const rows = [
    ['open', count(book.openCount), money(book.openMinor)],
    ['overdue', count(book.overdueCount), money(book.overdueMinor)],
    ['  share of open', '', share(book.overdueRateByAmount)],
    ['  customers', count(book.customersOverdue), ''],
    ['  days past due, mean', '', days(book.meanDaysPastDueOfOverdue)],
    ['  days past due, by amount', '', days(book.amountWeightedDaysPastDue)],
    ['disputed of open', '', money(book.disputedOpenMinor)],
    ['sales of the month so far', '', money(book.salesMonthMinor)],
    ['sales of 90 days', '', money(book.sales90dMinor)],
    ['collected in the month so far', '', money(book.collectedMonthMinor)],
    ['DSO of 90 days', '', days(book.dso90)],
    ['DSO of 30 days', '', days(book.dso30)],
    ['DSO by counting back', '', decimal(book.dsoCountbackDays, 2)],
    ['best possible DSO of 90 days', '', days(book.bestPossibleDso90)],
    ['average days delinquent of 90', '', days(book.averageDaysDelinquent90)],
    ['collection effectiveness, %', '', days(book.collectionEffectivenessIndex)],
    ['settled in the month so far', count(book.settledCount), ''],
    ['  days to settle, mean', '', days(book.meanDaysToSettleOfSettled)],
    ['  settled late', '', share(book.lateShareOfSettled)],
    ['fell due in the month so far', count(book.fellDueCount), ''],
    ['  late at the end of the due day', '', share(book.lateShareOfFellDue)],
  ]
  return (
    titled(
      `Receivables in ${book.currency} ${cutWords(book)}`,
      [text(''), number('count'), number('figure')],
      rows,
    ) + ageingTable(book.ageing, 'Of these, by days past due')
  )
}
