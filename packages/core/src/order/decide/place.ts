import * as E from 'fp-ts/lib/Either.js'
import { checkTerms, MinorUnits } from '../../shared/index.ts'
import type { PlaceOrder, RecordSale } from '../commands.ts'
import type { OrderContent } from '../rejections.ts'
import type { Order, Placed } from '../state.ts'
import type { Decision } from './decision.ts'

const contentOf = ({ netMinor, currency, customerId }: OrderContent): OrderContent => ({
  netMinor,
  currency,
  customerId,
})

/** The refusal of an order id that stands for something else; undefined where sum and customer agree. */
const conflict = (
  command: PlaceOrder | RecordSale,
  placed: Placed,
  offered: OrderContent,
): Decision | undefined => {
  const recorded = contentOf(placed)
  const same =
    recorded.netMinor === offered.netMinor &&
    recorded.currency === offered.currency &&
    recorded.customerId === offered.customerId
  if (same) return undefined
  return E.left({ type: 'ConflictingDuplicate', orderId: command.orderId, recorded, offered })
}

/**
 * Places an order: the sum of its lines, on terms that can be dated.
 *
 * Units: minor units of the order's currency, without tax; the whole order in one currency.
 * Shape: nothing where the same sum was placed for the same customer on the same terms.
 * Rejects: `ConflictingDuplicate`, `OrderAlreadyPlaced` (other terms), `EmptyOrder`, `TermsUnsound`,
 * `AmountOutOfRange`.
 * Source: domain 3.2, Order; edge case 4.
 */
export const place = (command: PlaceOrder, { placed }: Order): Decision => {
  const { effectiveOn, customerId, orderId, currency, lines, terms } = command
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0)
  if (!MinorUnits.is(netMinor))
    return E.left({ type: 'AmountOutOfRange', orderId, amountMinor: netMinor })
  if (placed !== null) {
    const refused = conflict(command, placed, { netMinor, currency, customerId })
    if (refused !== undefined) return refused
    const sameTerms =
      placed.terms?.termsId === terms.termsId && placed.terms.version === terms.version
    return sameTerms ? E.right([]) : E.left({ type: 'OrderAlreadyPlaced', orderId })
  }
  if (lines.length === 0) return E.left({ type: 'EmptyOrder', orderId })
  const checked = checkTerms(terms)
  if (E.isLeft(checked)) return E.left({ type: 'TermsUnsound', orderId, fault: checked.left })
  const about = { effectiveOn, customerId, currency, orderId }
  return E.right([{ type: 'OrderPlaced', ...about, netMinor, lines, terms }])
}

/**
 * Records a sale made elsewhere: a zero sale and a sale without lines are facts too.
 *
 * Shape: nothing where the order is known with the same sum, currency and customer, by either door.
 * Rejects: `ConflictingDuplicate`.
 */
export const recordSale = (command: RecordSale, { placed }: Order): Decision => {
  const { effectiveOn, customerId, orderId, currency, netMinor, lines } = command
  if (placed !== null)
    return conflict(command, placed, { netMinor, currency, customerId }) ?? E.right([])
  const about = { effectiveOn, customerId, currency, orderId }
  return E.right([{ type: 'OrderPlaced', ...about, netMinor, lines, terms: null }])
}
