export { type ActivityRule, type RowsAt } from './active-customers.ts'
export { type CellRevenue, type Cohort, type CohortCell } from './cohort-cells.ts'
export { customerStanding, type CustomerStanding } from './customer-standing.ts'
export { type MonthGrowth } from './growth.ts'
export {
  mergedCustomers,
  survivorsOf,
  type MergedCustomer,
  type Survivors,
} from './merged-customers.ts'
export {
  monthlyCohorts,
  type AgeRetention,
  type Maturity,
  type MonthlyCohorts,
} from './monthly-cohorts.ts'
export { purchaseMonths, type PurchaseMonths } from './purchase-months.ts'
export { type PeriodQuestion, type PeriodSets } from './period-sets.ts'
export {
  churnRate,
  retentionRate,
  type AppliedRule,
  type ChurnRate,
  type RetentionRate,
} from './retention-rate.ts'
export { type CohortExclusions, type Sums } from './sums.ts'
