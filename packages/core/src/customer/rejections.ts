import {
  unreachable,
  type ChangeId,
  type CivilDate,
  type CustomerId,
  type Text,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type CustomerRejection =
  | { readonly type: 'UnknownCustomer'; readonly customerId: CustomerId }
  | { readonly type: 'AlreadyRegistered'; readonly customerId: CustomerId }
  | { readonly type: 'AlreadyMerged'; readonly customerId: CustomerId; readonly into: CustomerId }
  | { readonly type: 'MergedIntoItself'; readonly customerId: CustomerId }
  | { readonly type: 'UnknownMethod'; readonly methodId: Text }
  | { readonly type: 'UnknownContact'; readonly contactId: Text }
  | { readonly type: 'NoHardship'; readonly customerId: CustomerId }
  | { readonly type: 'HardshipIsPast'; readonly until: CivilDate; readonly reportedOn: CivilDate }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly changeId: ChangeId
      /** What the change said when it was recorded, and what it says now. */
      readonly recorded: string
      readonly offered: string
    }

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: CustomerRejection): string => {
  switch (rejection.type) {
    case 'UnknownCustomer':
      return `Customer ${rejection.customerId} is not registered.`
    case 'AlreadyRegistered':
      return `Customer ${rejection.customerId} is registered with another name or source.`
    case 'AlreadyMerged':
      return `Customer ${rejection.customerId} was merged into ${rejection.into} and takes no more changes.`
    case 'MergedIntoItself':
      return `Customer ${rejection.customerId} cannot be merged into itself.`
    case 'UnknownMethod':
      return `The customer has no way to pay named ${rejection.methodId}.`
    case 'UnknownContact':
      return `The customer has no contact named ${rejection.contactId}.`
    case 'NoHardship':
      return `Customer ${rejection.customerId} has no hardship that could end.`
    case 'HardshipIsPast':
      return `A hardship until ${rejection.until} is over when it is reported on ${rejection.reportedOn}.`
    case 'ConflictingDuplicate':
      return `Change ${rejection.changeId} is recorded as "${rejection.recorded}" and was offered as "${rejection.offered}".`
    default:
      return unreachable(rejection)
  }
}
