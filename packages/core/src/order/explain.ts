import { unreachable, whose } from '../shared/index.ts'
import { confirming, ending, fulfilling, placing, quoting } from './explain-words.ts'
import type { OrderRejection } from './rejections.ts'

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: OrderRejection): string => {
  const order = `Order ${rejection.orderId}`
  switch (rejection.type) {
    case 'UnknownOrder':
      return `${order} was never placed.`
    case 'WrongCustomer':
      return `${order} belongs to ${whose(rejection.expected)}, not to ${whose(rejection.offered)}.`
    case 'EmptyOrder':
    case 'OrderAlreadyPlaced':
    case 'TermsUnsound':
    case 'LineUnsound':
    case 'NamedTwice':
    case 'LinesMismatch':
    case 'StagesMismatch':
    case 'TooFewMethods':
    case 'AmountOutOfRange':
    case 'ConflictingDuplicate':
      return placing(order, rejection)
    case 'NoTermsOffered':
    case 'NoAlternative':
    case 'BreakdownMismatch':
    case 'UnknownQuote':
    case 'QuoteExpired':
    case 'TermsAlreadyAccepted':
    case 'OrderIsConfirmed':
      return quoting(order, rejection)
    case 'TermsNotAccepted':
    case 'AccountOnHold':
    case 'AgreementNotSigned':
    case 'ChecklistIncomplete':
    case 'MethodNotAllowed':
    case 'CreditNotReserved':
    case 'CreditDecisionExpired':
      return confirming(order, rejection)
    case 'OrderNotConfirmed':
    case 'AlreadyShipped':
    case 'EmptyShipment':
    case 'UnknownLine':
    case 'ShippedAboveOrdered':
    case 'ShipmentDiffers':
    case 'NotShipped':
    case 'NotDelivered':
    case 'UnknownMilestone':
    case 'MilestoneNotStarted':
    case 'MilestoneNotCompleted':
    case 'StageUnpaid':
    case 'StageAccepted':
      return fulfilling(order, rejection)
    case 'OrderIsCancelled':
    case 'OrderIsClosed':
    case 'OrderNotEnded':
    case 'ConflictingChange':
      return ending(order, rejection)
    default:
      return unreachable(rejection)
  }
}
