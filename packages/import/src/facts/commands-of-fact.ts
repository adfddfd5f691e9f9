import {
  changeId,
  chargeId,
  civilDate,
  creditId,
  disputeId,
  invoiceId,
  itemId,
  orderId,
  paymentId,
  refundId,
  unreachable,
  writeOffId,
  Text,
} from '@tenure/core/shared'
import { churn, collections, customer, invoice, order, receivables } from './commands.ts'
import type { RoomCommand } from './commands.ts'
import {
  about,
  aboutCustomer,
  aboutMoney,
  amountOf,
  idOrNull,
  neededText,
  textOf,
} from './field-access.ts'
import type { ReadFact } from './row-reader.ts'

/**
 * The record-door commands that state a fact, each for one stream.
 *
 * Shape: an invoice makes its document and its open item; every other kind makes one command. An id that
 * the mapping leaves out is the fact's own UUID.
 */
export const commandsOfFact = (fact: ReadFact, factId: string): ReadonlyArray<RoomCommand> => {
  const own = (name: string): string => neededText(fact, name, factId)
  switch (fact.kind) {
    case 'customer':
      return [
        customer({
          type: 'RecordCustomer',
          ...aboutCustomer(fact),
          acquisitionSource: textOf(fact, 'acquisitionSource'),
          name: textOf(fact, 'name'),
        }),
      ]
    case 'sale':
    case 'delivery':
    case 'cancellation':
      return [orderCommand(fact, own)]
    case 'invoice':
      return invoiceCommands(fact)
    case 'churn':
    case 'return':
      return [churnCommand(fact, own)]
    case 'dispute':
    case 'disputeResolution':
    case 'handOver':
      return [collectionsCommand(fact, own)]
    case 'payment':
    case 'creditNote':
    case 'refund':
    case 'reversal':
      return [cashCommand(fact, own)]
    case 'writeOff':
    case 'charge':
    case 'dueDate':
      return [itemCommand(fact, own)]
    default:
      return unreachable(fact.kind)
  }
}

type Own = (name: string) => string

const wordOf = (text: string): Text => {
  if (Text.is(text)) return text
  throw new TypeError('a text that is empty')
}

const orderCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const ordered = { ...about(fact), orderId: orderId(own('orderId')) }
  if (fact.kind === 'delivery')
    return order({ type: 'RecordDelivery', ...ordered, shipmentId: wordOf(own('shipmentId')) })
  if (fact.kind === 'cancellation')
    return order({
      type: 'RecordCancellation',
      ...ordered,
      changeId: changeId(own('changeId')),
      reason: textOf(fact, 'reason'),
    })
  const { currency } = aboutMoney(fact)
  return order({
    type: 'RecordSale',
    ...ordered,
    currency,
    netMinor: amountOf(fact, 'net'),
    lines: [],
  })
}

const invoiceCommands = (fact: ReadFact): ReadonlyArray<RoomCommand> => {
  const common = aboutMoney(fact)
  const number = neededText(fact, 'invoiceId')
  const totalMinor = amountOf(fact, 'total')
  const dueOn = idOrNull(fact, 'dueOn', civilDate)
  const schedule = [{ instalment: 1, amountMinor: totalMinor, dueOn }]
  return [
    invoice({
      type: 'RecordInvoice',
      ...common,
      invoiceId: invoiceId(number),
      orderId: idOrNull(fact, 'orderId', orderId),
      totalMinor,
      schedule,
    }),
    receivables({
      type: 'RecordItem',
      ...common,
      itemId: itemId(number),
      kind: 'invoice',
      invoiceId: invoiceId(number),
      schedule,
    }),
  ]
}

const churnCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = { ...aboutCustomer(fact), changeId: changeId(own('changeId')) }
  if (fact.kind === 'return') return churn({ type: 'RecordReturn', ...common })
  const voluntary = fact.values.get('voluntary')
  return churn({
    type: 'RecordChurn',
    ...common,
    kind: textOf(fact, 'churnKind') === 'contractual' ? 'contractual' : 'inactive',
    voluntary: typeof voluntary === 'boolean' ? voluntary : null,
  })
}

const outcomeOf = (fact: ReadFact): 'accepted' | 'rejected' | 'split' => {
  const outcome = neededText(fact, 'outcome')
  return outcome === 'accepted' || outcome === 'rejected' ? outcome : 'split'
}

const collectionsCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = aboutMoney(fact)
  if (fact.kind === 'disputeResolution')
    return collections({
      type: 'RecordDisputeResolution',
      ...common,
      disputeId: disputeId(own('disputeId')),
      outcome: outcomeOf(fact),
    })
  const item = itemId(neededText(fact, 'itemId'))
  if (fact.kind === 'handOver')
    return collections({
      type: 'RecordHandOver',
      ...common,
      changeId: changeId(own('changeId')),
      itemId: item,
      agency: textOf(fact, 'agency'),
    })
  return collections({
    type: 'RecordDispute',
    ...common,
    disputeId: disputeId(own('disputeId')),
    itemId: item,
    amountMinor: amountOf(fact, 'amount'),
    reason: textOf(fact, 'reason'),
  })
}

const sourceOfRefund = (fact: ReadFact) => {
  const payment = idOrNull(fact, 'fromPayment', paymentId)
  if (payment !== null) return { kind: 'cash', paymentId: payment } as const
  const credit = idOrNull(fact, 'fromCredit', creditId)
  return credit === null ? null : ({ kind: 'credit', creditId: credit } as const)
}

const cashCommand = (fact: ReadFact, own: Own): RoomCommand => {
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
    forItemId: idOrNull(fact, 'paysInvoice', itemId),
  })
}

const itemCommand = (fact: ReadFact, own: Own): RoomCommand => {
  const common = { ...aboutMoney(fact), itemId: itemId(neededText(fact, 'itemId')) }
  if (fact.kind === 'charge')
    return receivables({
      type: 'RecordCharge',
      ...common,
      chargeId: chargeId(own('chargeId')),
      reason: wordOf(neededText(fact, 'reason')),
      amountMinor: amountOf(fact, 'amount'),
    })
  if (fact.kind === 'writeOff')
    return receivables({
      type: 'RecordWriteOff',
      ...common,
      writeOffId: writeOffId(own('writeOffId')),
      amountMinor: amountOf(fact, 'amount'),
      reason: textOf(fact, 'reason'),
    })
  const instalment = fact.values.get('instalment')
  return receivables({
    type: 'FixDueDate',
    ...common,
    changeId: changeId(own('changeId')),
    instalment: typeof instalment === 'number' ? instalment : 1,
    dueOn: civilDate(neededText(fact, 'dueOn')),
  })
}
