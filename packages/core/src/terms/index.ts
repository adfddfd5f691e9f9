export { bundlePriceMinor, refundOfUnits, splitBundle, type BundleShare } from './bundle.ts'
export { canonicalJson, contentHash } from './content-hash.ts'
export { yearFraction, type Fraction } from './day-count.ts'
export {
  earlyDiscountMinor,
  earlyOffers,
  eligibleMinor,
  type ChargedMinor,
  type EarlyOffer,
  type EarlyPaymentQuestion,
} from './early-payment.ts'
export { euLatePayment } from './eu-late-payment.ts'
export { feeAmount, type FeeBasis } from './fee-amount.ts'
export { roomUnder, type FeesSoFar } from './fee-caps.ts'
export { impliedRate, type ImpliedRate } from './implied-rate.ts'
export { clampRule, coolingOffUntil, JurisdictionRules, LegalFeeCap } from './jurisdiction.ts'
export { feeDay } from './late-fee-days.ts'
export {
  lateFeesDue,
  type AssessedFees,
  type DueLateFee,
  type LateFeeQuestion,
} from './late-fees-due.ts'
export { interestMinor, type InterestRule } from './late-interest.ts'
export {
  explainCapExceeded,
  holdFeesToLaw,
  holdToLaw,
  type AgreedFees,
  type CapExceeded,
  type LegalBound,
} from './law-of-terms.ts'
export { explainLoadFaults, loadStrict, type LoadFault } from './load-strict.ts'
export { loadTerms } from './load-terms.ts'
export { isOverdue, overdueFrom } from './overdue-day.ts'
export { breakdownOf, type Extra, type PriceLine, type PriceParts } from './price.ts'
export { type OpenAt, type PrincipalPart, type PrincipalSpan } from './principal.ts'
export {
  isIntact,
  linesNotQuoted,
  quoteOf,
  type HashedQuote,
  type QuoteQuestion,
  type TermsQuote,
} from './quote.ts'
export { sha256 } from './sha-256.ts'
export { taxByRate, taxMinor, taxWithin, type Taxed, type TaxOfRate } from './tax.ts'
export {
  checkOptions,
  explainOptionsFault,
  isInBand,
  TermsOptions,
  termsOffered,
  type OptionsFault,
} from './terms-options.ts'
