import * as fc from 'fast-check'
import type { Channel, CustomerCommand } from '@tenure/core/customer'
import { smallPool } from './text.ts'
import { changeIds, civilDay, customerIds, perhapsText } from './words.ts'

/** Every way to reach a customer. */
export const everyChannel: ReadonlyArray<Channel> = [
  'email',
  'sms',
  'messenger',
  'letter',
  'call',
  'meeting',
]
export const channel: fc.Arbitrary<Channel> = fc.constantFrom(...everyChannel)
const about = { effectiveOn: civilDay, customerId: customerIds(1) }
const change = { ...about, changeId: changeIds(10) }
const person = { ...about, acquisitionSource: perhapsText, name: perhapsText }
const method = { ...change, methodId: smallPool(1, 'm') }
const perhapsDay = fc.option(civilDay, { nil: null })
const named = <T extends string>(type: T) => ({ type: fc.constant(type) })

const registration: fc.Arbitrary<CustomerCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...named('RegisterCustomer'), ...person }) },
  { weight: 2, arbitrary: fc.record({ ...named('RecordCustomer'), ...person }) },
  {
    weight: 1,
    arbitrary: fc.record({ ...named('MergeCustomer'), ...about, into: customerIds(3) }),
  },
)
const words: fc.Arbitrary<CustomerCommand> = fc.oneof(
  fc.record({
    ...named('SetPreferences'),
    ...change,
    language: smallPool(3),
    channels: fc.uniqueArray(channel),
    methodIds: fc.uniqueArray(smallPool(3, 'm')),
  }),
  fc.record({ ...named('GiveConsent'), ...change, channel }),
  fc.record({ ...named('WithdrawConsent'), ...change, channel }),
)
const methods: fc.Arbitrary<CustomerCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      ...named('AddMethod'),
      ...method,
      method: smallPool(3),
      expiresOn: perhapsDay,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ...named('RenewMethod'), ...method, expiresOn: perhapsDay }),
  },
  { weight: 2, arbitrary: fc.record({ ...named('RemoveMethod'), ...method }) },
  { weight: 2, arbitrary: fc.record({ ...named('ExpireMethod'), ...method }) },
)
const contact = { ...change, contactId: smallPool(2, 'k') }
const contacts: fc.Arbitrary<CustomerCommand> = fc.oneof(
  fc.record({
    ...named('AddContact'),
    ...contact,
    role: fc.constantFrom('owner', 'payer', 'recipient', 'endBuyer', 'technical'),
    channel,
    address: smallPool(3),
  }),
  fc.record({ ...named('RemoveContact'), ...contact }),
)
const hardship: fc.Arbitrary<CustomerCommand> = fc.oneof(
  fc.record({
    ...named('ReportHardship'),
    ...change,
    reason: perhapsText,
    until: fc.option(civilDay, { nil: null, freq: 2 }),
  }),
  fc.record({ ...named('EndHardshipReport'), ...change }),
)

/** Commands to few customers, so that they meet; registrations often, since all else needs one. */
export const customerCommand: fc.Arbitrary<CustomerCommand> = fc.oneof(
  { weight: 2, arbitrary: registration },
  { weight: 3, arbitrary: words },
  { weight: 3, arbitrary: methods },
  { weight: 2, arbitrary: contacts },
  { weight: 2, arbitrary: hardship },
)
