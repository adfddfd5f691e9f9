import type { TradeCommand } from '@tenure/core/rooms'
import {
  addDays,
  changeId,
  minorUnits,
  text,
  type CivilDate,
  type CustomerId,
} from '@tenure/core/shared'
import { currencyOfLife } from './moment.ts'
import { pointsOfLife } from './rules.ts'

const beginningOf = (on: CivilDate, customerId: CustomerId): ReadonlyArray<TradeCommand> => {
  const about = { effectiveOn: on, customerId }
  const limit = {
    changeId: changeId('first limit'),
    currency: currencyOfLife,
    limitMinor: minorUnits(200_000),
    validUntil: addDays(on, 400),
  }
  return [
    {
      room: 'customer',
      command: {
        type: 'RegisterCustomer',
        ...about,
        acquisitionSource: null,
        name: text('Ada Lovelace'),
      },
    },
    ...(['email', 'letter'] as const).map((channel): TradeCommand => ({
      room: 'customer',
      command: { type: 'GiveConsent', ...about, changeId: changeId(`consent ${channel}`), channel },
    })),
    { room: 'credit', command: { type: 'RecordCreditDecision', ...about, ...limit } },
    {
      room: 'loyalty',
      command: { type: 'EnrolLoyalty', ...about, changeId: changeId('joined'), rule: pointsOfLife },
    },
  ]
}

/** How every life begins: customers who may be written to, with a limit. */
export const beginnings = (
  on: CivilDate,
  customers: ReadonlyArray<CustomerId>,
): ReadonlyArray<TradeCommand> => customers.flatMap((customerId) => beginningOf(on, customerId))
