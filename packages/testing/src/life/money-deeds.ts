import { receivablesOf } from '@tenure/core/policies'
import {
  allBy,
  onlyTo,
  openItems,
  toNone,
  type Item,
  type Payment,
  type Receivables,
} from '@tenure/core/receivables'
import {
  changeId,
  chargebackId,
  minorUnits,
  paymentId,
  refundId,
  type PaymentId,
} from '@tenure/core/shared'
import { aboutMoney, currencyOfLife, type Deed, type Moment } from './moment.ts'

/** What the customer owes and paid, where anything was ever owed or paid. */
export const accountOf = ({ dossier }: Moment): Receivables | undefined =>
  receivablesOf(dossier, currencyOfLife)
export const itemsOf = (moment: Moment): ReadonlyArray<Item> => {
  const account = accountOf(moment)
  return account === undefined ? [] : openItems(account)
}
const paymentsOf = (
  moment: Moment,
  which: (payment: Payment) => boolean,
): ReadonlyArray<readonly [PaymentId, Payment]> =>
  [...(accountOf(moment)?.payments ?? [])].filter(([, payment]) => which(payment))

/** Pays what is open, a part of it, or more than all. */
export const pay: Deed = (moment) => {
  const openMinor = accountOf(moment)?.openMinor ?? 0
  const item = moment.pick(itemsOf(moment))
  const ways = [
    allBy('oldestDue'),
    allBy('oldestIssued'),
    allBy('largest'),
    ...(item === undefined ? [] : [onlyTo(item.itemId)]),
    toNone,
  ]
  return [
    {
      room: 'receivables',
      command: {
        type: 'ReceivePayment',
        ...aboutMoney(moment),
        paymentId: paymentId(moment.name),
        amountMinor: moment.share(openMinor + 1_000),
        method: null,
        initiatedOn: null,
        settledOn: null,
        allocation: moment.pick(ways) ?? toNone,
      },
    },
  ]
}

/** Pays one item to the cent. */
export const payItem: Deed = (moment) => {
  const item = moment.pick(itemsOf(moment))
  if (item === undefined) return []
  const offer = item.earlyPay.find(({ untilOn }) => moment.effectiveOn <= untilOn)
  const owedMinor = item.amountMinor - item.paidMinor - item.creditedMinor
  const sparedMinor =
    offer === undefined ? 0 : Math.floor((owedMinor * offer.basisPoints + 5_000) / 10_000)
  const amountMinor = minorUnits(Math.max(1, owedMinor - sparedMinor))
  return pay(moment).map((given) =>
    given.room === 'receivables' && given.command.type === 'ReceivePayment'
      ? { ...given, command: { ...given.command, amountMinor, allocation: onlyTo(item.itemId) } }
      : given,
  )
}

const change = (moment: Moment) => ({ ...aboutMoney(moment), changeId: changeId(moment.name) })

export const bounce: Deed = (moment) => {
  const paid = moment.pick(paymentsOf(moment, ({ reversed }) => !reversed))
  if (paid === undefined) return []
  const named = { paymentId: paid[0], reason: null, fee: null }
  return [{ room: 'receivables', command: { type: 'ReversePayment', ...change(moment), ...named } }]
}

export const chargeBack: Deed = (moment) => {
  const paid = moment.pick(paymentsOf(moment, ({ reversed }) => !reversed))
  if (paid === undefined) return []
  return [
    {
      room: 'receivables',
      command: {
        type: 'ChargeBack',
        ...aboutMoney(moment),
        chargebackId: chargebackId(moment.name),
        paymentId: paid[0],
        amountMinor: moment.share(paid[1].amountMinor),
        onChargeback: moment.pick(['reopen', 'writeOff'] as const) ?? 'reopen',
        reason: null,
      },
    },
  ]
}

export const winChargeback: Deed = (moment) => {
  const id = moment.pick(accountOf(moment)?.chargebacks.keys() ?? [])
  if (id === undefined) return []
  const command = { type: 'ReverseChargeback', ...aboutMoney(moment), chargebackId: id } as const
  return [{ room: 'receivables', command }]
}

export const allocateRest: Deed = (moment) => {
  const paid = moment.pick(paymentsOf(moment, ({ leftMinor }) => leftMinor > 0))
  if (paid === undefined) return []
  const named = { paymentId: paid[0], allocation: allBy('oldestDue') }
  return [
    { room: 'receivables', command: { type: 'AllocatePayment', ...change(moment), ...named } },
  ]
}

export const unapply: Deed = (moment) => {
  const paid = moment.pick(paymentsOf(moment, ({ applications }) => applications.size > 0))
  const itemId = moment.pick(paid?.[1].applications.keys() ?? [])
  if (paid === undefined || itemId === undefined) return []
  const named = { paymentId: paid[0], itemId }
  return [{ room: 'receivables', command: { type: 'UnapplyPayment', ...change(moment), ...named } }]
}

export const useBalance: Deed = (moment) => {
  const item = moment.pick(itemsOf(moment))
  if (item === undefined) return []
  const { itemId } = item
  return [{ room: 'receivables', command: { type: 'UseBalance', ...change(moment), itemId } }]
}

/** Asks for unapplied cash or a credit balance back. */
export const askRefund: Deed = (moment) => {
  const account = accountOf(moment)
  const cash = [...(account?.payments ?? [])].map(
    ([id, { leftMinor }]) => ({ from: { kind: 'cash', paymentId: id }, leftMinor }) as const,
  )
  const credit = [...(account?.credits ?? [])].map(
    ([id, { leftMinor }]) => ({ from: { kind: 'credit', creditId: id }, leftMinor }) as const,
  )
  const source = moment.pick([...cash, ...credit].filter(({ leftMinor }) => leftMinor > 0))
  if (source === undefined) return []
  return [
    {
      room: 'receivables',
      command: {
        type: 'RequestRefund',
        ...aboutMoney(moment),
        refundId: refundId(moment.name),
        from: source.from,
        amountMinor: moment.share(source.leftMinor),
        reason: null,
      },
    },
  ]
}

/** The provider paid a refund out, or could not. */
export const answerRefund: Deed = (moment) => {
  const id = moment.pick(accountOf(moment)?.refunds.keys() ?? [])
  if (id === undefined) return []
  const named = { ...aboutMoney(moment), refundId: id }
  const failed = moment.pick([false, false, true]) ?? false
  return [
    {
      room: 'receivables',
      command: failed
        ? { type: 'RecordRefundFailure', ...named, reason: null }
        : { type: 'RecordRefundIssue', ...named },
    },
  ]
}
