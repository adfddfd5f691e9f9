import type { Draft } from 'immer'
import {
  laterDay,
  unreachable,
  type CivilDate,
  type CustomerId,
  type Decimal,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { FailedCondition, ReturnsEvent } from './events.ts'
import type { ReturnConditions, ReturnPolicy } from './policy.ts'
import { wordsOf } from './words.ts'

export type ReturnStatus =
  | 'unknown'
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'received'
  | 'inspected'
  | 'closed'

/** One return, from the wish to its end. */
export interface ReturnCase {
  readonly status: ReturnStatus
  /** The latest day of a step; no step after it is dated before it. */
  readonly since: CivilDate | null
  readonly request: RequestedReturn | null
  readonly sendBy: CivilDate | null
  readonly received: ReadonlyArray<HeldLine>
  readonly failed: ReadonlyArray<FailedCondition>
  /** What each step said, by the type of its event. */
  readonly steps: ReadonlyMap<ReturnsEvent['type'], string>
}
export interface RequestedReturn {
  readonly customerId: CustomerId | null
  readonly orderId: OrderId
  readonly orderedOn: CivilDate
  readonly reason: Text
  readonly lines: ReadonlyArray<HeldLine & { readonly sku: Text }>
  /** What the goods must be like; null where nothing is asked of them. */
  readonly conditions: ReturnConditions | null
  readonly onFailedCondition: ReturnPolicy['onFailedCondition']
}
export interface HeldLine {
  readonly lineId: Text
  readonly quantity: Decimal
}

export const initial = (): ReturnCase => ({
  status: 'unknown',
  since: null,
  request: null,
  sendBy: null,
  received: [],
  failed: [],
  steps: new Map(),
})

const requestOf = (
  event: Extract<ReturnsEvent, { type: 'ReturnRequested' }>,
): Draft<RequestedReturn> => {
  const { customerId, orderId, orderedOn, reason, lines, policy } = event
  const accepted = policy?.reasons.find(({ code }) => code === reason)
  const { unopened, originalPackage } = policy?.conditions ?? {
    unopened: false,
    originalPackage: false,
  }
  return {
    customerId,
    orderId,
    orderedOn,
    reason,
    lines: lines.map(({ lineId, sku, quantity }) => ({ lineId, sku, quantity })),
    conditions: accepted?.conditionsApply === false ? null : { unopened, originalPackage },
    onFailedCondition: { ...(policy?.onFailedCondition ?? { kind: 'refuse' }) },
  }
}

/** Records what happened and checks nothing: a rule here would rewrite history at the next replay. */
export const evolve = (state: Draft<ReturnCase>, event: ReturnsEvent): void => {
  state.steps.set(event.type, wordsOf(event))
  state.since = laterDay(event.effectiveOn, state.since ?? event.effectiveOn)
  switch (event.type) {
    case 'ReturnRequested':
      state.request = requestOf(event)
      state.status = 'requested'
      return
    case 'ReturnApproved':
      state.sendBy = event.sendBy
      state.status = 'approved'
      return
    case 'ReturnRejected':
      state.status = 'rejected'
      return
    case 'ReturnWithdrawn':
      state.status = 'withdrawn'
      return
    case 'ReturnReceived':
      state.received = event.lines.map(({ lineId, quantity }) => ({ lineId, quantity }))
      state.status = 'received'
      return
    case 'ReturnInspected':
      state.failed = [...event.failed]
      state.status = 'inspected'
      return
    case 'CreditDue':
      return
    case 'ReturnClosed':
      state.status = 'closed'
      return
    default:
      return unreachable(event)
  }
}
