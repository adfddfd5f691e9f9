import { isLeft } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { CivilDate } from './civil-date.ts'
import {
  AgreementId,
  AssignmentId,
  ChangeId,
  ChargebackId,
  ChargeId,
  CreditId,
  CustomerId,
  DisputeId,
  FinancingId,
  InvoiceId,
  ItemId,
  OrderId,
  PartnerId,
  PaymentId,
  PromiseId,
  RefundId,
  ReturnId,
  TicketId,
  WriteOffId,
  SubscriptionId,
  EarningId,
  RedemptionId,
} from './ids.ts'
import { MinorUnits } from './money.ts'
import { Currency } from './currency.ts'
import { Text } from './text.ts'

/** A maker of branded values from literals: a value its codec refuses is a bug of the caller and throws. */
const maker =
  <A, O, I>(codec: t.Type<A, O, unknown>) =>
  (value: I): A => {
    const decoded = codec.decode(value)
    if (isLeft(decoded)) throw new RangeError(`not a ${codec.name}: ${JSON.stringify(value)}`)
    return decoded.right
  }

export const customerId = maker<CustomerId, string, string>(CustomerId)
export const orderId = maker<OrderId, string, string>(OrderId)
export const invoiceId = maker<InvoiceId, string, string>(InvoiceId)
export const itemId = maker<ItemId, string, string>(ItemId)
export const paymentId = maker<PaymentId, string, string>(PaymentId)
export const creditId = maker<CreditId, string, string>(CreditId)
export const refundId = maker<RefundId, string, string>(RefundId)
export const chargeId = maker<ChargeId, string, string>(ChargeId)
export const writeOffId = maker<WriteOffId, string, string>(WriteOffId)
export const disputeId = maker<DisputeId, string, string>(DisputeId)
export const agreementId = maker<AgreementId, string, string>(AgreementId)
export const financingId = maker<FinancingId, string, string>(FinancingId)
export const partnerId = maker<PartnerId, string, string>(PartnerId)
export const assignmentId = maker<AssignmentId, string, string>(AssignmentId)
export const chargebackId = maker<ChargebackId, string, string>(ChargebackId)
export const promiseId = maker<PromiseId, string, string>(PromiseId)
export const returnId = maker<ReturnId, string, string>(ReturnId)
export const ticketId = maker<TicketId, string, string>(TicketId)
export const changeId = maker<ChangeId, string, string>(ChangeId)
export const subscriptionId = maker<SubscriptionId, string, string>(SubscriptionId)
export const earningId = maker<EarningId, string, string>(EarningId)
export const redemptionId = maker<RedemptionId, string, string>(RedemptionId)
export const civilDate = maker<CivilDate, string, string>(CivilDate)
export const currency = maker<Currency, string, string>(Currency)
export const minorUnits = maker<MinorUnits, number, number>(MinorUnits)
export const text = maker<Text, string, string>(Text)
