import type { CollectionsEvent } from '@tenure/core/collections'
import type { InvoiceEvent } from '@tenure/core/invoice'
import type { OrderEvent } from '@tenure/core/order'
import { changeId, type Fact } from '@tenure/core/shared'
import { reasonOf } from './accounts.ts'
import { events, refused, type TakenBack } from './entry.ts'

/** What a batch has in a stream beside the event that is taken back. */
export interface Beside {
  /** Whether the batch has an event of that type in the stream that names the same order or dispute. */
  readonly has: (type: string, field: string, id: string) => boolean
  /** Whether the batch opened the item, in whichever stream. */
  readonly isOurItem: (event: Fact, item: string) => boolean
}

/** An order is called off as of the day on which it was placed; what hung on it then hangs on nothing. */
export const orderTakenBack = (
  event: OrderEvent,
  name: string,
  batch: string,
  { has }: Beside,
): TakenBack => {
  const { orderId } = event
  switch (event.type) {
    case 'OrderPlaced': {
      if (has('OrderCancelled', 'orderId', orderId)) return events()
      const { effectiveOn, customerId, currency, netMinor } = event
      const cancelled: Extract<OrderEvent, { type: 'OrderCancelled' }> = {
        type: 'OrderCancelled',
        effectiveOn,
        customerId,
        currency,
        orderId,
        changeId: changeId(name),
        placedOn: effectiveOn,
        netMinor,
        reason: reasonOf(batch),
      }
      return events(cancelled)
    }
    case 'SaleCredited': {
      const { effectiveOn, customerId, currency, creditedMinor } = event
      const withdrawn: Extract<OrderEvent, { type: 'SaleCreditWithdrawn' }> = {
        type: 'SaleCreditWithdrawn',
        effectiveOn,
        customerId,
        currency,
        orderId,
        changeId: changeId(name),
        creditedOn: effectiveOn,
        creditedMinor,
        reason: reasonOf(batch),
      }
      return events(withdrawn)
    }
    case 'DeliveryConfirmed':
    case 'OrderCancelled':
      return has('OrderPlaced', 'orderId', orderId)
        ? events()
        : refused(`it is about order ${orderId}, which the batch did not bring`)
    default:
      return refused(`nothing takes a ${event.type} back`)
  }
}

/** An invoice is void as of its own date. */
export const invoiceTakenBack = (event: InvoiceEvent, name: string, batch: string): TakenBack => {
  if (event.type !== 'InvoiceIssued') return refused(`nothing takes a ${event.type} back`)
  const { effectiveOn, customerId, currency, invoiceId, totalMinor } = event
  const voided: Extract<InvoiceEvent, { type: 'InvoiceVoided' }> = {
    type: 'InvoiceVoided',
    effectiveOn,
    customerId,
    currency,
    invoiceId,
    changeId: changeId(name),
    totalMinor,
    reason: reasonOf(batch),
  }
  return events(voided)
}

/** A dispute never was one: its mark goes. An item of the batch is with no agency once nothing is open. */
export const caseTakenBack = (event: CollectionsEvent, { has, isOurItem }: Beside): TakenBack => {
  switch (event.type) {
    case 'DisputeRaised': {
      if (has('DisputeResolved', 'disputeId', event.disputeId)) return events()
      const { effectiveOn, customerId, currency, disputeId, itemId, amountMinor } = event
      const resolved: Extract<CollectionsEvent, { type: 'DisputeResolved' }> = {
        type: 'DisputeResolved',
        effectiveOn,
        customerId,
        currency,
        disputeId,
        itemId,
        amountMinor,
        outcome: 'rejected',
      }
      return events(resolved)
    }
    case 'DisputeResolved':
      return has('DisputeRaised', 'disputeId', event.disputeId)
        ? events()
        : refused(`it ends dispute ${event.disputeId}, which the batch did not bring`)
    case 'ItemHandedOver':
      return isOurItem(event, event.itemId)
        ? events()
        : refused(`item ${event.itemId} is with an agency, and nothing calls it back`)
    default:
      return refused(`nothing takes a ${event.type} back`)
  }
}
