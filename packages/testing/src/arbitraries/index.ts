export { hostileText, hostileTexts, smallPool } from './text.ts'
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
