import { agreementRoom } from './agreement/index.ts'
import { churnRoom } from './churn/index.ts'
import { collectionsRoom } from './collections/index.ts'
import { creditRoom } from './credit/index.ts'
import { customerRoom } from './customer/index.ts'
import { disputeRoom } from './dispute/index.ts'
import { engagementRoom } from './engagement/index.ts'
import { financingRoom } from './financing/index.ts'
import { invoiceRoom } from './invoice/index.ts'
import { loyaltyRoom } from './loyalty/index.ts'
import { orderRoom } from './order/index.ts'
import { receivablesRoom } from './receivables/index.ts'
import { returnsRoom } from './returns/index.ts'
import type { Room } from './shared/index.ts'
import { subscriptionRoom } from './subscription/index.ts'
import { supportRoom } from './support/index.ts'

/** Every room of the trade, by the category of its streams. */
export const rooms = {
  agreement: agreementRoom,
  churn: churnRoom,
  collections: collectionsRoom,
  credit: creditRoom,
  customer: customerRoom,
  dispute: disputeRoom,
  engagement: engagementRoom,
  financing: financingRoom,
  invoice: invoiceRoom,
  loyalty: loyaltyRoom,
  order: orderRoom,
  receivables: receivablesRoom,
  returns: returnsRoom,
  subscription: subscriptionRoom,
  support: supportRoom,
} as const

export type Rooms = typeof rooms
export type RoomName = keyof Rooms

type Parts<R> =
  R extends Room<infer Command, infer Event, infer State, infer Rejection>
    ? {
        readonly command: Command
        readonly event: Event
        readonly state: State
        readonly rejection: Rejection
      }
    : never

export type CommandOf<N extends RoomName> = Parts<Rooms[N]>['command']
export type EventOf<N extends RoomName> = Parts<Rooms[N]>['event']
export type StateOf<N extends RoomName> = Parts<Rooms[N]>['state']
export type RejectionOf<N extends RoomName> = Parts<Rooms[N]>['rejection']

/** Any event of the trade. */
export type TradeEvent = EventOf<RoomName>
/** Any command, with the room that decides on it. */
export type TradeCommand = {
  readonly [N in RoomName]: { readonly room: N; readonly command: CommandOf<N> }
}[RoomName]
