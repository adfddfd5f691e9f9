export { agreementCommand } from './agreement.ts'
export { churnCommand, inactivityRule } from './churn.ts'
export { collectionsCommand, openLines } from './collections.ts'
export { creditCommand, creditPolicy, riskRule } from './credit.ts'
export { channel, customerCommand } from './customer.ts'
export { disputeCommand } from './dispute.ts'
export { engagementCommand, offerProfile, offerRule } from './engagement.ts'
export { financingCommand, partnerTerms } from './financing.ts'
export { invoiceCommand } from './invoice.ts'
export { loyaltyCommand, loyaltyRule } from './loyalty.ts'
export { orderCommand } from './order.ts'
export { allocation, instalments, lateFeeRule } from './receivables-words.ts'
export { receivablesCommand } from './receivables.ts'
export { anyReminderPolicy, reminderPolicy } from './reminder-policy.ts'
export { returnPolicy } from './return-policy.ts'
export { returnsCommand } from './returns.ts'
export { sequencePolicy } from './sequence-policy.ts'
export { subscriptionPlan } from './subscription-plans.ts'
export { subscriptionCommand } from './subscription.ts'
export { supportCommand } from './support.ts'
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
