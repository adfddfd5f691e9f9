import { changeId, creditId, currency, redemptionId } from '@tenure/core/shared'
import { loyaltyOf } from '@tenure/core/policies'
import { redeemableOn } from '@tenure/core/loyalty'
import type { TradeEvent } from '@tenure/core/rooms'
import type { Company } from './company.ts'
import { nextId, type Customer } from './customer.ts'
import { loyaltyRule } from './loyalty-rule.ts'

/** One in four of those who buy in euros joins the programme. */
export const planEnrolment = (company: Company, customer: Customer, today: number): void => {
  const { random, number, customerId, currencies } = customer
  if (currencies[0] !== currency('EUR') || !random.chance(250)) return
  company.agenda.plan(today + random.between(0, 60), async (day) => {
    await company.house.tell(customer, {
      room: 'loyalty',
      command: {
        type: 'EnrolLoyalty',
        effectiveOn: company.days.on(day),
        customerId,
        rule: loyaltyRule,
        changeId: changeId(`member-${number}`),
      },
    })
  })
}

/** Whoever has points for it turns them into credit now and then. */
export const planRedemption = (
  company: Company,
  customer: Customer,
  _event: Extract<TradeEvent, { type: 'PointsEarned' }>,
  today: number,
): void => {
  const { random, customerId } = customer
  if (!random.chance(250)) return
  company.agenda.plan(today + random.between(2, 40), async (day) => {
    const account = loyaltyOf(customer.file.dossier)
    const points = account === undefined ? 0 : redeemableOn(account, company.days.on(day))
    if (points < loyaltyRule.thresholdPoints) return
    await company.house.tell(customer, {
      room: 'loyalty',
      command: {
        type: 'RedeemPoints',
        effectiveOn: company.days.on(day),
        customerId,
        rule: loyaltyRule,
        redemptionId: redemptionId(nextId(customer, 'E')),
        as: { kind: 'storeCredit', creditId: creditId(nextId(customer, 'E')), points },
      },
    })
  })
}
