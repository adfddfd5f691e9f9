import * as fc from 'fast-check'
import { orderId, ticketId } from '@tenure/core/shared'
import type { SupportCommand } from '@tenure/core/support'
import { smallPool } from './text.ts'
import { changeIds, civilDay, customerIds, perhapsText } from './words.ts'

const about = {
  effectiveOn: civilDay,
  customerId: fc.oneof(
    { weight: 8, arbitrary: customerIds(1) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  ticketId: smallPool(2, 't').map(ticketId),
  changeId: changeIds(8),
}
const question = {
  topic: fc.constantFrom('paymentTrouble' as const, 'refund' as const, 'other' as const),
  category: fc.constantFrom('question' as const, 'suggestion' as const, 'complaint' as const),
  channel: fc.constantFrom('email' as const, 'call' as const, 'portal' as const),
  party: fc.constantFrom('customer' as const, 'endBuyer' as const),
  orderId: fc.option(smallPool(2, 'o').map(orderId), { nil: null }),
  words: perhapsText,
}
const end = {
  resolved: fc.boolean(),
  refund: fc.constantFrom('notAsked' as const, 'avoided' as const, 'granted' as const),
}
const named = <T extends string>(type: T) => ({ type: fc.constant(type) })

/** Commands to few tickets, with few steps' ids, so that repetitions and conflicts come about. */
export const supportCommand: fc.Arbitrary<SupportCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ...named('OpenTicket'), ...about, ...question }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...named('AnswerTicket'),
      ...about,
      by: fc.constantFrom('automatic' as const, 'person' as const),
      afterMinutes: fc.option(fc.nat({ max: 2000 }), { nil: null }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...named('EscalateTicket'),
      ...about,
      toLevel: fc.constantFrom(0, 1, 2, 3, 2.5),
      unit: smallPool(3),
      reason: perhapsText,
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...named('CloseTicket'), ...about, ...end }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...named('ReopenTicket'), ...about, reason: perhapsText }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...named('RecordTicket'),
      ...about,
      ...question,
      ...end,
      closeChangeId: changeIds(8),
      closedOn: civilDay,
    }),
  },
)
