import { explainTermsFault, unreachable, whose, type Text } from '../shared/index.ts'
import { explainLineFault } from './line-fault.ts'
import type {
  ConfirmationRejection,
  EndingRejection,
  FulfilmentRejection,
  OrderContent,
  PlacingRejection,
  QuoteRejection,
} from './rejections.ts'

const listed = (names: ReadonlyArray<Text>): string => names.join(', ')
const named = (name: string | null): string => name ?? 'none'

const wordsOfContent = ({ netMinor, currency, customerId }: OrderContent): string =>
  `${netMinor} minor units of ${currency} by ${whose(customerId)}`

export const placing = (order: string, rejection: PlacingRejection): string => {
  switch (rejection.type) {
    case 'EmptyOrder':
      return `${order} has no lines.`
    case 'OrderAlreadyPlaced':
      return `${order} was placed before, on other terms.`
    case 'TermsUnsound':
      return `${order} cannot stand on these terms: ${explainTermsFault(rejection.fault)}.`
    case 'LineUnsound':
      return `Line ${rejection.lineId} of ${order} is wrong: ${explainLineFault(rejection.fault)}.`
    case 'NamedTwice':
      return `${order} has two lines or stages named ${rejection.name}.`
    case 'LinesMismatch':
      return `${order} says ${rejection.netMinor}, and its lines come to ${rejection.linesMinor}.`
    case 'StagesMismatch':
      return `${order} comes to ${rejection.netMinor}, and its stages to ${rejection.stagesMinor}.`
    case 'TooFewMethods':
      return `${order} offers fewer than two ways to pay: ${named(listed(rejection.offered))}.`
    case 'AmountOutOfRange':
      return `${order} comes to ${rejection.amountMinor} minor units, too much to be summed exactly.`
    case 'ConflictingDuplicate':
      return `${order} is recorded with ${wordsOfContent(rejection.recorded)}, and was offered with ${wordsOfContent(rejection.offered)}.`
    default:
      return unreachable(rejection)
  }
}

export const quoting = (order: string, rejection: QuoteRejection): string => {
  switch (rejection.type) {
    case 'NoTermsOffered':
      return `No plan was offered for ${order}.`
    case 'NoAlternative':
      return `The buyer of ${order} may choose, and there is one plan only.`
    case 'BreakdownMismatch':
      return `${order} comes to ${rejection.netMinor} net, and was quoted with ${rejection.quotedMinor}.`
    case 'UnknownQuote':
      return `${order} was never quoted as ${rejection.quoteHash}.`
    case 'QuoteExpired':
      return `The quote for ${order} held until ${rejection.validUntil}.`
    case 'TermsAlreadyAccepted':
      return `The plan ${rejection.acceptedHash} was accepted for ${order}; another one needs another quote.`
    case 'OrderIsConfirmed':
      return `${order} is confirmed: its terms stand.`
    default:
      return unreachable(rejection)
  }
}

export const confirming = (order: string, rejection: ConfirmationRejection): string => {
  switch (rejection.type) {
    case 'TermsNotAccepted':
      return `${order} was to be confirmed on the plan ${named(rejection.quoteHash)}, and accepted was ${named(rejection.acceptedHash)}.`
    case 'AccountOnHold':
      return `${order} waits: the account is held since ${rejection.since} (${rejection.reason}).`
    case 'AgreementNotSigned':
      return `${order} of ${rejection.totalMinor} needs a signed agreement, as all from ${rejection.thresholdMinor} on.`
    case 'ChecklistIncomplete':
      return `${order} lacks ${listed(rejection.missing)}.`
    case 'MethodNotAllowed':
      return `${order} cannot be paid by ${named(rejection.method)}, only by ${named(listed(rejection.allowed))}.`
    case 'CreditNotReserved':
      return `${order} needs credit of ${rejection.neededMinor}, and ${rejection.reservedMinor} are reserved.`
    case 'CreditDecisionExpired':
      return `The credit decision for ${order} is too old: it held until ${named(rejection.validUntil)}.`
    default:
      return unreachable(rejection)
  }
}

export const fulfilling = (order: string, rejection: FulfilmentRejection): string => {
  switch (rejection.type) {
    case 'OrderNotConfirmed':
      return `${order} is not confirmed yet.`
    case 'AlreadyShipped':
      return `${order} left the house already: ${listed(rejection.shipmentIds)}.`
    case 'EmptyShipment':
      return `Shipment ${rejection.shipmentId} of ${order} holds nothing.`
    case 'UnknownLine':
      return `${order} has no line ${rejection.lineId}.`
    case 'ShippedAboveOrdered':
      return `Line ${rejection.lineId} of ${order} is ${rejection.orderedQuantity}, of which ${rejection.shippedQuantity} left: ${rejection.offeredQuantity} more are too many.`
    case 'ShipmentDiffers':
      return `Shipment ${rejection.shipmentId} of ${order} left with other quantities.`
    case 'NotShipped':
      return `Shipment ${rejection.shipmentId} of ${order} was never shipped.`
    case 'NotDelivered':
      return `Shipment ${rejection.shipmentId} of ${order} has not arrived.`
    case 'UnknownMilestone':
      return `${order} has no milestone ${rejection.milestoneId}.`
    case 'MilestoneNotStarted':
      return `Milestone ${rejection.milestoneId} of ${order} was not started.`
    case 'MilestoneNotCompleted':
      return `Milestone ${rejection.milestoneId} of ${order} is not completed.`
    case 'StageUnpaid':
      return `Milestone ${rejection.milestoneId} of ${order} waits for payment of ${listed(rejection.unpaid)}.`
    case 'StageAccepted':
      return `${order} cannot be cancelled: ${listed(rejection.milestoneIds)} were accepted.`
    default:
      return unreachable(rejection)
  }
}

export const ending = (order: string, rejection: EndingRejection): string => {
  switch (rejection.type) {
    case 'OrderIsCancelled':
      return `${order} was cancelled.`
    case 'OrderIsClosed':
      return `${order} was closed.`
    case 'OrderNotEnded':
      return `${order} goes on: there is nothing to reopen.`
    case 'ConflictingChange':
      return `By the change ${rejection.changeId} ${order} was ${rejection.recorded}.`
    default:
      return unreachable(rejection)
  }
}
