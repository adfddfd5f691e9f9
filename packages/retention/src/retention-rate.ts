import type { CivilDate } from '@tenure/core/shared'
import type { ActivityRule } from './active-customers.ts'
import { periodSets, type PeriodQuestion, type PeriodSets } from './period-sets.ts'
import { nobody } from './purchase-months.ts'
import { ratio, type Ratio } from '@tenure/projection'

/** The rule that was applied, as it stands in a result. */
export type AppliedRule =
  { readonly kind: 'window'; readonly windowDays: number } | { readonly kind: 'recorded' }

interface PeriodResult extends PeriodSets {
  readonly definition: string
  /** The first day; the period is what follows it, up to and including `asOf`. */
  readonly startAsOf: CivilDate
  readonly asOf: CivilDate
  readonly activity: AppliedRule
  /** Orders of the last day's rows that name no customer. */
  readonly excluded: { readonly ordersWithoutCustomer: number }
}

export interface RetentionRate extends PeriodResult {
  /** |S∩E| / |S|. */
  readonly retention: Ratio
  /** (E - N) / S as most texts give it: equal to `retention` where every new customer stayed and nobody came back. */
  readonly byFormula: Ratio
  /** E / S, which some texts call retention: above 1 where new customers outnumber the lost. For comparison only. */
  readonly naiveEndOverStart: Ratio
}

export interface ChurnRate extends PeriodResult {
  /** |S\E| / |S|. */
  readonly churn: Ratio
}

const whoIsActive = (rule: ActivityRule): string =>
  rule.kind === 'window'
    ? `Active on a day: bought in the ${rule.windowDays} days that end with it.`
    : 'Active on a day: bought at some time by then, and not recorded as gone.'

const applied = (rule: ActivityRule): AppliedRule =>
  rule.kind === 'window' ? { kind: 'window', windowDays: rule.windowDays } : { kind: 'recorded' }

const resultOf = (question: PeriodQuestion, definition: string): PeriodResult => {
  let ordersWithoutCustomer = 0
  for (const orders of question.end.rows.get(nobody)?.orders.values() ?? [])
    ordersWithoutCustomer += orders
  return {
    definition: `${definition} ${whoIsActive(question.activity)}`,
    startAsOf: question.start.asOf,
    asOf: question.end.asOf,
    activity: applied(question.activity),
    ...periodSets(question),
    excluded: { ordersWithoutCustomer },
  }
}

/**
 * Of the customers active at the start, the share still active at the end; by sets, so that nobody new
 * hides somebody lost.
 *
 * Shape: null over an empty start. retention + churn = 1 for the same question.
 * Rejects: throws a RangeError for rows of a later cut, a period that runs backwards, or a window of no days.
 * Source: domain section 4, "Counting".
 */
export const retentionRate = (question: PeriodQuestion): RetentionRate => {
  const result = resultOf(
    question,
    'Customers active both at the start and at the end, over customers active at the start.',
  )
  return {
    ...result,
    retention: ratio(result.kept, result.startCustomers),
    byFormula: ratio(result.endCustomers - result.newCustomers, result.startCustomers),
    naiveEndOverStart: ratio(result.endCustomers, result.startCustomers),
  }
}

/** Of the customers active at the start, the share no longer active at the end. As `retentionRate`. */
export const churnRate = (question: PeriodQuestion): ChurnRate => {
  const result = resultOf(
    question,
    'Customers active at the start and no longer at the end, over customers active at the start.',
  )
  return { ...result, churn: ratio(result.lost, result.startCustomers) }
}
