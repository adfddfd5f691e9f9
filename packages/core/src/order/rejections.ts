import type {
  ChangeId,
  CivilDate,
  Currency,
  CustomerId,
  OrderId,
  TermsFault,
  Text,
} from '../shared/index.ts'
import type { LineFault } from './line-fault.ts'
import type { Change } from './state.ts'

export { explain } from './explain.ts'

/** What a repeated order is compared by. */
export interface OrderContent {
  readonly netMinor: number
  readonly currency: Currency
  readonly customerId: CustomerId | null
}

interface Of {
  readonly orderId: OrderId
}

/** Why an order cannot be placed. */
export type PlacingRejection =
  | (Of & { readonly type: 'EmptyOrder' })
  /** The same sum for the same customer, but not on these terms. */
  | (Of & { readonly type: 'OrderAlreadyPlaced' })
  | (Of & { readonly type: 'TermsUnsound'; readonly fault: TermsFault })
  | (Of & { readonly type: 'LineUnsound'; readonly lineId: Text; readonly fault: LineFault })
  /** Two lines or two milestones of one name. */
  | (Of & { readonly type: 'NamedTwice'; readonly name: Text })
  | (Of & {
      readonly type: 'LinesMismatch'
      readonly netMinor: number
      readonly linesMinor: number
    })
  | (Of & {
      readonly type: 'StagesMismatch'
      readonly netMinor: number
      readonly stagesMinor: number
    })
  | (Of & { readonly type: 'TooFewMethods'; readonly offered: ReadonlyArray<Text> })
  /** The lines come to more than can be summed exactly. */
  | (Of & { readonly type: 'AmountOutOfRange'; readonly amountMinor: number })
  | (Of & {
      readonly type: 'ConflictingDuplicate'
      readonly recorded: OrderContent
      readonly offered: OrderContent
    })

/** Why terms cannot be quoted or accepted. */
export type QuoteRejection =
  | (Of & { readonly type: 'NoTermsOffered' })
  /** The buyer may choose, and there is one plan. */
  | (Of & { readonly type: 'NoAlternative' })
  | (Of & {
      readonly type: 'BreakdownMismatch'
      readonly netMinor: number
      readonly quotedMinor: number
    })
  | (Of & { readonly type: 'UnknownQuote'; readonly quoteHash: Text })
  | (Of & { readonly type: 'QuoteExpired'; readonly validUntil: CivilDate })
  | (Of & { readonly type: 'TermsAlreadyAccepted'; readonly acceptedHash: Text })
  | (Of & { readonly type: 'OrderIsConfirmed' })

/** Why an order is not confirmed, or not reopened. */
export type ConfirmationRejection =
  | (Of & {
      readonly type: 'TermsNotAccepted'
      readonly quoteHash: Text | null
      readonly acceptedHash: Text | null
    })
  | (Of & { readonly type: 'AccountOnHold'; readonly since: CivilDate; readonly reason: Text })
  | (Of & {
      readonly type: 'AgreementNotSigned'
      readonly totalMinor: number
      readonly thresholdMinor: number
    })
  | (Of & { readonly type: 'ChecklistIncomplete'; readonly missing: ReadonlyArray<Text> })
  | (Of & {
      readonly type: 'MethodNotAllowed'
      readonly method: Text | null
      readonly allowed: ReadonlyArray<Text>
    })
  | (Of & {
      readonly type: 'CreditNotReserved'
      readonly neededMinor: number
      readonly reservedMinor: number
    })
  | (Of & { readonly type: 'CreditDecisionExpired'; readonly validUntil: CivilDate | null })

/** Why goods or stages do not move on. */
export type FulfilmentRejection =
  | (Of & { readonly type: 'OrderNotConfirmed' })
  | (Of & { readonly type: 'AlreadyShipped'; readonly shipmentIds: ReadonlyArray<Text> })
  | (Of & { readonly type: 'EmptyShipment'; readonly shipmentId: Text })
  | (Of & { readonly type: 'UnknownLine'; readonly lineId: Text })
  | (Of & {
      readonly type: 'ShippedAboveOrdered'
      readonly lineId: Text
      readonly orderedQuantity: string
      readonly shippedQuantity: string
      readonly offeredQuantity: string
    })
  | (Of & { readonly type: 'ShipmentDiffers'; readonly shipmentId: Text })
  | (Of & { readonly type: 'NotShipped' | 'NotDelivered'; readonly shipmentId: Text })
  | (Of & {
      readonly type: 'UnknownMilestone' | 'MilestoneNotStarted' | 'MilestoneNotCompleted'
      readonly milestoneId: Text
    })
  | (Of & {
      readonly type: 'StageUnpaid'
      readonly milestoneId: Text
      readonly unpaid: ReadonlyArray<Text>
    })
  | (Of & { readonly type: 'StageAccepted'; readonly milestoneIds: ReadonlyArray<Text> })

/** Why an order does not end, or does not go on. */
export type EndingRejection =
  | (Of & { readonly type: 'OrderIsCancelled' | 'OrderIsClosed' | 'OrderNotEnded' })
  /** The change's id stands for another kind of change. */
  | (Of & {
      readonly type: 'ConflictingChange'
      readonly changeId: ChangeId
      readonly recorded: Change
    })

/** Why a command was refused. Callers branch on `type`; `explain` words it for a log. */
export type OrderRejection =
  | (Of & { readonly type: 'UnknownOrder' })
  | (Of & {
      readonly type: 'WrongCustomer'
      readonly expected: CustomerId | null
      readonly offered: CustomerId | null
    })
  | PlacingRejection
  | QuoteRejection
  | ConfirmationRejection
  | FulfilmentRejection
  | EndingRejection
