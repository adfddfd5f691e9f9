import { unreachable, type ChangeId } from '../shared/index.ts'
import type { SubscriptionCommand } from './commands.ts'
import type { SubscriptionEvent } from './events.ts'
import { priceOf } from './periods.ts'
import type { Plan } from './plan.ts'

// What a change says: the same words for the command and for its event, so that a repetition is told from
// another command under the same id.

const planWords = ({ planId, version }: Plan): string => `${planId} v${version}`
const willing = (voluntary: boolean): string => (voluntary ? 'voluntary' : 'involuntary')
const startWords = (plan: Plan, priceMinor: number): string =>
  `start of ${planWords(plan)} at ${priceMinor}`

/** The words of an event that a command with a `changeId` made; undefined for any other. */
export const wordsOfEvent = (event: SubscriptionEvent): string | undefined => {
  switch (event.type) {
    case 'TrialStarted':
      return `trial of ${planWords(event.plan)}`
    case 'SubscriptionStarted':
      return startWords(event.plan, event.priceMinor)
    case 'TrialConverted':
      return 'conversion'
    case 'TrialConversionMissed':
      return event.reason === 'chargeFailed' ? 'missed conversion' : 'expiry'
    case 'TrialCancelled':
      return `cancellation of a trial, ${willing(event.voluntary)}`
    case 'PlanChangeAgreed':
      return `change to ${planWords(event.plan)}, periodEnd`
    case 'PlanChanged':
      return `change to ${planWords(event.plan)}, ${event.when}`
    case 'SubscriptionPaused':
      return `pause from ${event.from} to ${event.to}`
    case 'SubscriptionResumed':
      return 'resumption'
    case 'SubscriptionSuspended':
      return 'suspension'
    case 'SubscriptionReinstated':
      return 'reinstatement'
    case 'SubscriptionCancelled':
      return `cancellation, ${event.at}, ${willing(event.voluntary)}`
    case 'CancellationWithdrawn':
      return 'withdrawal of the cancellation'
    case 'SubscriptionExpired':
      return 'expiry'
    case 'SubscriptionReactivated':
      return `reactivation with ${planWords(event.plan)}`
    case 'FreePeriodsGranted':
      return `${event.periods} free periods`
    case 'MandateSet':
      return `${event.kind} ${event.methodId} until ${event.expiresOn ?? 'further notice'}`
    case 'MandateExpired':
      return `expiry of method ${event.methodId}`
    case 'ChargeFailed':
      return `failed charge of period ${event.periodIndex}, ${event.decline}`
    case 'SubscriptionZoneMoved':
      return `zone ${event.toZone}`
    case 'SubscriptionRenewed':
    case 'PricePhaseStarted':
    case 'EarlyTerminationCharged':
    case 'RenewalNoticeSent':
      return undefined
    default:
      return unreachable(event)
  }
}

type Change = Extract<SubscriptionCommand, { readonly changeId: ChangeId }>

/** All that a command may have said, the likeliest first; more than one where the state decides which. */
export const wordsOfCommand = (command: Change): readonly [string, ...ReadonlyArray<string>] => {
  switch (command.type) {
    case 'StartSubscription':
      return command.withTrial && command.plan.trialDays > 0
        ? [`trial of ${planWords(command.plan)}`]
        : [startWords(command.plan, priceOf(command.plan, 0))]
    case 'RecordSubscription':
      return [startWords(command.plan, command.priceMinor)]
    case 'ConvertTrial':
      return [command.firstCharge === 'failed' ? 'missed conversion' : 'conversion']
    case 'ChangePlan':
      return [`change to ${planWords(command.plan)}, ${command.when}`]
    case 'PauseSubscription':
      return [`pause from ${command.from} to ${command.to}`]
    case 'ResumeSubscription':
      return ['resumption']
    case 'SuspendSubscription':
      return ['suspension']
    case 'ReinstateSubscription':
      return ['reinstatement']
    case 'CancelSubscription':
      return cancelWords(command.at, command.voluntary)
    case 'RecordSubscriptionEnd':
      return cancelWords('now', command.voluntary)
    case 'WithdrawCancellation':
      return ['withdrawal of the cancellation']
    case 'ExpireSubscription':
      return ['expiry']
    case 'ReactivateSubscription':
      return [`reactivation with ${planWords(command.plan)}`]
    case 'GrantFreePeriods':
      return [`${command.periods} free periods`]
    case 'MoveSubscriptionZone':
      return [`zone ${command.zone}`]
    case 'RecordMandate':
      return [`${command.kind} ${command.methodId} until ${command.expiresOn ?? 'further notice'}`]
    case 'RecordMandateExpiry':
      return [`expiry of method ${command.methodId}`]
    case 'RecordChargeFailure':
      return [`failed charge of period ${command.periodIndex}, ${command.decline}`]
    default:
      return unreachable(command)
  }
}

const cancelWords = (at: string, voluntary: boolean): readonly [string, string] => [
  `cancellation, ${at}, ${willing(voluntary)}`,
  `cancellation of a trial, ${willing(voluntary)}`,
]

/** What a renewal says. */
export const wordsOfRenewal = (period: { from: string; to: string }, priceMinor: number): string =>
  `${period.from} to ${period.to} at ${priceMinor}`
