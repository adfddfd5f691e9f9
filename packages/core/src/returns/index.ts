import { define } from '../shared/event.ts'
import type { EventDefinition, Room } from '../shared/index.ts'
import type { ReturnsCommand } from './commands.ts'
import { decide } from './decide/index.ts'
import {
  CreditDue,
  ReturnApproved,
  ReturnClosed,
  ReturnInspected,
  ReturnReceived,
  ReturnRejected,
  ReturnRequested,
  ReturnWithdrawn,
  type ReturnsEvent,
} from './events.ts'
import { explain, type ReturnsRejection } from './rejections.ts'
import { evolve, initial, type ReturnCase } from './state.ts'

export {
  CreditDue,
  CreditLine,
  FailedCondition,
  GoodsCondition,
  ReturnApproved,
  ReturnClosed,
  ReturnedLine,
  ReturnInspected,
  ReturnLine,
  ReturnReceived,
  ReturnRejected,
  ReturnRequested,
  ReturnsEvent,
  ReturnWithdrawn,
} from './events.ts'
export {
  type ApproveReturn,
  type ChargedLine,
  type CloseReturn,
  type DeliveredLine,
  type InspectGoods,
  type ReceiveGoods,
  type RecordReturnedGoods,
  type RejectReturn,
  type RequestReturn,
  type ReturnsCommand,
  type WithdrawReturn,
} from './commands.ts'
export { creditLine } from './credit-line.ts'
export { loadReturnPolicy } from './load-policy.ts'
export { ReturnConditions, ReturnPolicy, ReturnReason } from './policy.ts'
export {
  reduceSchedule,
  splitCredit,
  type CreditSplit,
  type Reduction,
  type ReductionOrder,
} from './reduce-schedule.ts'
export { type ReturnsRejection } from './rejections.ts'
export { type RequestedReturn, type ReturnCase, type ReturnStatus } from './state.ts'

export const returnsEvents: ReadonlyArray<EventDefinition> = [
  define(ReturnRequested),
  define(ReturnApproved),
  define(ReturnRejected),
  define(ReturnWithdrawn),
  define(ReturnReceived),
  define(ReturnInspected),
  define(CreditDue),
  define(ReturnClosed),
]

/** Goods that come back, from the customer's wish to the credit note that is due. One stream a return. */
export const returnsRoom: Room<ReturnsCommand, ReturnsEvent, ReturnCase, ReturnsRejection> = {
  category: 'returns',
  decider: { initial, decide, evolve },
  events: returnsEvents,
  streamOf: ({ returnId }) => `returns-${returnId}`,
  doorOf: ({ type }) => (type === 'RecordReturnedGoods' ? 'record' : 'ask'),
  explain,
}
