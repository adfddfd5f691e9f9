import * as t from 'io-ts'
import {
  CivilDate,
  Currency,
  CustomerId,
  InvoiceId,
  ItemId,
  MinorUnits,
  nullable,
  personal,
  Text,
  Whole,
} from '../shared/index.ts'

/** What is asked for of one item, or of one instalment of it. */
export const RequestedItem = t.strict({
  itemId: ItemId,
  invoiceId: nullable(InvoiceId),
  /** Which of how many, where the item is paid in parts. */
  instalment: nullable(t.strict({ number: Whole, of: Whole })),
  dueOn: CivilDate,
  openMinor: MinorUnits,
  disputedMinor: MinorUnits,
  askedMinor: MinorUnits,
})
export type RequestedItem = t.TypeOf<typeof RequestedItem>

/** What was ordered, as the invoice words it. */
export const OrderedLine = t.strict({ description: Text, quantity: Text, amountMinor: MinorUnits })
export type OrderedLine = t.TypeOf<typeof OrderedLine>

/** How the house helps whoever cannot pay at once. */
export const HelpOffer = t.keyof({ talk: null, instalments: null, extension: null })
export type HelpOffer = t.TypeOf<typeof HelpOffer>

/** Whom to ask: a person or desk of the house, and how to reach them. */
export const RequestContact = t.strict({ name: nullable(Text), channel: Text, address: Text })
export type RequestContact = t.TypeOf<typeof RequestContact>

/**
 * All that a request for payment says, in no language: whoever words it adds nothing.
 *
 * Units: minor units of the one currency; days in the zone of the contract.
 */
export const PaymentRequestFacts = t.strict({
  /** The day on which the balance was read: that of sending. */
  readOn: CivilDate,
  customerId: nullable(CustomerId),
  /** In which language to word it, by its code. */
  language: Text,
  /** Without a name the neutral form of address is used. */
  address: t.keyof({ byName: null, neutral: null }),
  name: nullable(personal(Text)),
  currency: Currency,
  items: t.readonlyArray(RequestedItem),
  /** What is open less what is disputed, at the moment of sending. */
  askedMinor: MinorUnits,
  payByOn: CivilDate,
  /** Where the money goes. */
  account: Text,
  /** In the customer's order; the first is the one preferred. */
  methods: t.readonlyArray(Text),
  link: t.strict({ token: Text, instructionsRef: nullable(Text) }),
  lines: t.readonlyArray(OrderedLine),
  previous: t.strict({ paidCount: Whole, paidMinor: MinorUnits }),
  /** What paying by a day saves; null where nothing is on offer, or no longer. */
  benefit: nullable(
    t.strict({ discountMinor: MinorUnits, payMinor: MinorUnits, untilOn: CivilDate }),
  ),
  urgencyReason: nullable(Text),
  helpOffers: t.readonlyArray(HelpOffer),
  tone: Whole,
  contact: RequestContact,
})
export type PaymentRequestFacts = t.TypeOf<typeof PaymentRequestFacts>
