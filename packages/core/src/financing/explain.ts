import { customerOrNobody, unreachable } from '../shared/index.ts'
import type { FinancingRejection } from './rejections.ts'
import type { Ineligible } from './select-partner.ts'

type Of<T extends FinancingRejection['type']> = Extract<FinancingRejection, { type: T }>

const wordsOfWhy = (why: Ineligible): string => {
  switch (why) {
    case 'otherCurrency':
      return 'it deals in another currency'
    case 'belowMinimum':
      return 'that is too little'
    case 'aboveLimit':
      return 'that is too much'
    case 'feeEatsAll':
      return 'its fee would leave nothing'
    default:
      return unreachable(why)
  }
}

const notEligible = (rejection: Of<'NotEligible'>): string =>
  `Partner ${rejection.partnerId} does not take over ${rejection.amountMinor} minor units: ${wordsOfWhy(rejection.why)} ` +
  `(from ${rejection.minAmountMinor} to ${rejection.limitMinor}).`

/** One sentence for a log, with the numbers that explain the refusal. Amounts are minor units. */
export const explain = (rejection: FinancingRejection): string => {
  switch (rejection.type) {
    case 'UnknownFinancing':
      return `Nobody applied for financing ${rejection.financingId}.`
    case 'NotApproved':
      return `Financing ${rejection.financingId} is not approved.`
    case 'WrongCustomer':
      return `Financing ${rejection.financingId} is for ${customerOrNobody(rejection.expected)}, not for ${customerOrNobody(rejection.offered)}.`
    case 'WrongCurrency':
      return `This financing is in ${rejection.expected}, not in ${rejection.offered}.`
    case 'WrongPartner':
      return `This financing is with partner ${rejection.expected}, not with ${rejection.offered}.`
    case 'NotEligible':
      return notEligible(rejection)
    case 'AlreadyDecided':
      return `Financing ${rejection.financingId} was ${rejection.outcome} before.`
    case 'ZeroAmount':
      return 'The amount is nothing.'
    case 'AmountOutOfRange':
      return `A sum of ${rejection.amountMinor} minor units is too large to be exact.`
    case 'AssignedExceedsApproved':
      return `${rejection.offeredMinor} cannot be made over: ${rejection.approvedMinor} were approved and ${rejection.assignedMinor} are with the partner.`
    case 'AlreadyAssigned':
      return `Item ${rejection.itemId} is with the partner already.`
    case 'NotAssigned':
      return rejection.itemId === null
        ? 'Nothing is with the partner.'
        : `Item ${rejection.itemId} is not with the partner.`
    case 'SettledExceedsAssigned':
      return `${rejection.offeredMinor} cannot be settled: ${rejection.assignedMinor} are with the partner and ${rejection.settledMinor} were settled before.`
    case 'ConflictingDuplicate':
      return `What is recorded as "${rejection.recorded}" was offered as "${rejection.offered}".`
    default:
      return explainTerms(rejection)
  }
}

type TermsRejection = Of<
  | 'FeeExceedsAgreed'
  | 'FeeExceedsGross'
  | 'RecourseNotListed'
  | 'RecourseExceedsAssigned'
  | 'UnknownRequest'
  | 'AlreadyAnswered'
  | 'LateEvidence'
  | 'NothingIsLate'
  | 'EvidencePending'
  | 'EvidenceWasProvided'
>

/** The refusals that follow from the partner's terms: fees, recourse and evidence. */
const explainTerms = (rejection: TermsRejection): string => {
  switch (rejection.type) {
    case 'FeeExceedsAgreed':
      return `A fee of ${rejection.offeredMinor} is too high: ${rejection.agreedMinor} were agreed and ${rejection.takenMinor} taken before.`
    case 'FeeExceedsGross':
      return `A fee of ${rejection.feeMinor} is more than the ${rejection.grossMinor} it is taken from.`
    case 'RecourseNotListed':
      return `The partner may not give anything back for ${rejection.reason}: agreed is ${rejection.listed.join(', ') || 'no reason'}.`
    case 'RecourseExceedsAssigned':
      return `${rejection.offeredMinor} of item ${rejection.itemId} cannot be given back: ${rejection.assignedMinor} were made over and ${rejection.returnedMinor} given back before.`
    case 'UnknownRequest':
      return `The partner never asked for evidence ${rejection.requestId}.`
    case 'AlreadyAnswered':
      return `Request ${rejection.requestId} was answered before.`
    case 'LateEvidence':
      return `Request ${rejection.requestId} was to be answered by ${rejection.answerBy}, and the answer is of ${rejection.offeredOn}.`
    case 'NothingIsLate':
      return rejection.answerBy === null
        ? 'No request for evidence waits for an answer.'
        : `The answer is not late before the end of ${rejection.answerBy}.`
    case 'EvidencePending':
      return `Request ${rejection.requestId} may be answered until ${rejection.answerBy}.`
    case 'EvidenceWasProvided':
      return `Request ${rejection.requestId} was answered in time: ${rejection.reason} is no reason any more.`
    default:
      return unreachable(rejection)
  }
}
