import type { Currency, OrderId, Text } from '../shared/index.ts'
import type { TermsFault } from '../shared/schedule.ts'

/** Why a command was refused. Callers branch on `type`; `explain` (same room) words it for a log. */
export type OrderRejection =
  | {
      readonly type: 'UnknownOrder' | 'EmptyOrder' | 'OrderNotConfirmed'
      readonly orderId: OrderId
    }
  | { readonly type: 'OrderAlreadyPlaced'; readonly orderId: OrderId }
  | { readonly type: 'TermsUnsound'; readonly orderId: OrderId; readonly fault: TermsFault }
  | { readonly type: 'OrderIsCancelled'; readonly orderId: OrderId }
  | {
      readonly type: 'AlreadyShipped'
      readonly orderId: OrderId
      readonly shipmentIds: ReadonlyArray<Text>
    }
  | { readonly type: 'NotShipped'; readonly orderId: OrderId; readonly shipmentId: Text }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly orderId: OrderId
      readonly recorded: { readonly netMinor: number; readonly currency: Currency }
      readonly offered: { readonly netMinor: number; readonly currency: Currency }
    }
