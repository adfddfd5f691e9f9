import * as fc from 'fast-check'
import type { PlaceOrder, QuoteTerms } from '@tenure/core/order'
import {
  civilDate,
  currency,
  deposit,
  discountNet,
  minorUnits,
  net,
  noAnchorDays,
  text,
  type PaymentTerms,
  type Text,
} from '@tenure/core/shared'
import { quoteOf } from '@tenure/core/terms'

// A quote's hash is made over all that is shown, so that a random one is never accepted. Orders of one
// content, quoted in a few ways, have hashes that can be known beforehand.

const orderedOn = civilDate('2024-02-01')
const euro = currency('EUR')
const amounts = (net: number) => ({
  netMinor: minorUnits(net),
  discountMinor: minorUnits(0),
  taxMinor: minorUnits(200),
  shippingMinor: minorUnits(0),
  feesMinor: minorUnits(0),
  taxRounding: 'global' as const,
})

/** What an order of the known content says, beside whose it is and its id. */
export const knownContent: Omit<PlaceOrder, 'customerId' | 'orderId'> = {
  type: 'PlaceOrder',
  effectiveOn: orderedOn,
  currency: euro,
  lines: [
    {
      lineId: text('b'),
      sku: text('phone'),
      kind: 'goods',
      quantity: '2',
      unitPrice: '5',
      discountMinor: minorUnits(0),
      netMinor: 1000,
      bundleId: null,
    },
  ],
  terms: net(30),
  offeredMethods: [text('card'), text('transfer')],
  promisedOn: null,
  stages: {
    payBeforeNext: true,
    milestones: [
      { milestoneId: text('research'), amountMinor: minorUnits(300) },
      { milestoneId: text('constructor'), amountMinor: minorUnits(700) },
    ],
  },
}

const plans: ReadonlyArray<PaymentTerms> = [net(30), deposit(3000, 30), discountNet(200, 10, 30)]
const validUntil = civilDate('2024-12-31')

type Quote = Omit<QuoteTerms, 'effectiveOn' | 'customerId' | 'orderId'>

const quote = (offered: ReadonlyArray<PaymentTerms>, netMinor = 1000): Quote => ({
  type: 'QuoteTerms',
  breakdown: amounts(netMinor),
  extrasTaxMinor: minorUnits(0),
  plans: offered,
  mayChoose: true,
  days: noAnchorDays,
  validUntil,
})

/** Quotes of the known content; one offers no choice, one another sum, one nothing. */
export const quotes: fc.Arbitrary<Quote> = fc.constantFrom(
  quote(plans.slice(0, 2)),
  quote(plans.slice(0, 2)),
  quote(plans.slice(0, 2)),
  quote(plans.slice(0, 2)),
  quote(plans.slice(1)),
  quote(plans.slice(0, 1)),
  quote(plans, 999),
  quote([]),
)

const hashOf = (terms: PaymentTerms): Text =>
  quoteOf({
    currency: euro,
    breakdown: amounts(1000),
    lineIds: knownContent.lines.map(({ lineId }) => lineId),
    terms,
    days: { ...noAnchorDays, orderedOn },
    charged: { goodsMinor: 1000, goodsTaxMinor: 200, extrasMinor: 0, extrasTaxMinor: 0 },
    validUntil,
  }).quoteHash

/** Hashes of plans that the quotes may show, and one of none. */
export const quoteHashes: fc.Arbitrary<Text> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(hashOf(net(30))) },
  { weight: 1, arbitrary: fc.constantFrom(...plans.map(hashOf), text('none')) },
)
