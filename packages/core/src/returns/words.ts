import {
  unreachable,
  type CreditId,
  type Currency,
  type OrderId,
  type Text,
} from '../shared/index.ts'
import type { GoodsCondition, ReturnLine, ReturnsEvent } from './events.ts'
import type { ReturnPolicy } from './policy.ts'

const linesInWords = (lines: ReadonlyArray<ReturnLine>): string =>
  lines.map(({ lineId, quantity }) => `${quantity} of "${lineId}"`).join(', ')

const conditionInWords = (condition: GoodsCondition | null): string =>
  condition === null
    ? 'in a condition not told'
    : `${condition.opened ? 'opened' : 'unopened'}, ${condition.originalPackage ? 'in its package' : 'without its package'}`

/** What a request says, whatever evidence came with it: a repetition may bring newer evidence. */
export const wordsOfRequest = ({ lines, orderId, reason, declared, policy }: Request): string => {
  const under = policy === null ? 'elsewhere' : `under ${policy.policyId} ${policy.version}`
  return `${linesInWords(lines)} of order ${orderId}, ${reason}, ${conditionInWords(declared)}, ${under}`
}
interface Request {
  readonly lines: ReadonlyArray<ReturnLine>
  readonly orderId: OrderId
  readonly reason: Text
  readonly declared: GoodsCondition | null
  readonly policy: Pick<ReturnPolicy, 'policyId' | 'version'> | null
}

/** What a closing says, whatever amounts the evidence of its day made of it. */
export const wordsOfClosing = ({ creditId, currency, costMinor }: Closing): string =>
  `closed with credit note ${creditId} in ${currency} at a cost of ${costMinor}`
interface Closing {
  readonly creditId: CreditId
  readonly currency: Currency
  readonly costMinor: number
}

/** What an event says, so that a repetition is recognised and a conflict can be named. */
export const wordsOf = (event: ReturnsEvent): string => {
  switch (event.type) {
    case 'ReturnRequested':
      return wordsOfRequest(event)
    case 'ReturnApproved':
      return event.sendBy === null ? 'approved' : `approved, to be sent by ${event.sendBy}`
    case 'ReturnRejected':
      return `rejected: ${event.why}`
    case 'ReturnWithdrawn':
      return `withdrawn: ${event.reason}, ticket ${event.ticketId ?? 'none'}`
    case 'ReturnReceived':
      return `received ${linesInWords(event.lines)}`
    case 'ReturnInspected':
      return `found ${conditionInWords(event.found)}`
    case 'CreditDue':
      return `credit ${event.creditId} of ${event.totalMinor} ${event.currency}`
    case 'ReturnClosed':
      return wordsOfClosing(event)
    default:
      return unreachable(event)
  }
}
