export { tradePolicies } from './all.ts'
export { keepDossier, roomOf, type Dossier, type DossierKeeper } from './dossier.ts'
export { type Asked, type Happened, type Policy } from './policy.ts'
export { type TradeRules } from './rules.ts'
export { issueInvoice, plainBreakdown, type Bill } from './issue-invoice.ts'
export {
  churnOf,
  collectionsOf,
  creditOf,
  currenciesOf,
  customerOf,
  disputeOf,
  engagementOf,
  findItem,
  invoiceOf,
  invoiceOfItem,
  invoicesOfOrder,
  itemOfInvoice,
  itemsOfOrder,
  loyaltyOf,
  orderOf,
  receivablesOf,
  receivedForOrder,
  subscriptionOf,
  type Found,
} from './read-dossier.ts'
