import { unreachable } from '../../shared/index.ts'
import type { CreditCommand } from '../commands.ts'
import type { CreditAccount } from '../state.ts'
import { answered, otherCurrency, type Decision } from './decision.ts'
import { liftHold, placeHold, suspectFraud } from './hold.ts'
import { changeLimit, grantOverride } from './limit.ts'
import { expire, release } from './release.ts'
import { recordDecision, request } from './request.ts'
import { reserve } from './reserve.ts'
import { assessRisk, completeReview, provideReference, requestReview } from './review.ts'
import { consume, expose, restore } from './use.ts'

/** Every command names its change: what was recorded under it is answered first, in every case. */
export const decide =
  (command: CreditCommand) =>
  (account: CreditAccount): Decision =>
    answered(command, account) ?? otherCurrency(command, account) ?? decideNew(command, account)

const decideNew = (command: CreditCommand, account: CreditAccount): Decision => {
  switch (command.type) {
    case 'RequestCredit':
      return request(command, account)
    case 'ReserveCredit':
      return reserve(command, account)
    case 'ReleaseCredit':
      return release(command, account)
    case 'ExpireReservation':
      return expire(command, account)
    case 'ConsumeCredit':
      return consume(command, account)
    case 'RestoreCredit':
      return restore(command, account)
    case 'ChangeLimit':
      return changeLimit(command, account)
    case 'PlaceHold':
      return placeHold(command)
    case 'LiftHold':
      return liftHold(command, account)
    case 'SuspectFraud':
      return suspectFraud(command)
    case 'GrantOverride':
      return grantOverride(command)
    case 'ProvideReference':
      return provideReference(command)
    case 'AssessRisk':
      return assessRisk(command, account)
    case 'RequestReview':
      return requestReview(command)
    case 'CompleteReview':
      return completeReview(command, account)
    case 'RecordCreditDecision':
      return recordDecision(command)
    case 'RecordExposure':
      return expose(command, account)
    default:
      return unreachable(command)
  }
}
