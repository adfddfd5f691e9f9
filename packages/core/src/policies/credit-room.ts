import type { ExposureCause, RestoreCause } from '../credit/index.ts'
import { openMinor } from '../receivables/index.ts'
import type { TradeEvent } from '../rooms.ts'
import { minorUnits, unreachable, type Currency, type ItemId } from '../shared/index.ts'
import type { Dossier } from './dossier.ts'
import { causedBy } from './ids.ts'
import type { Asked, Happened, Policy } from './policy.ts'
import { creditOf, findItem } from './read-dossier.ts'
import { isSettling, type Settling } from './settled-item.ts'

const name = 'credit room'

type Raising = Extract<
  TradeEvent,
  {
    readonly type:
      | 'PaymentUnapplied'
      | 'CreditUnapplied'
      | 'EarlyDiscountWithdrawn'
      | 'ReceivableReturned'
      | 'LateFeeAssessed'
      | 'BounceFeeAssessed'
      | 'ChargeRecorded'
  }
>

const restoreCause = ({ type }: Settling): RestoreCause => {
  switch (type) {
    case 'PaymentApplied':
    case 'EarlyDiscountTaken':
      return 'paid'
    case 'CreditApplied':
    case 'LateFeeWaived':
      return 'credited'
    case 'ItemWrittenOff':
      return 'writtenOff'
    case 'ReceivableAssigned':
      return 'assigned'
    default:
      return unreachable(type)
  }
}

const exposureCause = (event: Raising): ExposureCause => {
  switch (event.type) {
    case 'PaymentUnapplied':
      return event.why === 'reversal'
        ? 'bounce'
        : event.why === 'chargeback'
          ? 'chargeback'
          : 'invoice'
    case 'EarlyDiscountWithdrawn':
      return event.why === 'paymentTakenBack' ? 'bounce' : 'invoice'
    case 'CreditUnapplied':
      return 'invoice'
    case 'ReceivableReturned':
      return 'recourse'
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
    case 'ChargeRecorded':
      return 'fee'
    default:
      return unreachable(event)
  }
}

/** How much of the limit an item uses, and how much is open on it. */
interface Room {
  readonly usedMinor: number
  readonly openMinor: number
}

const roomOf = (
  dossier: Dossier,
  { itemId, currency }: { readonly itemId: ItemId; readonly currency: Currency },
): Room | undefined => {
  const credit = creditOf(dossier)
  const found = findItem(dossier, itemId)
  if (credit?.currency !== currency || found === undefined) return undefined
  return { usedMinor: credit.items.get(itemId)?.amountMinor ?? 0, openMinor: openMinor(found.item) }
}

const restore = (event: Settling, id: string, dossier: Dossier): ReadonlyArray<Asked> => {
  const room = roomOf(dossier, event)
  const settled =
    room === undefined ? 0 : Math.min(event.amountMinor, room.usedMinor - room.openMinor)
  const changeId = causedBy(name, id)
  if (settled <= 0 || creditOf(dossier)?.changes.has(changeId) === true) return []
  const { effectiveOn, currency, itemId } = event
  const about = { effectiveOn, customerId: dossier.customerId, changeId, currency, itemId }
  const settledMinor = minorUnits(settled)
  const command = {
    type: 'RestoreCredit',
    ...about,
    settledMinor,
    cause: restoreCause(event),
  } as const
  return [{ room: 'credit', key: changeId, command }]
}

const raise = (event: Raising, id: string, dossier: Dossier): ReadonlyArray<Asked> => {
  const room = roomOf(dossier, event)
  const raised =
    room === undefined ? 0 : Math.min(event.amountMinor, room.openMinor - room.usedMinor)
  const changeId = causedBy(name, id)
  if (raised <= 0 || creditOf(dossier)?.changes.has(changeId) === true) return []
  const { effectiveOn, currency, itemId } = event
  const about = { effectiveOn, customerId: dossier.customerId, changeId, currency, itemId }
  const amountMinor = minorUnits(raised)
  const command = {
    type: 'RecordExposure',
    ...about,
    amountMinor,
    cause: exposureCause(event),
  } as const
  return [{ room: 'credit', key: changeId, command }]
}

const react = ({ event, id }: Happened, dossier: Dossier): ReadonlyArray<Asked> => {
  if (isSettling(event)) return restore(event, id, dossier)
  switch (event.type) {
    case 'PaymentUnapplied':
    case 'CreditUnapplied':
    case 'EarlyDiscountWithdrawn':
    case 'ReceivableReturned':
    case 'LateFeeAssessed':
    case 'BounceFeeAssessed':
    case 'ChargeRecorded':
      return raise(event, id, dossier)
    default:
      return []
  }
}

/**
 * Keeps what an item uses of the credit limit in step with what is open on it.
 *
 * Shape: what is settled frees the limit, a payment that is only under way frees nothing; what stands open
 * again, a fee, or recourse takes it back, above the limit too. What was paid in advance, and so never
 * used the limit, frees none. Only where the customer has a credit account in the item's currency.
 * Source: domain 3.3, policies 4 and 6; edge cases 33 and 71.
 */
export const creditRoom: Policy = { name, react }
