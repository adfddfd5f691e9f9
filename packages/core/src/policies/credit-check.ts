import {
  decidedUntil,
  expiredReservations,
  reservedForMinor,
  standingHolds,
} from '../credit/index.ts'
import { creditNeeded, termsOfOrder, totalOfOrder, type Order } from '../order/index.ts'
import { addDays, minorUnits, text, type CivilDate, type OrderId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Policy } from './policy.ts'
import { creditOf, orderOf, receivedForOrder } from './read-dossier.ts'
import type { TradeRules } from './rules.ts'

const name = 'credit check'

/** The placed order with what its terms leave to be owed; undefined for a sale from elsewhere. */
const onCredit = (order: Order | undefined): { readonly neededMinor: number } | undefined => {
  if (order?.placed === null || order === undefined) return undefined
  const terms = termsOfOrder(order)
  return terms === null ? undefined : { neededMinor: creditNeeded(terms, totalOfOrder(order)) }
}

/** Asks for the order's credit; an order that needs none is confirmed at once. */
const begin = (
  orderId: OrderId,
  on: CivilDate,
  dossier: Dossier,
  rules: TradeRules,
): ReadonlyArray<Asked> => {
  const order = orderOf(dossier, orderId)
  const asked = onCredit(order)
  if (asked === undefined || order?.placed === null || order === undefined) return []
  if (order.ended !== null || order.confirmedOn !== null) return []
  if (asked.neededMinor === 0) return confirm(orderId, on, dossier)
  const changeId = causedBy(name, 'reserve', orderId, order.accepted ?? '')
  return [
    {
      room: 'credit',
      key: changeId,
      command: {
        type: 'ReserveCredit',
        effectiveOn: on,
        customerId: dossier.customerId,
        changeId,
        currency: order.placed.currency,
        orderId,
        amountMinor: minorUnits(asked.neededMinor),
        expiresOn: addDays(on, rules.reservationDays),
        refusalStands: true,
      },
    },
  ]
}

/** Confirms what is covered, on the evidence that stands in the dossier. */
const confirm = (orderId: OrderId, on: CivilDate, dossier: Dossier): ReadonlyArray<Asked> => {
  const order = orderOf(dossier, orderId)
  if (order?.placed === null || order === undefined || order.ended !== null) return []
  const credit = creditOf(dossier)
  const hold = credit === undefined ? undefined : standingHolds(credit)[0]
  return [
    {
      room: 'order',
      key: causedBy(name, 'confirm', orderId, order.accepted ?? ''),
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
        hold: hold === undefined ? null : { since: hold.since, reason: text(hold.reason) },
        agreement: { thresholdMinor: null, agreementId: null },
        checklist: [],
        method: null,
        quoteHash: order.accepted,
      },
    },
  ]
}
