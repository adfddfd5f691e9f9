import type { CivilDate, DisputeId, ItemId, Text } from '../shared/index.ts'

/** Why a command was refused. Callers branch on `type`; `explain` (same room) words it for a log. */
export type CollectionsRejection =
  | { readonly type: 'WrongCustomer' }
  | { readonly type: 'WrongCurrency'; readonly expected: string; readonly offered: string }
  | { readonly type: 'NothingOverdue' }
  | { readonly type: 'UnknownStep'; readonly stepId: Text }
  | { readonly type: 'NotDue'; readonly stepId: Text; readonly dueFrom: CivilDate }
  | { readonly type: 'TooSoon'; readonly stepId: Text; readonly notBefore: CivilDate }
  | { readonly type: 'NotTheNextStep'; readonly stepId: Text; readonly next: Text | null }
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
      readonly type: 'NeverReminded' | 'ItemIsDisputed' | 'AlreadyHandedOver'
      readonly itemId: ItemId
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly what: 'dispute'
      readonly id: string
      readonly recordedMinor: number
      readonly offeredMinor: number
    }
