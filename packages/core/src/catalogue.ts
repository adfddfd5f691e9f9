import { agreementEvents } from './agreement/index.ts'
import { churnEvents } from './churn/index.ts'
import { collectionsEvents } from './collections/index.ts'
import { creditEvents } from './credit/index.ts'
import { customerEvents } from './customer/index.ts'
import { disputeEvents } from './dispute/index.ts'
import { engagementEvents } from './engagement/index.ts'
import { financingEvents } from './financing/index.ts'
import { invoiceEvents } from './invoice/index.ts'
import { loyaltyEvents } from './loyalty/index.ts'
import { orderEvents } from './order/index.ts'
import { receivablesEvents } from './receivables/index.ts'
import { returnsEvents } from './returns/index.ts'
import type { EventDefinition } from './shared/index.ts'
import { subscriptionEvents } from './subscription/index.ts'
import { supportEvents } from './support/index.ts'

/** Every event of the trade, in its current version. */
export const catalogue: ReadonlyArray<EventDefinition> = [
  ...customerEvents,
  ...creditEvents,
  ...agreementEvents,
  ...financingEvents,
  ...orderEvents,
  ...invoiceEvents,
  ...receivablesEvents,
  ...collectionsEvents,
  ...disputeEvents,
  ...churnEvents,
  ...subscriptionEvents,
  ...loyaltyEvents,
  ...returnsEvents,
  ...engagementEvents,
  ...supportEvents,
]
