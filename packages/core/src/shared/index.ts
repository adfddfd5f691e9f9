export { ascending, ascendingDays } from './ascending.ts'
export { BusinessDays, everyDay, isBusinessDay, toBusinessDay, Weekday } from './business-day.ts'
export { Breakdown, TaxRounding, totalOf } from './breakdown.ts'
export {
  addDays,
  addMonths,
  dayInMonth,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  endOfDay,
  endOfMonth,
  formatInstant,
  instantAt,
  isZone,
  monthOf,
  monthsBetween,
  parseInstant,
  startOfDay,
  startOfMonth,
  weekdayOf,
} from './calendar.ts'
export { Channel } from './channel.ts'
export { checkTerms, explainTermsFault, type TermsFault } from './check-terms.ts'
export { CivilDate, type CivilDateBrand } from './civil-date.ts'
export { isPersonal, nullable, personal, type PersonalCodec } from './codec.ts'
export { copyData } from './copy-data.ts'
export { Currency, decimalsOf, type CurrencyBrand } from './currency.ts'
export { type Decider } from './decider.ts'
export {
  addDecimals,
  compareDecimals,
  Decimal,
  multiplyMinor,
  shareMinor,
  subtractDecimals,
} from './decimal.ts'
export {
  anchorDay,
  dueDay,
  knownAnchor,
  noAnchorDays,
  partDueDay,
  type AnchorDays,
} from './due-day.ts'
export { knownAtOf, type Envelope } from './envelope.ts'
export { define } from './event.ts'
export { evolveOwned, evolvePublished, fold, publish } from './fold.ts'
export {
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
export {
  type AgreementIdBrand,
  type AssignmentIdBrand,
  type ChangeIdBrand,
  type ChargebackIdBrand,
  type ChargeIdBrand,
  type CreditIdBrand,
  type CustomerIdBrand,
  type DisputeIdBrand,
  type FinancingIdBrand,
  type InvoiceIdBrand,
  type ItemIdBrand,
  type OrderIdBrand,
  type PartnerIdBrand,
  type PaymentIdBrand,
  type PromiseIdBrand,
  type RefundIdBrand,
  type ReturnIdBrand,
  type TicketIdBrand,
  type WriteOffIdBrand,
  type SubscriptionIdBrand,
  type EarningIdBrand,
  type RedemptionIdBrand,
} from './ids.ts'
export { Instant, type InstantBrand } from './instant.ts'
export { AmountBand, DayCount, FeeCaps, LateFee, LateFeeRule } from './late-fee-rule.ts'
export { laterDay, laterWins, type Dated } from './later-wins.ts'
export {
  agreementId,
  assignmentId,
  changeId,
  chargebackId,
  chargeId,
  civilDate,
  creditId,
  currency,
  customerId,
  disputeId,
  financingId,
  invoiceId,
  itemId,
  minorUnits,
  orderId,
  partnerId,
  paymentId,
  promiseId,
  refundId,
  returnId,
  text,
  ticketId,
  writeOffId,
  subscriptionId,
  earningId,
  redemptionId,
} from './make.ts'
export {
  addMinor,
  allocate,
  basisPointsOf,
  divideRounded,
  formatMinor,
  MinorUnits,
  parseMinor,
  SignedMinor,
  sumMinor,
  toMinor,
  type MinorUnitsBrand,
  type Money,
  type Rounding,
} from './money.ts'
export {
  beforeDelivery,
  cashInAdvance,
  cashOnDelivery,
  dayAfterMonthEnd,
  deposit,
  discountNet,
  endOfMonthPlus,
  endOfMonthTerms,
  equalEvery,
  fourTimesFourteenDays,
  milestones,
  monthly,
  net,
  netFromDelivery,
  noFeeCaps,
  termsOf,
  termsPart,
  withLateFee,
} from './presets.ts'
export { PaymentClass } from './payment-class.ts'
export { Ratio, ratioOf } from './ratio.ts'
export { type Door, type EventDefinition, type Fact, type Room } from './room.ts'
export { equalInstalments, scheduleBy, scheduleFor, splitByShares } from './schedule.ts'
export { Anchor, DueRule, EarlyPay, Instalment, PaymentTerms, Share, TermsPart } from './terms.ts'
export { strangerTo, type Owner, type Stranger } from './stranger.ts'
export { Text, type TextBrand } from './text.ts'
export { unreachable } from './unreachable.ts'
export { customerOrNobody, whose } from './whose.ts'
export { BasisPoints, Positive, Whole } from './whole.ts'
