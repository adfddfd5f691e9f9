import type { CustomerId } from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` (same room) words it for a log. */
export type CustomerRejection =
  | { readonly type: 'UnknownCustomer'; readonly customerId: CustomerId }
  | { readonly type: 'AlreadyRegistered'; readonly customerId: CustomerId }
  | { readonly type: 'AlreadyMerged'; readonly customerId: CustomerId; readonly into: CustomerId }
  | { readonly type: 'MergedIntoItself'; readonly customerId: CustomerId }
