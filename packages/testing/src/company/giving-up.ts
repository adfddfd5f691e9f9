import { minorUnits, paymentId, text, writeOffId } from '@tenure/core/shared'
import { toNone } from '@tenure/core/receivables'
import type { TradeEvent } from '@tenure/core/rooms'
import { openOn } from './bill.ts'
import { post, type Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'

const agencyDays = 55

/** Somebody gives up what the agency has not collected in so many days. */
export const planGivingUp = (
  company: Company,
  customer: Customer,
  { currency, itemId }: Extract<TradeEvent, { type: 'ItemHandedOver' }>,
  today: number,
): void =>
  company.agenda.plan(today + agencyDays, async (day) => {
    if (openOn(customer, itemId) === 0) return
    await post(company, customer, {
      type: 'WriteOff',
      effectiveOn: company.days.on(day),
      customerId: customer.customerId,
      currency,
      writeOffId: writeOffId(nextId(customer, 'L')),
      itemId,
      reason: text('uncollectable'),
    })
  })

/** Of some that were written off the agency collects something after all. */
export const planRecovery = (
  company: Company,
  customer: Customer,
  written: Extract<TradeEvent, { type: 'ItemWrittenOff' }>,
  today: number,
): void => {
  const { customerId, random } = customer
  const { kind, currency, amountMinor: lostMinor } = written
  if (kind !== 'badDebt' || !random.chance(350)) return
  company.agenda.plan(today + random.between(10, 70), async (day) => {
    const about = { effectiveOn: company.days.on(day), customerId, currency }
    const received = paymentId(nextId(customer, 'P'))
    await post(company, customer, {
      type: 'ReceivePayment',
      ...about,
      paymentId: received,
      amountMinor: minorUnits(Math.ceil((lostMinor * random.between(3, 10)) / 10)),
      method: text('agency'),
      initiatedOn: null,
      settledOn: null,
      allocation: toNone,
    })
    await post(
      company,
      customer,
      {
        type: 'RecoverWriteOff',
        ...about,
        writeOffId: written.writeOffId,
        paymentId: received,
      },
      ['NothingToRecover', 'NothingUnapplied'],
    )
  })
}
