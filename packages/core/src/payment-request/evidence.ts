import type {
  CivilDate,
  Currency,
  CustomerId,
  InvoiceId,
  ItemId,
  MinorUnits,
  Text,
} from '../shared/index.ts'
import type { HelpOffer, OrderedLine, RequestContact } from './facts.ts'

/** One open line as the books hold it at the moment of sending. */
export interface OpenRequestLine {
  readonly itemId: ItemId
  readonly invoiceId: InvoiceId | null
  readonly instalment: { readonly number: number; readonly of: number } | null
  readonly dueOn: CivilDate
  readonly openMinor: MinorUnits
  readonly disputedMinor: MinorUnits
}

/** What a request is made from; null where nobody knows. */
export interface RequestEvidence {
  /** The day of sending: the lines are read on it, not before. */
  readonly readOn: CivilDate
  readonly customerId: CustomerId | null
  readonly language: Text | null
  readonly name: Text | null
  readonly currency: Currency
  readonly items: ReadonlyArray<OpenRequestLine>
  readonly payByOn: CivilDate | null
  readonly account: Text | null
  /** What the house takes, in its order, and what the customer prefers, in theirs. */
  readonly offeredMethods: ReadonlyArray<Text>
  readonly preferredMethods: ReadonlyArray<Text>
  readonly linkToken: Text | null
  readonly instructionsRef: Text | null
  readonly lines: ReadonlyArray<OrderedLine>
  readonly invoiceDeliveredOn: CivilDate | null
  readonly termsDeliveredOn: CivilDate | null
  readonly payments: ReadonlyArray<{
    readonly amountMinor: MinorUnits
    readonly isReversed: boolean
  }>
  readonly benefit: { readonly discountMinor: MinorUnits; readonly untilOn: CivilDate } | null
  readonly urgencyReason: Text | null
  readonly helpOffers: ReadonlyArray<HelpOffer>
  readonly tone: number
  readonly contact: RequestContact | null
}
