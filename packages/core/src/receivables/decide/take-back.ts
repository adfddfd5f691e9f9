import { laterDay, minorUnits, type ChangeId, type PaymentId } from '../../shared/index.ts'
import type { ReceivablesEvent } from '../events.ts'
import { itemDueOn, type Item } from '../item.ts'
import type { Application } from '../state.ts'
import type { About } from '../about.ts'

/** Takes cash back from an item, which stands open again by that much, due as it was at first. */
export const cashTakenBack = (
  facts: About,
  item: Item,
  paymentId: PaymentId,
  changeId: ChangeId,
  { amountMinor, on }: Pick<Application, 'amountMinor' | 'on'>,
): ReceivablesEvent => ({
  type: 'PaymentUnapplied',
  ...facts,
  effectiveOn: laterDay(facts.effectiveOn, on),
  paymentId,
  itemId: item.itemId,
  changeId,
  amountMinor: minorUnits(amountMinor),
  dueOn: itemDueOn({ ...item, paidMinor: item.paidMinor - amountMinor }),
})
