import type { Fact } from '@tenure/core/shared'

/** What an id names. An invoice and its open item share their number. */
export type Thing =
  | 'order'
  | 'shipment'
  | 'item'
  | 'payment'
  | 'credit'
  | 'refund'
  | 'charge'
  | 'writeOff'
  | 'dispute'
  | 'change'

export interface Named {
  readonly thing: Thing
  readonly id: string
}

const fields: ReadonlyMap<string, Thing> = new Map<string, Thing>([
  ['orderId', 'order'],
  ['shipmentId', 'shipment'],
  ['invoiceId', 'item'],
  ['itemId', 'item'],
  ['paysInvoice', 'item'],
  ['paymentId', 'payment'],
  ['fromPayment', 'payment'],
  ['creditId', 'credit'],
  ['fromCredit', 'credit'],
  ['refundId', 'refund'],
  ['chargeId', 'charge'],
  ['writeOffId', 'writeOff'],
  ['disputeId', 'dispute'],
  ['changeId', 'change'],
])

/** What a field of a fact or of an event names; undefined where it names no thing of these. */
export const thingOf = (field: string): Thing | undefined => fields.get(field)

/** Every thing that an event names. */
export const thingsOf = (event: Fact): ReadonlyArray<Named> =>
  Object.entries(event).flatMap(([field, id]: [string, unknown]) => {
    const thing = thingOf(field)
    return thing === undefined || typeof id !== 'string' ? [] : [{ thing, id }]
  })

/** The things that an event made: others may rest on them. */
export const madeBy = (event: Fact): ReadonlyArray<Named> => {
  const made = makes.get(event.type) ?? []
  return thingsOf(event).filter(({ thing }) => made.includes(thing))
}

const makes: ReadonlyMap<string, ReadonlyArray<Thing>> = new Map<string, ReadonlyArray<Thing>>([
  ['OrderPlaced', ['order']],
  ['SaleCredited', ['order']],
  ['DeliveryConfirmed', ['shipment']],
  ['OrderCancelled', ['change']],
  ['InvoiceIssued', ['item']],
  ['ItemOpened', ['item']],
  ['ChargeRecorded', ['charge']],
  ['PaymentReceived', ['payment']],
  ['CreditBalanceIncreased', ['credit']],
  ['DueDateFixed', ['change']],
  ['DisputeRaised', ['dispute']],
  ['ItemHandedOver', ['change']],
])

/** The scope of numbers that are given once in the whole house. */
export const everywhere = ''

/**
 * Within what an id is one thing: the accounts of one customer in one currency. Orders have their numbers
 * to themselves, and so have invoices, which make an item of the same number.
 */
export const scopeOf = (
  thing: Thing,
  customerId: string | null,
  currency: string | null,
): string =>
  thing === 'order' || thing === 'shipment' ? everywhere : JSON.stringify([customerId, currency])
