import { customerValue } from '@tenure/clv'
import { overdueModels } from '@tenure/overdue'
import type { Replayed } from '@tenure/projection'
import { mergedCustomers, purchaseMonths } from '@tenure/retention'

/** The read models that the report asks, one family after the other. */
export const reportModels: {
  readonly openItems: typeof overdueModels.openItems
  readonly ledgerDays: typeof overdueModels.ledgerDays
  readonly purchaseMonths: typeof purchaseMonths
  readonly mergedCustomers: typeof mergedCustomers
  readonly customerValue: typeof customerValue
} = {
  openItems: overdueModels.openItems,
  ledgerDays: overdueModels.ledgerDays,
  purchaseMonths,
  mergedCustomers,
  customerValue,
}

export type ReportRows = Replayed<typeof reportModels>['rows']
