import { count, percent } from '../../output/figures.ts'
import { number, text, titled } from '../../output/table.ts'
import type { ChurnRate, RetentionRate } from '@tenure/retention'
import type { CutFields } from '../../output/document.ts'

/** Both rates of one period, as they stand in JSON. */
export interface Rates extends CutFields, Omit<RetentionRate, 'asOf'>, Pick<ChurnRate, 'churn'> {
  readonly startKnownAt: string | null
}

/** One period for a reader. */
export const ratesText = (rates: Rates): string =>
  titled(
    `Retention and churn after ${rates.startAsOf}, up to ${rates.asOf}`,
    [text('customers'), number('')],
    [
      ['active at the start', count(rates.startCustomers)],
      ['kept', count(rates.kept)],
      ['lost', count(rates.lost)],
      ['new', count(rates.newCustomers)],
      ['reactivated', count(rates.reactivated)],
      ['active at the end', count(rates.endCustomers)],
      ['retention', percent(rates.retention.value)],
      ['churn', percent(rates.churn.value)],
      ['retention by formula (E - N) / S', percent(rates.byFormula.value)],
      ['end over start E / S', percent(rates.naiveEndOverStart.value)],
    ],
  )
