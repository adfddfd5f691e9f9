import * as fc from 'fast-check'
import type { TradeCommand } from '@tenure/core/rooms'
import { agreementCommand } from '../arbitraries/agreement.ts'
import { churnCommand } from '../arbitraries/churn.ts'
import { customerCommand } from '../arbitraries/customer.ts'
import { engagementCommand } from '../arbitraries/engagement.ts'
import { financingCommand } from '../arbitraries/financing.ts'
import { loyaltyCommand } from '../arbitraries/loyalty.ts'
import { returnsCommand } from '../arbitraries/returns.ts'
import { subscriptionCommand } from '../arbitraries/subscription.ts'
import { supportCommand } from '../arbitraries/support.ts'

/** What the rooms beside the money hear: commands of every kind that hardly hang together. */
export const elsewhere: fc.Arbitrary<TradeCommand> = fc.oneof(
  {
    weight: 1,
    arbitrary: agreementCommand.map((command): TradeCommand => ({ room: 'agreement', command })),
  },
  {
    weight: 1,
    arbitrary: churnCommand.map((command): TradeCommand => ({ room: 'churn', command })),
  },
  {
    weight: 2,
    arbitrary: customerCommand
      .filter(({ type }) => type !== 'MergeCustomer')
      .map((command): TradeCommand => ({ room: 'customer', command })),
  },
  {
    weight: 1,
    arbitrary: engagementCommand.map((command): TradeCommand => ({ room: 'engagement', command })),
  },
  {
    weight: 1,
    arbitrary: financingCommand.map((command): TradeCommand => ({ room: 'financing', command })),
  },
  {
    weight: 6,
    arbitrary: loyaltyCommand.map((command): TradeCommand => ({ room: 'loyalty', command })),
  },
  {
    weight: 3,
    arbitrary: returnsCommand.map((command): TradeCommand => ({ room: 'returns', command })),
  },
  {
    weight: 5,
    arbitrary: subscriptionCommand.map((command): TradeCommand => ({
      room: 'subscription',
      command,
    })),
  },
  {
    weight: 1,
    arbitrary: supportCommand.map((command): TradeCommand => ({ room: 'support', command })),
  },
)
