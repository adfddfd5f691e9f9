export {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  endOfDay,
  endOfMonth,
  formatInstant,
  isZone,
  monthOf,
  monthsBetween,
  parseInstant,
  startOfDay,
  startOfMonth,
} from './calendar.ts'
export { CivilDate, type CivilDateBrand } from './civil-date.ts'
export { isPersonal, nullable, personal, type PersonalCodec } from './codec.ts'
export { Currency, decimalsOf, type CurrencyBrand } from './currency.ts'
export { type Decider } from './decider.ts'
export { knownAtOf, type Envelope } from './envelope.ts'
export { define } from './event.ts'
export { evolveOwned, evolvePublished, fold, publish } from './fold.ts'
export {
  ChangeId,
  ChargeId,
  CreditId,
  CustomerId,
  DisputeId,
  InvoiceId,
  ItemId,
  OrderId,
  PaymentId,
  RefundId,
  WriteOffId,
} from './ids.ts'
export {
  type ChangeIdBrand,
  type ChargeIdBrand,
  type CreditIdBrand,
  type CustomerIdBrand,
  type DisputeIdBrand,
  type InvoiceIdBrand,
  type ItemIdBrand,
  type OrderIdBrand,
  type PaymentIdBrand,
  type RefundIdBrand,
  type WriteOffIdBrand,
} from './ids.ts'
export { Instant, type InstantBrand } from './instant.ts'
export { laterDay, laterWins, type Dated } from './later-wins.ts'
export {
  changeId,
  chargeId,
  civilDate,
  creditId,
  currency,
  customerId,
  disputeId,
  invoiceId,
  itemId,
  minorUnits,
  orderId,
  paymentId,
  refundId,
  text,
  writeOffId,
} from './make.ts'
export {
  addMinor,
  allocate,
  basisPointsOf,
  divideRounded,
  formatMinor,
  MinorUnits,
  parseMinor,
  sumMinor,
  type MinorUnitsBrand,
  type Money,
  type Rounding,
} from './money.ts'
export {
  deposit,
  endOfMonthTerms,
  fourTimesFourteenDays,
  net,
  netFromDelivery,
  withLateFee,
} from './presets.ts'
export { type Door, type EventDefinition, type Fact, type Room } from './room.ts'
export {
  checkTerms,
  dueDay,
  equalInstalments,
  explainTermsFault,
  scheduleFor,
  type TermsFault,
} from './schedule.ts'
export { DueRule, Instalment, LateFeeRule, PaymentTerms, Share, Whole } from './terms.ts'
export { Text, type TextBrand } from './text.ts'
export { unreachable } from './unreachable.ts'
