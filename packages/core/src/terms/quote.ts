import {
  scheduleBy,
  totalOf,
  type AnchorDays,
  type Breakdown,
  type CivilDate,
  type Currency,
  type Instalment,
  type PaymentTerms,
  type Text,
} from '../shared/index.ts'
import { contentHash } from './content-hash.ts'
import { earlyOffers, type ChargedMinor, type EarlyOffer } from './early-payment.ts'

/** What a buyer is shown before agreeing: how the price comes about, and what is due when. */
export interface TermsQuote {
  readonly currency: Currency
  readonly breakdown: Breakdown
  readonly totalMinor: number
  /** The lines that the price is for; an invoice may hold no other. */
  readonly lineIds: ReadonlyArray<Text>
  readonly terms: PaymentTerms
  readonly schedule: ReadonlyArray<Instalment>
  readonly earlyOffers: ReadonlyArray<EarlyOffer>
  readonly validUntil: CivilDate
}

/** A quote with the hash by which it is accepted. */
export interface HashedQuote extends TermsQuote {
  readonly quoteHash: Text
}

export interface QuoteQuestion {
  readonly currency: Currency
  readonly breakdown: Breakdown
  readonly lineIds: ReadonlyArray<Text>
  readonly terms: PaymentTerms
  /** The days from which the terms count, as far as they are known or expected. */
  readonly days: AnchorDays
  readonly charged: ChargedMinor
  readonly validUntil: CivilDate
}

/**
 * A dated quote: the same question gives the same hash for ever, and any other content another one.
 *
 * Shape: Σ schedule = total. `terms` must have passed `checkTerms`. Source: domain 0-35, 1-26 and 1-27.
 */
export const quoteOf = (question: QuoteQuestion): HashedQuote => {
  const { currency, breakdown, lineIds, terms, days, charged, validUntil } = question
  const totalMinor = totalOf(breakdown)
  const quote: TermsQuote = {
    currency,
    breakdown,
    totalMinor,
    lineIds,
    terms,
    schedule: scheduleBy(terms, totalMinor, days),
    earlyOffers: earlyOffers(terms, charged, days),
    validUntil,
  }
  return { ...quote, quoteHash: contentHash(quote) }
}

/** Whether a quote still is what its hash was made over. */
export const isIntact = ({ quoteHash, ...quote }: HashedQuote): boolean =>
  contentHash(quote) === quoteHash

/** The lines that were not in an accepted quote: none may stand on its invoice. Source: domain 1-27. */
export const linesNotQuoted = (
  quote: Pick<TermsQuote, 'lineIds'>,
  lineIds: ReadonlyArray<Text>,
): ReadonlyArray<Text> => lineIds.filter((lineId) => !quote.lineIds.includes(lineId))
