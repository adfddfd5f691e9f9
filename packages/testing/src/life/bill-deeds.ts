import { correctedMinor, type InvoiceEvent } from '@tenure/core/invoice'
import {
  creditOf,
  findItem,
  invoiceOf,
  invoicesOfOrder,
  issueInvoice,
  itemOfInvoice,
  plainBreakdown,
} from '@tenure/core/policies'
import { openMinor } from '@tenure/core/receivables'
import { changeId, creditId, invoiceId, minorUnits, orderId } from '@tenure/core/shared'
import { about, aboutMoney, currencyOfLife, type Deed, type Moment } from './moment.ts'
import { rulesOfLife } from './rules.ts'

type Issued = Extract<InvoiceEvent, { type: 'InvoiceIssued' }>
const issuedInvoices = ({ facts }: Moment): ReadonlyArray<Issued> =>
  facts.flatMap((event) => (event.type === 'InvoiceIssued' ? [event] : []))

/** Bills an order that stands and has no invoice yet. */
export const bill: Deed = (moment) => {
  const orders = [...moment.dossier.states.order].flatMap(([stream, order]) => {
    const id = orderId(stream.slice('order-'.length))
    const stands = order.placed !== null && order.confirmedOn !== null && order.ended === null
    if (!stands || order.placed === null || order.placed.terms === null) return []
    if (invoicesOfOrder(moment.dossier, id).length > 0) return []
    return [{ id, netMinor: order.placed.netMinor, terms: order.placed.terms }]
  })
  const order = moment.pick(orders)
  if (order === undefined) return []
  return issueInvoice(moment.dossier, rulesOfLife, {
    invoiceId: invoiceId(moment.name),
    orderId: order.id,
    on: moment.effectiveOn,
    currency: currencyOfLife,
    breakdown: plainBreakdown(order.netMinor),
    terms: order.terms,
  })
}

/** Opens what an invoice of ours says is owed, and turns its credit from reserved into used. */
export const owe: Deed = (moment) => {
  const invoice = moment.pick(
    issuedInvoices(moment).filter(
      ({ invoiceId: id, terms }) =>
        terms !== null && findItem(moment.dossier, itemOfInvoice(id)) === undefined,
    ),
  )
  if (invoice === undefined) return []
  const { customerId, effectiveOn, currency, schedule, earlyPay } = invoice
  const itemId = itemOfInvoice(invoice.invoiceId)
  const open = { effectiveOn, customerId, currency, itemId, invoiceId: invoice.invoiceId }
  const reserved = creditOf(moment.dossier)?.orders.get(invoice.orderId ?? orderId('none'))
  return [
    {
      room: 'receivables',
      command: { type: 'OpenItem', ...open, kind: 'invoice', schedule, earlyPay },
    },
    ...(reserved === undefined || invoice.orderId === null
      ? []
      : [
          {
            room: 'credit',
            command: {
              type: 'ConsumeCredit',
              ...aboutMoney(moment),
              changeId: changeId(`use/${moment.name}`),
              orderId: invoice.orderId,
              itemId,
              amountMinor: minorUnits(invoice.totalMinor),
            },
          } as const,
        ]),
  ]
}

/** Frees the credit of what an item does not owe any more. */
export const restore: Deed = (moment) => {
  const used = moment.pick(creditOf(moment.dossier)?.items ?? [])
  if (used === undefined) return []
  const [itemId, { amountMinor }] = used
  const item = findItem(moment.dossier, itemId)?.item
  const settledMinor = amountMinor - (item === undefined ? amountMinor : openMinor(item))
  if (settledMinor <= 0) return []
  return [
    {
      room: 'credit',
      command: {
        type: 'RestoreCredit',
        ...aboutMoney(moment),
        changeId: changeId(moment.name),
        itemId,
        settledMinor: minorUnits(settledMinor),
        cause: 'paid',
      },
    },
  ]
}

/** A credit note on a part of an invoice, and against its item. */
export const creditNote: Deed = (moment) => {
  const invoice = moment.pick(issuedInvoices(moment))
  const state = invoice === undefined ? undefined : invoiceOf(moment.dossier, invoice.invoiceId)
  if (invoice === undefined || state === undefined) return []
  const leftMinor = invoice.totalMinor - correctedMinor(state)
  const found = findItem(moment.dossier, itemOfInvoice(invoice.invoiceId))
  if (leftMinor <= 0 || found === undefined) return []
  const named = { creditId: creditId(moment.name), amountMinor: moment.share(leftMinor) }
  return [
    {
      room: 'invoice',
      command: {
        type: 'CorrectInvoice',
        ...about(moment),
        invoiceId: invoice.invoiceId,
        ...named,
        taxMinor: minorUnits(0),
        taxRounding: 'global',
        lines: [],
        openMinor: minorUnits(openMinor(found.item)),
        reason: null,
      },
    },
    {
      room: 'receivables',
      command: {
        type: 'IssueCredit',
        ...aboutMoney(moment),
        ...named,
        itemId: found.item.itemId,
        reason: null,
      },
    },
  ]
}
