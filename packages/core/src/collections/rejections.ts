import {
  unreachable,
  type Currency,
  type CustomerId,
  type CivilDate,
  type DisputeId,
  type ItemId,
  type Text,
} from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type CollectionsRejection =
  | {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | { readonly type: 'WrongCurrency'; readonly expected: Currency; readonly offered: Currency }
  /** The lines come to more than can be summed exactly. */
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  | { readonly type: 'NothingOverdue' }
  | { readonly type: 'UnknownStep'; readonly stepId: Text }
  | { readonly type: 'NotDue'; readonly stepId: Text; readonly dueFrom: CivilDate }
  | { readonly type: 'TooSoon'; readonly stepId: Text; readonly notBefore: CivilDate }
  | { readonly type: 'NotTheNextStep'; readonly stepId: Text; readonly next: Text | null }
  /** The step is due, but nothing may be asked for: it waits. */
  | {
      readonly type: 'NothingToAsk'
      readonly stepId: Text
      readonly why: 'disputed' | 'belowMinimum' | 'handedOver'
    }
  | { readonly type: 'StillOverdue'; readonly itemIds: ReadonlyArray<ItemId> }
  | { readonly type: 'NoOpenCase'; readonly cycle: number }
  | { readonly type: 'AlreadyDisputed'; readonly itemId: ItemId; readonly disputeId: DisputeId }
  | {
      readonly type: 'AmountTooLarge'
      readonly itemId: ItemId
      readonly openMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'UnknownDispute'; readonly disputeId: DisputeId }
  | {
      readonly type: 'AlreadyResolved'
      readonly disputeId: DisputeId
      readonly outcome: 'accepted' | 'rejected' | 'split'
    }
  | {
      readonly type: 'NeverReminded' | 'ItemIsDisputed' | 'AlreadyHandedOver'
      readonly itemId: ItemId
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what: 'dispute' | 'reminder' | 'handOver'
      readonly id: string
      readonly recorded: { readonly itemId: ItemId | null; readonly amountMinor: number | null }
      readonly offered: { readonly itemId: ItemId | null; readonly amountMinor: number | null }
    }

const whose = (customerId: CustomerId | null): string => customerId ?? 'nobody named'

const wordsOfWhy = (why: 'disputed' | 'belowMinimum' | 'handedOver'): string => {
  switch (why) {
    case 'disputed':
      return 'all of it is disputed'
    case 'belowMinimum':
      return 'the sum is below the minimum of the policy'
    case 'handedOver':
      return 'all of it is with an agency'
    default:
      return unreachable(why)
  }
}

const wordsOfContent = ({
  itemId,
  amountMinor,
}: {
  readonly itemId: ItemId | null
  readonly amountMinor: number | null
}): string =>
  [
    amountMinor === null ? [] : [`${amountMinor} minor units`],
    itemId === null ? [] : [`item ${itemId}`],
  ]
    .flat()
    .join(' of ')

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: CollectionsRejection): string => {
  switch (rejection.type) {
    case 'WrongCustomer':
      return `These are the debts of ${whose(rejection.expected)}, not of ${whose(rejection.offered)}.`
    case 'WrongCurrency':
      return `These debts are in ${rejection.expected}, not in ${rejection.offered}.`
    case 'AmountOutOfRange':
      return `The lines come to ${rejection.amountMinor} minor units, too much to be summed exactly.`
    case 'NothingOverdue':
      return 'Nothing is overdue.'
    case 'UnknownStep':
      return `The policy has no step ${rejection.stepId}.`
    case 'NotDue':
      return `Step ${rejection.stepId} is not due before ${rejection.dueFrom}.`
    case 'TooSoon':
      return `Step ${rejection.stepId} is too soon after what went before: not before ${rejection.notBefore}.`
    case 'NotTheNextStep':
      return `Step ${rejection.stepId} is not next: ${rejection.next === null ? 'no step is left' : `that is ${rejection.next}`}.`
    case 'NothingToAsk':
      return `Step ${rejection.stepId} has nothing to ask for: ${wordsOfWhy(rejection.why)}.`
    case 'StillOverdue':
      return `The case stays open for ${rejection.itemIds.join(', ')}.`
    case 'NoOpenCase':
      return `There is no open case ${rejection.cycle}.`
    default:
      return explainMark(rejection)
  }
}

type MarkRejection = Extract<
  CollectionsRejection,
  {
    type:
      | 'AlreadyDisputed'
      | 'AmountTooLarge'
      | 'ZeroAmount'
      | 'UnknownDispute'
      | 'AlreadyResolved'
      | 'NeverReminded'
      | 'ItemIsDisputed'
      | 'AlreadyHandedOver'
      | 'ConflictingDuplicate'
  }
>

/** The refusals of marks on an item: disputes and hand-overs. */
const explainMark = (rejection: MarkRejection): string => {
  switch (rejection.type) {
    case 'AlreadyDisputed':
      return `Item ${rejection.itemId} is disputed already, as ${rejection.disputeId}.`
    case 'AmountTooLarge':
      return `${rejection.offeredMinor} cannot be disputed on item ${rejection.itemId}: ${rejection.openMinor} minor units are open.`
    case 'ZeroAmount':
      return 'A dispute needs an amount.'
    case 'UnknownDispute':
      return `Dispute ${rejection.disputeId} was never raised.`
    case 'AlreadyResolved':
      return `Dispute ${rejection.disputeId} was resolved before, as ${rejection.outcome}.`
    case 'NeverReminded':
      return `Item ${rejection.itemId} was never reminded of.`
    case 'ItemIsDisputed':
      return `Item ${rejection.itemId} is disputed.`
    case 'AlreadyHandedOver':
      return `Item ${rejection.itemId} was handed over before.`
    case 'ConflictingDuplicate':
      return `The ${rejection.what} ${rejection.id} is recorded with ${wordsOfContent(rejection.recorded)}, and was offered with ${wordsOfContent(rejection.offered)}.`
    default:
      return unreachable(rejection)
  }
}
