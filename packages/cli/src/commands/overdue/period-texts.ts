import type { Cei, DaysLate, Dso } from '@tenure/overdue'
import type { CutFields } from '../../output/document.ts'
import { amount, count, decimal, percent } from '../../output/figures.ts'
import { cutWords } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'

export const dsoText = (dso: Dso & CutFields): string =>
  titled(
    `Days sales outstanding in ${dso.currency} ${cutWords(dso)}, sales of ${dso.days} days`,
    [text(''), number('figure')],
    [
      ['open', amount(dso.openMinor, dso.currency)],
      ['overdue', amount(dso.overdueMinor, dso.currency)],
      ['sales', amount(dso.salesMinor, dso.currency)],
      ['DSO', decimal(dso.simple.value)],
      ['best possible DSO', decimal(dso.bestPossible.value)],
      ['average days delinquent', decimal(dso.averageDaysDelinquent.value)],
      ['DSO by counting back', decimal(dso.countbackDays)],
    ],
  )

export const ceiText = (cei: Cei & CutFields): string =>
  titled(
    `Collection effectiveness in ${cei.currency}, ${cei.from} to the end, ${cutWords(cei)}`,
    [text(''), number('figure')],
    [
      ['open before', amount(cei.beginningMinor, cei.currency)],
      ['sales', amount(cei.salesMinor, cei.currency)],
      ['open at the end', amount(cei.endTotalMinor, cei.currency)],
      ['of it not overdue', amount(cei.endCurrentMinor, cei.currency)],
      ['index, %', decimal(cei.index.value)],
    ],
  )

export const daysLateText = (late: DaysLate & CutFields): string =>
  titled(
    `How late in ${late.currency}, ${late.from} to ${late.to}, ${cutWords(late)}`,
    [text(''), number('count'), number('figure')],
    [
      ['settled', count(late.settled.count), ''],
      ['  days to settle, mean', '', decimal(late.settled.meanDaysToSettle.value)],
      ['  settled late', '', percent(late.settled.lateShare.value)],
      ['fell due', count(late.fellDue.count), ''],
      ['  late at the end of the due day', '', percent(late.fellDue.lateShare.value)],
      [
        'days late of what was paid, by amount',
        '',
        decimal(late.paid.amountWeightedDaysLate.value),
      ],
    ],
  )
