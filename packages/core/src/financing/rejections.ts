import {
  type ChangeId,
  type CivilDate,
  type Currency,
  type CustomerId,
  type FinancingId,
  type ItemId,
  type PartnerId,
} from '../shared/index.ts'
import type { RecourseReason } from './partner.ts'
import type { Ineligible } from './select-partner.ts'

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type FinancingRejection =
  | {
      readonly type: 'UnknownFinancing' | 'NotApproved'
      readonly financingId: FinancingId
    }
  | {
      readonly type: 'WrongCustomer'
      readonly financingId: FinancingId
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    }
  | { readonly type: 'WrongCurrency'; readonly expected: Currency; readonly offered: Currency }
  | { readonly type: 'WrongPartner'; readonly expected: PartnerId; readonly offered: PartnerId }
  | {
      readonly type: 'NotEligible'
      readonly partnerId: PartnerId
      readonly why: Ineligible
      readonly amountMinor: number
      readonly minAmountMinor: number
      readonly limitMinor: number
    }
  | {
      readonly type: 'AlreadyDecided'
      readonly financingId: FinancingId
      readonly outcome: 'approved' | 'declined'
    }
  | { readonly type: 'ZeroAmount' }
  | { readonly type: 'AmountOutOfRange'; readonly amountMinor: number }
  | {
      readonly type: 'AssignedExceedsApproved'
      readonly approvedMinor: number
      readonly assignedMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'AlreadyAssigned' | 'NotAssigned'; readonly itemId: ItemId | null }
  | {
      readonly type: 'SettledExceedsAssigned'
      readonly assignedMinor: number
      readonly settledMinor: number
      readonly offeredMinor: number
    }
  | {
      readonly type: 'FeeExceedsAgreed'
      readonly agreedMinor: number
      readonly takenMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'FeeExceedsGross'; readonly grossMinor: number; readonly feeMinor: number }
  | {
      readonly type: 'RecourseNotListed'
      readonly reason: RecourseReason
      readonly listed: ReadonlyArray<RecourseReason>
    }
  | {
      readonly type: 'RecourseExceedsAssigned'
      readonly itemId: ItemId
      readonly assignedMinor: number
      readonly returnedMinor: number
      readonly offeredMinor: number
    }
  | { readonly type: 'UnknownRequest' | 'AlreadyAnswered'; readonly requestId: ChangeId }
  | {
      readonly type: 'LateEvidence'
      readonly requestId: ChangeId
      readonly answerBy: CivilDate
      readonly offeredOn: CivilDate
    }
  /** `answerBy` null: nothing is asked for that was not answered. */
  | { readonly type: 'NothingIsLate'; readonly answerBy: CivilDate | null }
  | {
      readonly type: 'EvidencePending'
      readonly requestId: ChangeId
      readonly answerBy: CivilDate
    }
  | {
      readonly type: 'EvidenceWasProvided'
      readonly requestId: ChangeId
      readonly reason: RecourseReason
    }
  | {
      readonly type: 'ConflictingDuplicate'
      readonly financingId: FinancingId
      /** Null for the application itself. */
      readonly changeId: ChangeId | null
      readonly recorded: string
      readonly offered: string
    }
