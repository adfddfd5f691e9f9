import * as t from 'io-ts'
import { Text } from './text.ts'

// Ids are text in any script and may be `__proto__`: they key Maps, never plain objects.
// A customer's id is a pseudonym; no id may hold personal data.

export interface CustomerIdBrand {
  readonly CustomerId: unique symbol
}
export interface OrderIdBrand {
  readonly OrderId: unique symbol
}
export interface InvoiceIdBrand {
  readonly InvoiceId: unique symbol
}
export interface ItemIdBrand {
  readonly ItemId: unique symbol
}
export interface PaymentIdBrand {
  readonly PaymentId: unique symbol
}
export interface CreditIdBrand {
  readonly CreditId: unique symbol
}
export interface RefundIdBrand {
  readonly RefundId: unique symbol
}
export interface ChargeIdBrand {
  readonly ChargeId: unique symbol
}
export interface WriteOffIdBrand {
  readonly WriteOffId: unique symbol
}
export interface DisputeIdBrand {
  readonly DisputeId: unique symbol
}
export interface AgreementIdBrand {
  readonly AgreementId: unique symbol
}
export interface FinancingIdBrand {
  readonly FinancingId: unique symbol
}
export interface PartnerIdBrand {
  readonly PartnerId: unique symbol
}
export interface PromiseIdBrand {
  readonly PromiseId: unique symbol
}
export interface ReturnIdBrand {
  readonly ReturnId: unique symbol
}
export interface TicketIdBrand {
  readonly TicketId: unique symbol
}
export interface ChangeIdBrand {
  readonly ChangeId: unique symbol
}
export interface ChargebackIdBrand {
  readonly ChargebackId: unique symbol
}
export interface AssignmentIdBrand {
  readonly AssignmentId: unique symbol
}
export interface SubscriptionIdBrand {
  readonly SubscriptionId: unique symbol
}
export interface EarningIdBrand {
  readonly EarningId: unique symbol
}
export interface RedemptionIdBrand {
  readonly RedemptionId: unique symbol
}

const is = (s: Text): boolean => s.length > 0

/** Whom a fact is about: a pseudonym. */
export const CustomerId = t.brand(
  Text,
  (s): s is t.Branded<Text, CustomerIdBrand> => is(s),
  'CustomerId',
)
export type CustomerId = t.TypeOf<typeof CustomerId>
/** An order, and in history from elsewhere a sale. */
export const OrderId = t.brand(Text, (s): s is t.Branded<Text, OrderIdBrand> => is(s), 'OrderId')
export type OrderId = t.TypeOf<typeof OrderId>
/** An invoice's number as its issuer writes it; leading zeros count. */
export const InvoiceId = t.brand(
  Text,
  (s): s is t.Branded<Text, InvoiceIdBrand> => is(s),
  'InvoiceId',
)
export type InvoiceId = t.TypeOf<typeof InvoiceId>
/** An open item of accounts receivable; an invoice's item has the invoice's id as its text. */
export const ItemId = t.brand(Text, (s): s is t.Branded<Text, ItemIdBrand> => is(s), 'ItemId')
export type ItemId = t.TypeOf<typeof ItemId>
/** One receipt of cash, by the id that the bank or provider gave it. */
export const PaymentId = t.brand(
  Text,
  (s): s is t.Branded<Text, PaymentIdBrand> => is(s),
  'PaymentId',
)
export type PaymentId = t.TypeOf<typeof PaymentId>
/** A credit note. */
export const CreditId = t.brand(Text, (s): s is t.Branded<Text, CreditIdBrand> => is(s), 'CreditId')
export type CreditId = t.TypeOf<typeof CreditId>
/** Money paid back to a customer. */
export const RefundId = t.brand(Text, (s): s is t.Branded<Text, RefundIdBrand> => is(s), 'RefundId')
export type RefundId = t.TypeOf<typeof RefundId>
/** A charge added to an item: a late fee, an expense, a statutory penalty. */
export const ChargeId = t.brand(Text, (s): s is t.Branded<Text, ChargeIdBrand> => is(s), 'ChargeId')
export type ChargeId = t.TypeOf<typeof ChargeId>
export const WriteOffId = t.brand(
  Text,
  (s): s is t.Branded<Text, WriteOffIdBrand> => is(s),
  'WriteOffId',
)
export type WriteOffId = t.TypeOf<typeof WriteOffId>
export const DisputeId = t.brand(
  Text,
  (s): s is t.Branded<Text, DisputeIdBrand> => is(s),
  'DisputeId',
)
export type DisputeId = t.TypeOf<typeof DisputeId>
/** A customer's promise to pay. */
export const PromiseId = t.brand(
  Text,
  (s): s is t.Branded<Text, PromiseIdBrand> => is(s),
  'PromiseId',
)
export type PromiseId = t.TypeOf<typeof PromiseId>
/** Names the change that a command makes to a value, so that its repetition is recognised. */
export const ChangeId = t.brand(Text, (s): s is t.Branded<Text, ChangeIdBrand> => is(s), 'ChangeId')
export type ChangeId = t.TypeOf<typeof ChangeId>
/** A payment that the payer's bank took back on the payer's word, by the provider's id. */
export const ChargebackId = t.brand(
  Text,
  (s): s is t.Branded<Text, ChargebackIdBrand> => is(s),
  'ChargebackId',
)
export type ChargebackId = t.TypeOf<typeof ChargebackId>
/** The passing of a receivable to a financing partner. */
export const AssignmentId = t.brand(
  Text,
  (s): s is t.Branded<Text, AssignmentIdBrand> => is(s),
  'AssignmentId',
)
export type AssignmentId = t.TypeOf<typeof AssignmentId>
/** An agreement between the house and a customer; its versions share it. */
export const AgreementId = t.brand(
  Text,
  (s): s is t.Branded<Text, AgreementIdBrand> => is(s),
  'AgreementId',
)
export type AgreementId = t.TypeOf<typeof AgreementId>
/** One application to a financing partner, for one order. */
export const FinancingId = t.brand(
  Text,
  (s): s is t.Branded<Text, FinancingIdBrand> => is(s),
  'FinancingId',
)
export type FinancingId = t.TypeOf<typeof FinancingId>
/** A bank or a provider that takes over receivables. */
export const PartnerId = t.brand(
  Text,
  (s): s is t.Branded<Text, PartnerIdBrand> => is(s),
  'PartnerId',
)
export type PartnerId = t.TypeOf<typeof PartnerId>
/** A subscription: one contract, whatever its plans. */
export const SubscriptionId = t.brand(
  Text,
  (s): s is t.Branded<Text, SubscriptionIdBrand> => is(s),
  'SubscriptionId',
)
export type SubscriptionId = t.TypeOf<typeof SubscriptionId>
/** One earning of loyalty points, and the lot that holds them. */
export const EarningId = t.brand(
  Text,
  (s): s is t.Branded<Text, EarningIdBrand> => is(s),
  'EarningId',
)
export type EarningId = t.TypeOf<typeof EarningId>
/** One redemption of loyalty points. */
export const RedemptionId = t.brand(
  Text,
  (s): s is t.Branded<Text, RedemptionIdBrand> => is(s),
  'RedemptionId',
)
export type RedemptionId = t.TypeOf<typeof RedemptionId>
/** A return of goods: one case from the customer's wish to what it is worth. */
export const ReturnId = t.brand(Text, (s): s is t.Branded<Text, ReturnIdBrand> => is(s), 'ReturnId')
export type ReturnId = t.TypeOf<typeof ReturnId>
/** A ticket of the support desk. */
export const TicketId = t.brand(Text, (s): s is t.Branded<Text, TicketIdBrand> => is(s), 'TicketId')
export type TicketId = t.TypeOf<typeof TicketId>
