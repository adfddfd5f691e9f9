import { changeId, creditId, itemId, paymentId, refundId } from '@tenure/core/shared'
import { receivables, type RoomCommand } from '../commands.ts'
import { aboutMoney, amountOf, idOrNull, textOf } from '../field-access.ts'
import type { ReadFact } from '../read-fact.ts'
import type { Own } from './own.ts'

const sourceOfRefund = (fact: ReadFact) => {
  const payment = idOrNull(fact, 'fromPayment', paymentId)
  if (payment !== null) return { kind: 'cash', paymentId: payment } as const
  const credit = idOrNull(fact, 'fromCredit', creditId)
  return credit === null ? null : ({ kind: 'credit', creditId: credit } as const)
}

/** A payment, a credit note, a refund, or that a payment was taken back. */
export const cashCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = aboutMoney(fact)
  const reason = textOf(fact, 'reason')
  if (fact.kind === 'reversal')
    return receivables({
      type: 'RecordReversal',
      ...common,
      changeId: changeId(own('changeId')),
      paymentId: paymentId(own('paymentId')),
      reason,
    })
  const amountMinor = amountOf(fact, 'amount')
  if (fact.kind === 'creditNote')
    return receivables({
      type: 'RecordCreditNote',
      ...common,
      creditId: creditId(own('creditId')),
      itemId: idOrNull(fact, 'itemId', itemId),
      amountMinor,
      reason,
    })
  if (fact.kind === 'refund')
    return receivables({
      type: 'RecordRefund',
      ...common,
      refundId: refundId(own('refundId')),
      from: sourceOfRefund(fact),
      amountMinor,
    })
  return receivables({
    type: 'RecordPayment',
    ...common,
    paymentId: paymentId(own('paymentId')),
    amountMinor,
    method: textOf(fact, 'method'),
    initiatedOn: null,
    settledOn: null,
    forItemId: idOrNull(fact, 'paysInvoice', itemId),
  })
}
