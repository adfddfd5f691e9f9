import { itemId, minorUnits, refundId, type ItemId, type RefundId } from '../../shared/index.ts'
import type { ReceivablesEvent } from '../events.ts'
import { isKnown, type Receivables } from '../state.ts'
import type { About } from '../about.ts'

/** An id of our own making for an outflow's item: no item that is known has it. */
const suspenseItemId = (state: Receivables, id: RefundId): ItemId => {
  let made = itemId(`suspense:${id}`)
  while (isKnown(state, made)) made = itemId(`suspense:${made}`)
  return made
}

/** An id of our own making for an outflow that nobody named a refund. */
export const outflowRefundId = (
  state: Receivables,
  kind: 'reversal' | 'chargeback',
  id: string,
): RefundId => {
  let made = refundId(`${kind}:${id}`)
  while (state.refunds.has(made)) made = refundId(`${kind}:${made}`)
  return made
}

/**
 * Money went out that no source known here covers: an item of kind `suspense` asks for its explanation.
 * The item has no due day: nobody agreed on one.
 */
export const outflowWithoutSource = (
  facts: About,
  state: Receivables,
  id: RefundId,
  outMinor: number,
): ReadonlyArray<ReceivablesEvent> => {
  const amountMinor = minorUnits(outMinor)
  const suspense = suspenseItemId(state, id)
  return [
    {
      type: 'ItemOpened',
      ...facts,
      itemId: suspense,
      kind: 'suspense',
      invoiceId: null,
      amountMinor,
      schedule: [{ instalment: 1, amountMinor, dueOn: null }],
      earlyPay: [],
    },
    {
      type: 'RefundIssued',
      ...facts,
      refundId: id,
      from: { kind: 'suspense', itemId: suspense },
      amountMinor,
    },
  ]
}
