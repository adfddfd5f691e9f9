import { unreachable } from '../shared/index.ts'
import type { CreditCommand } from './commands.ts'
import type { CreditEvent } from './events.ts'
import type { CreditBasis } from './values.ts'

// What a change says in a few words: the same for the command that asks for it and the event that records
// it, so that a repetition is recognised and a conflict can be named. Ids are quoted: they may hold anything.

const say = (...parts: ReadonlyArray<string | number | null>): string =>
  parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : String(part))).join(' ')

const request = (
  { policyId, policyVersion, score }: Pick<CreditBasis, 'policyId' | 'policyVersion' | 'score'>,
  currency: string,
): string => `credit asked for: ${say(policyId, policyVersion, score, currency)}`
const decision = (limitMinor: number, currency: string, until: string): string =>
  `credit of ${say(limitMinor, currency, until)}`
const reservation = (orderId: string, amountMinor: number, currency: string): string =>
  `reservation of ${say(amountMinor, currency, orderId)}`
const consumption = (orderId: string, itemId: string, amount: number, currency: string): string =>
  `bill of ${say(amount, currency, orderId, itemId)}`

export const wordsOfCommand = (command: CreditCommand): string => {
  switch (command.type) {
    case 'RequestCredit': {
      const { policyId, version: policyVersion } = command.policy
      return request({ policyId, policyVersion, score: command.score }, command.currency)
    }
    case 'RecordCreditDecision':
      return decision(command.limitMinor, command.currency, command.validUntil)
    case 'ReserveCredit':
      return reservation(command.orderId, command.amountMinor, command.currency)
    case 'ReleaseCredit':
      return `release of ${say(command.orderId)}`
    case 'ExpireReservation':
      return `expiry of ${say(command.orderId)}`
    case 'ConsumeCredit':
      return consumption(command.orderId, command.itemId, command.amountMinor, command.currency)
    case 'RestoreCredit':
      return `${command.cause}: ${say(command.settledMinor, command.currency, command.itemId)}`
    case 'RecordExposure':
      return `${command.cause}: ${say(command.amountMinor, command.currency, command.itemId)}`
    case 'ChangeLimit':
      return `limit of ${say(command.limitMinor, command.currency)}`
    case 'PlaceHold':
      return `hold for ${command.reason}`
    case 'LiftHold':
      return `end of hold ${say(command.holdId)}`
    case 'SuspectFraud':
      return `fraud suspected: ${say(command.suspicion)}`
    case 'GrantOverride':
      return `override until ${say(command.until, command.upToMinor, command.grantedBy)}`
    case 'ProvideReference':
      return `reference ${say(command.kind)}`
    case 'AssessRisk':
      return `flag by ${say(command.rule.ruleId, command.rule.version)}`
    case 'RequestReview':
      return `review: ${say(command.reason)}`
    case 'CompleteReview':
      return `end of review ${say(command.reviewId)}: ${command.conclusion}`
    default:
      return unreachable(command)
  }
}

export const wordsOfEvent = (event: CreditEvent): string => {
  switch (event.type) {
    case 'CreditApproved':
      return event.basis === null
        ? decision(event.limitMinor, event.currency, event.validUntil)
        : request(event.basis, event.currency)
    case 'CreditDeclined':
      return request(event.basis, event.currency)
    case 'CreditReserved':
    case 'CreditRefused':
      return reservation(event.orderId, event.amountMinor, event.currency)
    case 'CreditReservationReleased':
      return `release of ${say(event.orderId)}`
    case 'CreditReservationExpired':
      return `expiry of ${say(event.orderId)}`
    case 'CreditConsumed': {
      const billedMinor = event.amountMinor + event.beyondMinor
      return consumption(event.orderId, event.itemId, billedMinor, event.currency)
    }
    case 'CreditRestored':
      return `${event.cause}: ${say(event.settledMinor, event.currency, event.itemId)}`
    case 'ExposureRaised':
      return `${event.cause}: ${say(event.amountMinor, event.currency, event.itemId)}`
    case 'CreditLimitChanged':
      return `limit of ${say(event.limitMinor, event.currency)}`
    case 'CreditHoldPlaced':
      return `hold for ${event.reason}`
    case 'CreditHoldLifted':
      return `end of hold ${say(event.holdId)}`
    case 'FraudSuspected':
      return `fraud suspected: ${say(event.suspicion)}`
    case 'CreditOverrideGranted':
      return `override until ${say(event.until, event.upToMinor, event.grantedBy)}`
    case 'ReferenceProvided':
      return `reference ${say(event.kind)}`
    case 'RiskFlagRaised':
      return `flag by ${say(event.ruleId, event.ruleVersion)}`
    case 'CreditReviewRequested':
      return `review: ${say(event.reason)}`
    case 'CreditReviewCompleted':
      return `end of review ${say(event.reviewId)}: ${event.conclusion}`
    default:
      return unreachable(event)
  }
}
