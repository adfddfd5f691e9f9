import type { Ageing, Bucket } from '@tenure/overdue'
import type { CutFields } from '../../output/document.ts'
import { amount, count } from '../../output/figures.ts'
import { cutWords } from '../../output/shown.ts'
import { number, text, titled } from '../../output/table.ts'

const daysOf = ({ fromDays, toDays }: Bucket): string => {
  if (fromDays === null) return 'not overdue'
  return toDays === null ? `${fromDays} and more days` : `${fromDays} to ${toDays} days`
}

export const ageingTable = (ageing: Ageing, title: string): string => {
  const row = (
    name: string,
    column: { readonly count: number; readonly amountMinor: number },
  ): ReadonlyArray<string> => [
    name,
    count(column.count),
    amount(column.amountMinor, ageing.currency),
  ]
  const sum = (name: string, minor: number): ReadonlyArray<string> => [
    name,
    '',
    amount(minor, ageing.currency),
  ]
  return titled(
    title,
    [text(''), number('count'), number(ageing.currency)],
    [
      ...ageing.buckets.map((bucket) => row(daysOf(bucket), bucket)),
      row('due day unknown', ageing.dueUnknown),
      row('unexplained outflows', ageing.suspense),
      row('gross open', ageing.grossOpen),
      sum('less unapplied cash', ageing.unappliedCashMinor),
      sum('less credit balance', ageing.creditBalanceMinor),
      sum('less unexplained', ageing.unexplainedMinor),
      sum('net', ageing.netMinor),
      row('of gross open: disputed', ageing.disputed),
      row('of gross open: with an agency', ageing.withAgency),
    ],
  )
}

export const ageingText = (ageing: Ageing & CutFields): string =>
  ageingTable(ageing, `Ageing in ${ageing.currency} ${cutWords(ageing)}`)
