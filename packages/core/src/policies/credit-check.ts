import { decidedUntil, reservedForMinor } from '../credit/index.ts'
import {
  acceptedPlan,
  creditNeeded,
  termsOfOrder,
  totalOfOrder,
  type Order,
  type Placed,
} from '../order/index.ts'
import {
  addDays,
  cashInAdvance,
  minorUnits,
  noAnchorDays,
  type CivilDate,
  type OrderId,
  type PaymentTerms,
  type Text,
} from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { expire, release } from './free-credit.ts'
import { causedBy } from './ids.ts'
import { plainBreakdown } from './issue-invoice.ts'
import type { Asked, Policy } from './policy.ts'
import { creditOf, orderOf, receivedForOrder } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

const name = 'credit check'

/** An order of ours that waits for its confirmation, with what it stands on. */
interface Waiting {
  readonly order: Order
  readonly placed: Placed
  readonly terms: PaymentTerms
}

const waiting = (dossier: Dossier, orderId: OrderId): Waiting | undefined => {
  const order = orderOf(dossier, orderId)
  if (order?.placed == null || order.ended !== null || order.confirmedOn !== null) return undefined
  const terms = termsOfOrder(order)
  if (terms === null || (order.plans.size > 0 && order.accepted === null)) return undefined
  return { order, placed: order.placed, terms }
}

/** The way to pay that the terms ask for, the buyer's first among them; null where any goes. */
const methodFor = ({ placed, terms }: Waiting): Text | null => {
  if (terms.methods === null) return null
  const { offeredMethods } = placed
  if (offeredMethods.length === 0) return terms.methods[0] ?? null
  return offeredMethods.find((method) => terms.methods?.includes(method)) ?? null
}

const confirm = (
  dossier: Dossier,
  orderId: OrderId,
  on: CivilDate,
  found: Waiting,
): ReadonlyArray<Asked> => {
  const credit = creditOf(dossier)
  const quoteHash = found.order.accepted
  return [
    {
      room: 'order',
      key: causedBy(name, 'confirm', orderId, quoteHash ?? ''),
      command: {
        type: 'ConfirmOrder',
        effectiveOn: on,
        customerId: dossier.customerId,
        orderId,
        credit: {
          paidMinor: minorUnits(receivedForOrder(dossier, orderId)),
          reservedMinor: minorUnits(credit === undefined ? 0 : reservedForMinor(credit, orderId)),
          validUntil: credit === undefined ? null : decidedUntil(credit),
          override: null,
        },
        hold: null,
        agreement: { thresholdMinor: null, agreementId: null },
        checklist: { required: [], provided: [] },
        method: methodFor(found),
        quoteHash,
      },
    },
  ]
}

/** What the buyer is offered whose credit was refused: all in advance, or nothing. */
const refuse = (
  dossier: Dossier,
  orderId: OrderId,
  on: CivilDate,
  rules: TradeRules,
): ReadonlyArray<Asked> => {
  const found = waiting(dossier, orderId)
  if (found === undefined) return []
  const about = { effectiveOn: on, customerId: dossier.customerId, orderId }
  const changeId = causedBy(name, rules.onCreditRefused, orderId, found.order.accepted ?? '')
  if (rules.onCreditRefused === 'cancel')
    return [
      {
        room: 'order',
        key: changeId,
        command: { type: 'CancelOrder', ...about, changeId, reason: null },
      },
    ]
  return [
    {
      room: 'order',
      key: changeId,
      command: {
        type: 'QuoteTerms',
        ...about,
        breakdown: acceptedPlan(found.order)?.breakdown ?? plainBreakdown(found.placed.netMinor),
        extrasTaxMinor: minorUnits(0),
        plans: [cashInAdvance],
        mayChoose: false,
        days: noAnchorDays,
        validUntil: addDays(on, rules.reservationDays),
      },
    },
  ]
}

/** Asks for what the terms leave to be owed; an order that leaves nothing is confirmed at once. */
const begin = (
  dossier: Dossier,
  orderId: OrderId,
  on: CivilDate,
  rules: TradeRules,
): ReadonlyArray<Asked> => {
  const found = waiting(dossier, orderId)
  if (found === undefined) return []
  const { order, placed, terms } = found
  const credit = creditOf(dossier)
  const neededMinor = creditNeeded(terms, totalOfOrder(order))
  const reservedMinor = credit === undefined ? 0 : reservedForMinor(credit, orderId)
  if (neededMinor <= reservedMinor) return confirm(dossier, orderId, on, found)
  // A credit account has one currency: an order in another one cannot be covered by it.
  if (credit != null && credit.currency !== null && credit.currency !== placed.currency)
    return refuse(dossier, orderId, on, rules)
  const changeId = causedBy(name, 'reserve', orderId, order.accepted ?? '')
  if (credit?.changes.has(changeId) === true) return []
  return [
    {
      room: 'credit',
      key: changeId,
      command: {
        type: 'ReserveCredit',
        effectiveOn: on,
        customerId: dossier.customerId,
        changeId,
        currency: placed.currency,
        orderId,
        amountMinor: minorUnits(neededMinor - reservedMinor),
        expiresOn: addDays(on, rules.reservationDays),
        refusalStands: true,
      },
    },
  ]
}

/**
 * An order on credit takes its part of the limit before it is confirmed; where that is refused the buyer is
 * offered to pay in advance, or the order is called off.
 *
 * Source: domain 3.3, policy 1; edge cases 69 and 70.
 */
export const creditCheck: Policy = {
  name,
  react: ({ event }, dossier, rules) => {
    const { effectiveOn: on } = event
    switch (event.type) {
      case 'OrderPlaced':
        return rules.confirmOn === 'placed' ? begin(dossier, event.orderId, on, rules) : []
      case 'TermsAccepted':
        return begin(dossier, event.orderId, on, rules)
      case 'CreditReserved': {
        const found = waiting(dossier, event.orderId)
        return found === undefined ? [] : begin(dossier, event.orderId, on, rules)
      }
      case 'CreditRefused':
        return refuse(dossier, event.orderId, on, rules)
      case 'OrderCancelled':
      case 'OrderClosed':
        return release(dossier, event.orderId, on, event.changeId)
      default:
        return []
    }
  },
  due: (day, dossier) => expire(day, dossier),
  next: (day, dossier) => {
    const ends = [...(creditOf(dossier)?.orders.values() ?? [])]
      .filter(({ leftMinor, billed }) => leftMinor > 0 && !billed)
      .map(({ expiresOn }) => addDays(expiresOn, 1))
    return ends.filter((end) => end > day).toSorted()[0] ?? null
  },
}
