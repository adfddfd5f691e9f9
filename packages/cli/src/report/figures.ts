import { median, share, shareOfTopTenth } from './spread.ts'
import type { Seen } from './seen.ts'

export type Unit = 'money' | 'count' | 'share' | 'days'

/** One line of a table: what it is called, and what it is at one cut; null where it is undefined. */
export interface Figure {
  readonly label: string
  readonly unit: Unit
  readonly of: (seen: Seen) => number | null
}

/** One family of questions: its figures and the definitions that they follow. */
export interface Family {
  readonly name: 'overdue' | 'retention' | 'clv'
  readonly title: string
  readonly figures: ReadonlyArray<Figure>
  readonly definitions: (seen: Seen) => ReadonlyArray<readonly [term: string, text: string]>
}

const bucketNames: ReadonlyMap<string, string> = new Map([
  ['notDue', 'not due yet'],
  ['d1_30', '1–30 days overdue'],
  ['d31_60', '31–60 days overdue'],
  ['d61_90', '61–90 days overdue'],
  ['d91_plus', '91 days and more'],
])

/** The buckets of the ageing in order, as the report calls them. */
export const buckets: ReadonlyArray<readonly [bucket: string, label: string]> = [...bucketNames]

export const bucketMinor = ({ ageing }: Seen, bucket: string): number | null =>
  ageing?.buckets.find((one) => one.bucket === bucket)?.amountMinor ?? null

const money = (label: string, of: Figure['of']): Figure => ({ label, unit: 'money', of })
const count = (label: string, of: Figure['of']): Figure => ({ label, unit: 'count', of })
const part = (label: string, of: Figure['of']): Figure => ({ label, unit: 'share', of })

export const overdueFamily: Family = {
  name: 'overdue',
  title: 'Overdue',
  figures: [
    ...buckets.map(([bucket, label]) => money(label, (seen) => bucketMinor(seen, bucket))),
    money('due unknown, or suspense', ({ ageing }) =>
      ageing === undefined ? null : ageing.dueUnknown.amountMinor + ageing.suspense.amountMinor,
    ),
    money('gross open', ({ ageing }) => ageing?.grossOpen.amountMinor ?? null),
    money('of it disputed', ({ ageing }) => ageing?.disputed.amountMinor ?? null),
    money('unapplied cash', ({ ageing }) => ageing?.unappliedCashMinor ?? null),
    money('credit balance', ({ ageing }) => ageing?.creditBalanceMinor ?? null),
    part('overdue of open', ({ overdue }) => overdue?.overdueRate.value ?? null),
    { label: 'DSO, 90 days', unit: 'days', of: ({ dso }) => dso?.simple.value ?? null },
  ],
  definitions: ({ ageing, overdue, dso }) => [
    ...(ageing === undefined ? [] : [['Ageing', ageing.definition] as const]),
    ...(overdue === undefined ? [] : [['Overdue', overdue.definition] as const]),
    ...(dso === undefined ? [] : [['DSO', dso.definition] as const]),
  ],
}

const retainedAfter = (age: number): Figure =>
  part(`bought again in month ${age}`, ({ cohorts }) =>
    share(cohorts.weightedRetention.find((cell) => cell.age === age)?.retention),
  )

export const retentionFamily: Family = {
  name: 'retention',
  title: 'Retention',
  figures: [
    count('customers, finished months', ({ cohorts }) => cohorts.customers),
    count('active three months before', ({ retention }) => retention.startCustomers),
    count('of these still active', ({ retention }) => retention.kept),
    count('lost', ({ retention }) => retention.lost),
    count('new', ({ retention }) => retention.newCustomers),
    count('came back', ({ retention }) => retention.reactivated),
    part('retention of the quarter', ({ retention }) => retention.retention.value),
    retainedAfter(1),
    retainedAfter(3),
    retainedAfter(6),
  ],
  definitions: ({ retention, cohorts }) => [
    ['Retention', retention.definition],
    ['Cohorts', cohorts.definition],
  ],
}

const values = ({ clv }: Seen): ReadonlyArray<number> =>
  clv.customers.map(({ valueMinor }) => valueMinor)

export const clvFamily: Family = {
  name: 'clv',
  title: 'Customer lifetime value',
  figures: [
    count('customers with an account', ({ clv }) => clv.customers.length),
    money('historic value of all', ({ clv }) => clv.total.valueMinor),
    money('median of a customer', (seen) => median(values(seen))),
    part('share of the best tenth', (seen) => shareOfTopTenth(values(seen))),
    money('refunded or reversed', ({ clv }) => clv.total.refundedMinor + clv.total.reversedMinor),
    money('bad debt', ({ clv }) => clv.total.badDebtMinor),
    money('average order', ({ orders }) => roundedMinor(orders.averageOrderValue.value)),
  ],
  definitions: ({ clv, orders }) => [
    ['Historic CLV', clv.definition],
    ['Average order', orders.definition],
  ],
}

/** A mean of money, for reading: to the nearest minor unit. */
const roundedMinor = (value: number | null): number | null =>
  value === null ? null : Math.round(value)

export const families: ReadonlyArray<Family> = [overdueFamily, retentionFamily, clvFamily]
