import { minorUnits } from '../../shared/index.ts'
import type { RecordCharge } from '../record-commands.ts'
import type { ReceivablesEvent } from '../events.ts'
import { emptyItem, itemDueOn, type Item } from '../item.ts'
import { itemOf, type Receivables } from '../state.ts'
import { applyEarmarked } from './apply.ts'
import { about, accept, outOfRange, repeated, type Decision } from './decision.ts'

/**
 * A charge fixed elsewhere comes onto an item, open or closed; an unknown item is opened by it.
 *
 * Shape: `ItemOpened` of kind `charge` and of nothing where the item is not known; `ChargeRecorded`,
 * owed since the item's first due day; then the cash that was named for the item and is left over.
 * `[]` if recorded before. Rejects: `ConflictingDuplicate`, `AmountOutOfRange`.
 */
export const recordCharge = (command: RecordCharge, state: Receivables): Decision => {
  const { itemId, chargeId, reason, amountMinor, effectiveOn } = command
  const before = state.charges.get(chargeId)
  if (before !== undefined) {
    const same =
      before.itemId === itemId && before.amountMinor === amountMinor && before.component === 'costs'
    return repeated('charge', chargeId, same, before.amountMinor, amountMinor)
  }
  const tooMuch = outOfRange(state, amountMinor)
  if (tooMuch !== undefined) return tooMuch
  const facts = about(command)
  const known = itemOf(state, itemId)
  const item = known ?? emptyItem(itemId)
  const charged: Item = {
    ...item,
    chargedMinor: item.chargedMinor + amountMinor,
    room: [...item.room, { on: effectiveOn, amountMinor }],
  }
  const opening: ReceivablesEvent = {
    type: 'ItemOpened',
    ...facts,
    itemId,
    kind: 'charge',
    invoiceId: null,
    amountMinor: minorUnits(0),
    schedule: [{ instalment: 1, amountMinor: minorUnits(0), dueOn: null }],
    earlyPay: [],
  }
  const dueOn = itemDueOn(charged)
  return accept([
    ...(known === undefined ? [opening] : []),
    { type: 'ChargeRecorded', ...facts, itemId, chargeId, reason, amountMinor, dueOn },
    ...applyEarmarked(facts, state, charged),
  ])
}
