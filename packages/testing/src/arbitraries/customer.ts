import * as fc from 'fast-check'
import type { Channel, CustomerCommand } from '@tenure/core/customer'
import { smallPool } from './text.ts'
import { changeIds, civilDay, customerIds, perhapsText } from './words.ts'

const channel: fc.Arbitrary<Channel> = fc.constantFrom('email', 'sms', 'letter', 'call')
const about = { effectiveOn: civilDay, customerId: customerIds(2) }
const change = { ...about, changeId: changeIds(4) }
const person = { ...about, acquisitionSource: perhapsText, name: perhapsText }

/** Commands to few customers, so that they meet; registrations often, since all else needs one. */
export const customerCommand: fc.Arbitrary<CustomerCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('RegisterCustomer' as const), ...person }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('RecordCustomer' as const), ...person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('SetPreferences' as const),
      ...change,
      language: smallPool(3),
      channels: fc.uniqueArray(channel),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('GiveConsent' as const), ...change, channel }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('WithdrawConsent' as const), ...change, channel }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('MergeCustomer' as const),
      ...about,
      into: customerIds(3),
    }),
  },
)
