import { keepDossier, type DossierKeeper } from '@tenure/core/policies'
import {
  currency,
  customerId,
  type Currency,
  type CustomerId,
  type OrderId,
  type PaymentTerms,
} from '@tenure/core/shared'
import type { Order } from './placing.ts'
import { makeRandom, type Random } from './random.ts'
import { segments, type Segment } from './segments.ts'

/** A customer of the simulated company, with a source of chance of their own. */
export interface Customer {
  /** As in its ids: `00042`. */
  readonly number: string
  readonly customerId: CustomerId
  /** All that the house knows of them. */
  readonly file: DossierKeeper
  readonly segment: Segment
  readonly terms: PaymentTerms
  readonly random: Random
  /** The day of the company on which they register. */
  readonly joinedOn: number
  /** The home currency first; a few buy in a second one too. */
  readonly currencies: readonly [Currency, ...ReadonlyArray<Currency>]
  readonly orders: Map<OrderId, Order>
  /** Counts what needs a number of its own. */
  serial: number
}

const euro = currency('EUR')
const dollar = currency('USD')

const joiningDay = (random: Random, days: number): number =>
  random.chance(380) ? random.below(Math.max(1, days >> 3)) : random.below(days)

export const makeCustomer = (seed: number, index: number, days: number): Customer => {
  const random = makeRandom(seed, index)
  const number = String(index + 1).padStart(5, '0')
  const segment = random.weighted(segments.map((one) => [one.weight, one] as const))
  const id = customerId(`C-${number}`)
  return {
    number,
    customerId: id,
    file: keepDossier(id),
    segment,
    terms: random.weighted(segment.terms),
    random,
    joinedOn: joiningDay(random, days),
    currencies: random.chance(930) ? [euro] : random.chance(400) ? [dollar] : [euro, dollar],
    orders: new Map(),
    serial: 0,
  }
}

/** A new id of this customer: `P-00042-7`. */
export const nextId = (customer: Customer, prefix: string): string => {
  customer.serial += 1
  return `${prefix}-${customer.number}-${customer.serial}`
}
