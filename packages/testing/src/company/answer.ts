import type { TradeEvent } from '@tenure/core/rooms'
import { planCall } from './asking.ts'
import type { Company } from './company.ts'
import type { Customer } from './customer.ts'
import { planFulfilment, planRefusal } from './fulfilling.ts'
import { planGivingUp, planRecovery } from './giving-up.ts'
import { planBill, planDelivery, planNewDueDay } from './invoices.ts'
import { planPayBack } from './leftovers.ts'
import { planRedemption } from './rewarding.ts'
import { planWaiving } from './waiving.ts'

/**
 * What customers, the warehouse, the post and the people of the house make of a fact. They plan for later,
 * and do nothing at once: what the house does by itself comes from its policies.
 */
export const answer = (
  company: Company,
  customer: Customer,
  event: TradeEvent,
  today: number,
): void => {
  switch (event.type) {
    case 'CreditRefused':
      return planRefusal(company, customer, event.orderId, today)
    case 'OrderConfirmed':
      return planFulfilment(company, customer, event.orderId, today)
    case 'InvoiceIssued':
      return planDelivery(company, customer, event, today)
    case 'ItemOpened':
      return planBill(company, customer, event)
    case 'DueDateFixed':
      return planNewDueDay(company, customer, event)
    case 'CreditBalanceIncreased':
      return planPayBack(company, customer, event, today)
    case 'LateFeeAssessed':
      return planWaiving(company, customer, event, today)
    case 'ItemHandedOver':
      return planGivingUp(company, customer, event, today)
    case 'ItemWrittenOff':
      return planRecovery(company, customer, event, today)
    case 'ReminderSent':
      return planCall(company, customer, event, today)
    case 'PointsEarned':
      return planRedemption(company, customer, event, today)
    default:
      return
  }
}
