import * as E from 'fp-ts/lib/Either.js'
import { checkTerms, MinorUnits } from '../../shared/index.ts'
import type { PlaceOrder } from '../commands.ts'
import { faultOfLine } from '../line-fault.ts'
import type { OrderRejection } from '../rejections.ts'
import type { Order } from '../state.ts'
import { conflict } from './content.ts'
import { firstTwice, type Decision } from './decision.ts'

/** What is wrong with what was ordered, undefined where nothing is. */
const faultOfGoods = ({ orderId, lines, currency }: PlaceOrder): OrderRejection | undefined => {
  if (lines.length === 0) return { type: 'EmptyOrder', orderId }
  const name = firstTwice(lines.map(({ lineId }) => lineId))
  if (name !== undefined) return { type: 'NamedTwice', orderId, name }
  for (const line of lines) {
    const fault = faultOfLine(line, currency)
    if (fault !== undefined) return { type: 'LineUnsound', orderId, lineId: line.lineId, fault }
  }
  return undefined
}

const faultOfStages = (
  { orderId, stages }: PlaceOrder,
  netMinor: number,
): OrderRejection | undefined => {
  if (stages === null) return undefined
  const name = firstTwice(stages.milestones.map(({ milestoneId }) => milestoneId))
  if (name !== undefined) return { type: 'NamedTwice', orderId, name }
  const stagesMinor = stages.milestones.reduce((sum, stage) => sum + stage.amountMinor, 0)
  return stagesMinor === netMinor
    ? undefined
    : { type: 'StagesMismatch', orderId, netMinor, stagesMinor }
}

const faultOfConditions = ({
  orderId,
  terms,
  offeredMethods,
}: PlaceOrder): OrderRejection | undefined => {
  const checked = checkTerms(terms)
  if (E.isLeft(checked)) return { type: 'TermsUnsound', orderId, fault: checked.left }
  return new Set(offeredMethods).size < 2
    ? { type: 'TooFewMethods', orderId, offered: offeredMethods }
    : undefined
}

/**
 * Places an order: the sum of its lines, on terms that can be dated, with a choice of ways to pay.
 *
 * Units: minor units of the order's currency, without tax; the whole order in one currency.
 * Shape: nothing where the same sum was placed for the same customer on the same terms.
 * Rejects: `ConflictingDuplicate`, `OrderAlreadyPlaced` (other terms), `EmptyOrder`, `NamedTwice`,
 * `LineUnsound`, `StagesMismatch`, `TermsUnsound`, `TooFewMethods`, `AmountOutOfRange`.
 * Source: domain 3.2, Order; 1-24, 2-04, 2-16; edge case 4.
 */
export const place = (command: PlaceOrder, order: Order): Decision => {
  const { effectiveOn, customerId, orderId, currency, lines, terms } = command
  const { offeredMethods, promisedOn, stages } = command
  const { placed } = order
  const sum = lines.reduce((total, line) => total + line.netMinor, 0)
  const refused = conflict(orderId, order, { netMinor: sum, currency, customerId })
  if (refused !== undefined) return refused
  if (placed !== null) {
    const sameTerms =
      placed.terms?.termsId === terms.termsId && placed.terms.version === terms.version
    return sameTerms ? E.right([]) : E.left({ type: 'OrderAlreadyPlaced', orderId })
  }
  const fault = faultOfGoods(command) ?? faultOfStages(command, sum) ?? faultOfConditions(command)
  if (fault !== undefined) return E.left(fault)
  if (!MinorUnits.is(sum)) return E.left({ type: 'AmountOutOfRange', orderId, amountMinor: sum })
  const about = { effectiveOn, customerId, currency, orderId }
  const conditions = { terms, offeredMethods, promisedOn, stages }
  return E.right([{ type: 'OrderPlaced', ...about, netMinor: sum, lines, ...conditions }])
}
