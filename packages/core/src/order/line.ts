import * as t from 'io-ts'
import {
  Decimal,
  MinorUnits,
  multiplyMinor,
  nullable,
  SignedMinor,
  Text,
  type Currency,
} from '../shared/index.ts'

/** Text of a decimal number: quantities may be fractions, and stay exact. */
export const Quantity = t.refinement(Decimal, () => true, 'Quantity')

/** What a line is: an add-on and a warranty are costs that the buyer sees before the purchase. */
export const LineKind = t.keyof({ goods: null, service: null, addOn: null, warranty: null })

const lineFacts = t.type({
  /** Names the line within its order. */
  lineId: Text,
  sku: Text,
  kind: LineKind,
  quantity: Quantity,
  /** In major units of the order's currency, with as many decimals as it has. */
  unitPrice: Decimal,
  /** Taken off this line, its share of a bundle's discount included. */
  discountMinor: MinorUnits,
  netMinor: SignedMinor,
  /** The bundle it was bought in. */
  bundleId: nullable(Text),
})

/**
 * What else a source says of a line, by its own names for it: a description, a time of day, a country.
 * Evidence, which no rule reads.
 */
export const LineDetail = t.strict({ name: Text, text: Text })
export type LineDetail = t.TypeOf<typeof LineDetail>

// Details are there only where a source has some: most lines have none, and a history holds millions.
/**
 * One line of an order. `netMinor` = quantity × unit price, rounded half-even once, less the discount,
 * without tax. From elsewhere a line may take money off: its quantity or its price is below zero then.
 */
export const OrderLine = t.exact(
  t.intersection([lineFacts, t.partial({ details: t.readonlyArray(LineDetail) })], 'OrderLine'),
)
export type OrderLine = t.TypeOf<typeof OrderLine>

/** So much of a line. */
export const LineQuantity = t.strict({ lineId: Text, quantity: Quantity })
export type LineQuantity = t.TypeOf<typeof LineQuantity>

/** Quantity × unit price, rounded half-even once; undefined where it leaves the safe integers. */
export const grossOf = (
  line: Pick<OrderLine, 'quantity' | 'unitPrice'>,
  currency: Currency,
): number | undefined => multiplyMinor(line.quantity, line.unitPrice, currency, 'halfEven')
