export { churnCommand, inactivityRule } from './churn.ts'
export { collectionsCommand, openLines } from './collections.ts'
export { customerCommand } from './customer.ts'
export { disputeCommand } from './dispute.ts'
export { invoiceCommand } from './invoice.ts'
export { orderCommand } from './order.ts'
export { allocation, instalments, lateFeeRule } from './receivables-words.ts'
export { receivablesCommand } from './receivables.ts'
export { anyReminderPolicy, reminderPolicy } from './reminder-policy.ts'
export { plan, subscriptionCommand } from './subscription.ts'
export {
  anyTerms,
  businessDays,
  dueRule,
  feeCaps,
  lateFeeRuleNamed,
  lateFeeRules,
} from './terms.ts'
export { hostileText, hostileTexts, smallPool, text } from './text.ts'
export {
  anyCurrency,
  anyMinor,
  changeIds,
  civilDay,
  civilDayBetween,
  customerIds,
  disputeIds,
  invoiceIds,
  itemIds,
  orderIds,
  paymentIds,
  paymentTerms,
  perhapsText,
  positiveMinor,
  soundTerms,
  unsoundTerms,
} from './words.ts'
