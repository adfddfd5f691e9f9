import { customerOrNobody, unreachable } from '../shared/index.ts'
import type {
  CollectionsRejection,
  Content,
  MarkRejection,
  StepRejection,
  WhyNothing,
} from './rejections.ts'

const wordsOfWhy = (why: WhyNothing): string => {
  switch (why) {
    case 'disputed':
      return 'all of it is disputed'
    case 'belowMinimum':
      return 'the sum is below the minimum of the policy'
    case 'handedOver':
      return 'all of it is with an agency'
    case 'collectionPending':
      return 'it is being collected by mandate'
    case 'refund':
      return 'the money is going back'
    case 'cancelled':
      return 'what it was for was called off'
    case 'hardship':
      return 'fees rest while the customer is in hardship'
    default:
      return unreachable(why)
  }
}

const wordsOfContent = ({ itemId, amountMinor }: Content): string => {
  const words = [
    amountMinor === null ? [] : [`${amountMinor} minor units`],
    itemId === null ? [] : [`item ${itemId}`],
  ].flat()
  return words.join(' of ')
}

/** One sentence for a log, with what explains the refusal. */
export const explain = (rejection: CollectionsRejection): string => {
  switch (rejection.type) {
    case 'WrongCustomer':
      return `These are the debts of ${customerOrNobody(rejection.expected)}, not of ${customerOrNobody(rejection.offered)}.`
    case 'WrongCurrency':
      return `These debts are in ${rejection.expected}, not in ${rejection.offered}.`
    case 'AmountOutOfRange':
      return `The lines come to ${rejection.amountMinor} minor units, too much to be summed exactly.`
    case 'NothingOverdue':
    case 'UnknownStep':
    case 'NotDue':
    case 'TooSoon':
    case 'NotTheNextStep':
    case 'Paused':
    case 'NothingToAsk':
    case 'AwaitsPerson':
    case 'StepNotSent':
    case 'StillOverdue':
    case 'NoOpenCase':
    case 'NoSuspensionDue':
    case 'AlreadySuspended':
    case 'NotSuspended':
      return explainStep(rejection)
    default:
      return explainMark(rejection)
  }
}

const explainStep = (rejection: StepRejection): string => {
  switch (rejection.type) {
    case 'NothingOverdue':
      return 'Nothing is overdue.'
    case 'UnknownStep':
      return `The policy has no step ${rejection.stepId}.`
    case 'NotDue':
      return `Step ${rejection.stepId} is not due before ${rejection.dueFrom}.`
    case 'TooSoon':
      return `Step ${rejection.stepId} is too soon after what went before: not before ${rejection.notBefore}.`
    case 'NotTheNextStep':
      return `Step ${rejection.stepId} is not next: ${rejection.next === null ? 'no step is left' : `that is ${rejection.next}`}.`
    case 'Paused':
      return `Step ${rejection.stepId} waits to the end of ${rejection.untilOn}: ${rejection.why === 'pause' ? 'reminders are paused' : 'a promise to pay stands'}.`
    case 'NothingToAsk':
      return `Step ${rejection.stepId} has nothing to ask for: ${wordsOfWhy(rejection.why)}.`
    case 'AwaitsPerson':
      return `Step ${rejection.stepId} waits for a person: no channel is left.`
    case 'StepNotSent':
      return `Step ${rejection.stepId} of case ${rejection.cycle} was not sent that way.`
    case 'StillOverdue':
      return `The case stays open for ${rejection.itemIds.join(', ')}.`
    case 'NoOpenCase':
      return `There is no open case ${rejection.cycle}.`
    case 'NoSuspensionDue':
      return 'No step that suspends was taken.'
    case 'AlreadySuspended':
      return 'The service is suspended already.'
    case 'NotSuspended':
      return 'The service is not suspended.'
    default:
      return unreachable(rejection)
  }
}

/** The refusals of marks on an item, and of agreements. */
const explainMark = (rejection: MarkRejection): string => {
  switch (rejection.type) {
    case 'AlreadyDisputed':
      return `Item ${rejection.itemId} is disputed already, as ${rejection.disputeId}.`
    case 'AmountTooLarge':
      return `${rejection.offeredMinor} is too much${rejection.itemId === null ? '' : ` for item ${rejection.itemId}`}: ${rejection.openMinor} minor units are open.`
    case 'ZeroAmount':
      return 'Nothing is no amount to speak of.'
    case 'UnknownDispute':
      return `Dispute ${rejection.disputeId} was never raised.`
    case 'AlreadyResolved':
      return `Dispute ${rejection.disputeId} was resolved before, as ${rejection.outcome}.`
    case 'NeverReminded':
      return `Item ${rejection.itemId} was never reminded of.`
    case 'ItemIsDisputed':
      return `Item ${rejection.itemId} is disputed.`
    case 'AlreadyHandedOver':
      return `Item ${rejection.itemId} was handed over before.`
    case 'UnknownPromise':
      return `Promise ${rejection.promiseId} was never made.`
    case 'PromiseStands':
      return `Promise ${rejection.promiseId} stands to the end of ${rejection.untilOn}.`
    case 'PromiseAlreadyJudged':
      return `Promise ${rejection.promiseId} was judged before: ${rejection.outcome}.`
    case 'TooManyPromises':
      return `The rule allows ${rejection.allowed} promises in a case.`
    case 'TooManyExtensions':
      return `The rule allows item ${rejection.itemId} ${rejection.allowed} extensions.`
    case 'DayOutOfRange':
      return `${rejection.offeredOn} lies outside ${rejection.earliestOn} to ${rejection.latestOn}.`
    case 'UnknownPause':
      return `No pause began with ${rejection.changeId}.`
    case 'UnknownHardship':
      return `No hardship was agreed with ${rejection.changeId}.`
    case 'ConflictingDuplicate':
      if (rejection.what === 'change')
        return `The change ${rejection.id} is recorded with other content.`
      return `The ${rejection.what} ${rejection.id} is recorded with ${wordsOfContent(rejection.recorded)}, and was offered with ${wordsOfContent(rejection.offered)}.`
    default:
      return unreachable(rejection)
  }
}
